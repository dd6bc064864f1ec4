import PostilModel
import Testing

@Suite struct ContentDigestTests {
  /// From the tests of other implementations of MurmurHash3.
  static let known: [(text: String, first: UInt64, second: UInt64)] = [
    ("", 0, 0),
    ("hello", 0xCBD8_A7B3_41BD_9B02, 0x5B1E_906A_48AE_1D19),
    ("The quick brown fox jumps over the lazy dog", 0xE34B_BC7B_BC07_1B6C, 0x7A43_3CA9_C49A_9347),
  ]

  @Test(arguments: known) func `digests are those of the algorithm`(
    _ known: (text: String, first: UInt64, second: UInt64)
  ) {
    let digest = ContentDigest(of: Array(known.text.utf8))
    #expect(digest.first == known.first)
    #expect(digest.second == known.second)
  }

  @Test func `every byte and every length count`() {
    let whole = Array("é: forty bytes and a few more of one text".utf8)
    var seen = Set((0...whole.count).map { ContentDigest(of: Array(whole.prefix($0))) })
    #expect(seen.count == whole.count + 1)
    for index in whole.indices {
      var other = whole
      other[index] ^= 0x80
      #expect(seen.insert(ContentDigest(of: other)).inserted)
    }
  }
}
