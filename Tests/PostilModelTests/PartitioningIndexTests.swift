import PostilModel
import Testing

@Suite struct PartitioningIndexTests {
  @Test(arguments: 0...9)
  func `the first element of the second part is found wherever it begins`(place: Int) {
    let numbers = Array(0..<9)
    #expect(numbers.partitioningIndex { $0 >= place } == place)
    #expect(numbers[3...].partitioningIndex { $0 >= place } == Swift.max(3, place))
  }

  @Test(arguments: [(2.0, "2"), (-0.5, "-0.5"), (1e300, "1e+300"), (1e14, "100000000000000")])
  func `whole numbers are written without a fraction`(number: Double, text: String) {
    #expect(number.plainText == text)
  }
}
