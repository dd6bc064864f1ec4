import PostilModel
import Testing

@Suite struct UTF8WalkTests {
  private static let text = "a é\u{7FF}\u{800}\u{FFFF}👩‍👩‍👧 العراق\u{10FFFF}\u{0}"

  @Test func `code points are met one after the other, and found from any of their bytes`() {
    let bytes = Array(Self.text.utf8)
    var offset = 0
    for scalar in Self.text.unicodeScalars {
      let found = bytes.scalar(at: offset)
      #expect(found.scalar == scalar)
      for inner in offset..<offset + found.length { #expect(bytes.boundary(atOrBefore: inner) == offset) }
      offset += found.length
    }
    #expect(offset == bytes.count)
    #expect(bytes.boundary(atOrBefore: offset) == offset)
  }

  @Test func `bytes that break off end with the text`() {
    let bytes: [UInt8] = Array("é".utf8) + [0xE2, 0x80]
    #expect(bytes.scalar(at: 2).length == 2)
    #expect(bytes.scalar(at: 0).scalar == "é")
  }
}
