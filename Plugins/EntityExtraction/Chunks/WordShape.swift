import PostilModuleKit
import PostilNames

/// How a word is written.
struct WordShape: OptionSet, Hashable {
  let rawValue: UInt16

  /// It begins with a small letter: a particle or joint.
  static let small = Self(rawValue: 1 << 0)
  /// One letter and a full stop, or several such.
  static let initial = Self(rawValue: 1 << 1)
  /// Two to six capitals, perhaps with full stops, & or digits.
  static let acronym = Self(rawValue: 1 << 2)
  /// It has a small letter.
  static let hasSmall = Self(rawValue: 1 << 3)
  /// It has a digit or another number.
  static let hasNumber = Self(rawValue: 1 << 4)
  /// It has a hyphen.
  static let hasHyphen = Self(rawValue: 1 << 5)
  /// A small letter stands behind its last hyphen.
  static let endsSmall = Self(rawValue: 1 << 6)
  /// It is `&` alone.
  static let ampersand = Self(rawValue: 1 << 7)
  /// Two capitals, as the initials of given names may be written: JR.
  static let twoCapitals = Self(rawValue: 1 << 8)
  /// A number in Roman letters under 40.
  static let roman = Self(rawValue: 1 << 9)
  /// Initials with full stops, and a name right behind them: L.Oyun.
  static let joinedInitials = Self(rawValue: 1 << 10)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The shape of the word at `span`.
  init(of span: Span, in utf8: [UInt8]) {
    let word = utf8[span.start..<span.end]
    self = Self(ascii: word) ?? Self(of: NameText.clean(String(decoding: word, as: UTF8.self)))
  }

  /// The shape of a word of ASCII without spaces; nil for other bytes.
  private init?(ascii word: ArraySlice<UInt8>) {
    var shape: Self = []
    var capitals = 0
    var stops = 0
    var hyphen = -1
    for offset in word.indices {
      let byte = word[offset]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): shape.insert(.hasSmall)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): shape.insert(.hasNumber)
      case UInt8(ascii: "."): stops += 1
      case Byte.hyphen: hyphen = offset
      case 0x21...0x7E: break
      default: return nil
      }
    }
    if let first = word.first {
      if first.isASCIISmall { shape.insert(.small) }
      // "Jr." is no initial, "J.R." and "X." are.
      let endsInStop = word[word.endIndex - 1] == UInt8(ascii: ".")
      if endsInStop, word.count <= 4, first.isASCIICapital, word.count == 2 || stops > 1 { shape.insert(.initial) }
      if word.count == 1, first == UInt8(ascii: "&") { shape.insert(.ampersand) }
    }
    if capitals > 1, word.count < 8, !shape.contains(.hasSmall) { shape.insert(.acronym) }
    if stops > 0, stops < capitals, shape.contains(.hasSmall), word.prefix(2).last == UInt8(ascii: ".") {
      shape.insert(.joinedInitials)
    }
    if capitals == 2, word.count == 2 { shape.insert(.twoCapitals) }
    if word.allSatisfy({ $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X") }) {
      shape.insert(.roman)
    }
    if hyphen >= 0 {
      shape.insert(.hasHyphen)
      if hyphen + 1 < word.endIndex, word[hyphen + 1].isASCIISmall { shape.insert(.endsSmall) }
    }
    self = shape
  }

  /// The shape of any word, without invisible characters.
  init(of text: String) {
    self = []
    if text.unicodeScalars.first?.properties.isLowercase ?? false { insert(.small) }
    let isAbbreviation = text.count > 2 && !text.dropLast().contains(".")
    if text.hasSuffix("."), text.count <= 4, text.first?.isUppercase ?? false, !isAbbreviation { insert(.initial) }
    let capitals = text.unicodeScalars.reduce(0) { $0 + ($1.properties.isUppercase ? 1 : 0) }
    if text.contains(where: \.isLowercase) { insert(.hasSmall) }
    if capitals > 1, text.count < 8, !contains(.hasSmall) { insert(.acronym) }
    if text.dropFirst().first == ".", !text.hasSuffix("."), contains(.hasSmall) { insert(.joinedInitials) }
    if capitals == 2, text.unicodeScalars.count == 2 { insert(.twoCapitals) }
    if text.contains(where: \.isNumber) { insert(.hasNumber) }
    if text.contains("-") { insert(.hasHyphen) }
    if text == "&" { insert(.ampersand) }
    if let hyphen = text.utf8.lastIndex(of: Byte.hyphen),
      text[hyphen...].unicodeScalars.dropFirst().first?.properties.isLowercase ?? false
    {
      insert(.endsSmall)
    }
  }
}
