import PostilModel
import Testing

@Suite struct OffsetMapTests {
  static let texts = ["", "plain", "é", "👩‍👩‍👧 in العراق", String(repeating: "ab¿", count: 100)]

  @Test(arguments: texts)
  func `every boundary maps there and back`(text: String) {
    let map = OffsetMap(text)
    var utf8 = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      #expect(map.codePointOffset(ofUTF8: utf8) == number)
      #expect(map.utf8Offset(ofCodePoint: number) == utf8)
      utf8 += String(scalar).utf8.count
    }
    #expect(map.codePointOffset(ofUTF8: utf8) == map.codePointCount)
    #expect(map.utf8Offset(ofCodePoint: map.codePointCount + 1) == nil)
  }
}

@Suite struct FeaturesTests {
  @Test func `features keep the order in which they were set`() {
    var features: Features = ["b": 1, "a": "x"]
    features["b"] = 2
    features["c"] = true
    features["a"] = nil
    #expect(features.map(\.name) == ["b", "c"])
    #expect(features["b"]?.number == 2)
  }

  @Test(arguments: ["string", "number", "list of span", "list of list of string"])
  func `kinds are read as they are written`(text: String) throws {
    #expect(try #require(FeatureKind(text)).description == text)
  }

  @Test func `a kind refuses values of another`() {
    #expect(FeatureKind.list(.string).accepts(["a", "b"]))
    #expect(!FeatureKind.list(.string).accepts(["a", 1]))
    #expect(FeatureKind("lizt of string") == nil)
  }
}
