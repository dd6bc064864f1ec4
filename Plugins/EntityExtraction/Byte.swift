import PostilModuleKit

/// Bytes of UTF-8 that stand within and between names.
enum Byte {
  static let comma = UInt8(ascii: ",")
  static let hyphen = UInt8(ascii: "-")

  /// Whether `byte` is an ASCII letter or digit, or part of any other character.
  static func isWord(_ byte: UInt8) -> Bool { byte > UInt8.max / 2 || byte.isASCIILetter || byte.isASCIIDigit }

  /// Whether three bytes are the curved mark that opens a quotation.
  static func opensQuotation(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.elementsEqual("“".utf8) || bytes.elementsEqual("‘".utf8)
  }
}
