/// The bytes of UTF-8 that stand between and within names.
enum Byte {
  static let space = UInt8(ascii: " ")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let comma = UInt8(ascii: ",")
  static let hyphen = UInt8(ascii: "-")

  static func isSmallLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

  /// Whether `byte` is an ASCII letter or digit, or part of any other character.
  static func isWord(_ byte: UInt8) -> Bool {
    byte > UInt8.max / 2 || isSmallLetter(byte) || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Whether three bytes are the curved mark that opens a quotation.
  static func opensQuotation(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.elementsEqual("“".utf8) || bytes.elementsEqual("‘".utf8)
  }
}
