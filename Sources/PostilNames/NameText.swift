/// Plain forms of names: no invisible characters, no possessive, no diacritics.
public enum NameText {
  /// The name as a reader sees it: single spaces, no soft hyphens, zero-width or direction marks.
  public static func clean(_ text: String) -> String {
    if isClean(text) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: continue
      case 0x09...0x0D, 0x20, 0xA0: if result.last != " " { result.append(" ") }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether `text` is ASCII with single spaces, as nearly all names are.
  private static func isClean(_ text: String) -> Bool {
    var isAfterSpace = false
    for byte in text.utf8 {
      guard byte < 0x80, byte >= 0x20, !(byte == 0x20 && isAfterSpace) else { return false }
      isAfterSpace = byte == 0x20
    }
    return true
  }

  /// A key that is equal for spellings that differ in case, accents, apostrophes and dots only.
  public static func fold(_ text: String) -> String {
    if let folded = folded(ascii: text) { return folded }
    var result = ""
    for character in text.lowercased() {
      if let plain = plain[character] {
        result += plain
      } else if character.isLetter || character.isNumber || character == " " || character == "-" {
        result.append(character)
      }
    }
    return result
  }

  /// The folded form of an ASCII text; nil for other texts.
  private static func folded(ascii text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x41...0x5A: bytes.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39, 0x20, 0x2D: bytes.append(byte)
      default: continue
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The folded name with hyphens for what is neither letter nor digit.
  public static func identifier(_ text: String) -> String { identifier(folded: fold(text)) }

  /// The same of a name that is folded already.
  public static func identifier(folded: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(folded.utf8.count)
    var isAfterMark = false
    for byte in folded.utf8 {
      // Folded text has no other marks than spaces and hyphens.
      let isMark = byte == 0x20 || byte == 0x2D
      if !isMark {
        if isAfterMark, !bytes.isEmpty { bytes.append(0x2D) }
        bytes.append(byte)
      }
      isAfterMark = isMark
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words of a text, cut at its spaces.
  static func words(of text: String) -> [Substring] {
    isASCII(text) ? text.utf8.split(separator: 0x20).map { Substring($0) } : text.split(separator: " ")
  }

  /// Whether each byte is a character by itself, or part of the end of a line.
  static func isASCII(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  /// Whether no letter is small and at least two are there.
  public static func isAllCapitals(_ text: String) -> Bool {
    // Most names have a small letter of ASCII.
    if text.utf8.contains(where: { (0x61...0x7A).contains($0) }) { return false }
    return text.count > 1 && text.contains(where: \.isLetter) && text == text.uppercased()
  }

  /// `KESTREL BAY` as `Kestrel Bay`.
  public static func capitalized(_ text: String) -> String {
    var result = ""
    var first = true
    for character in text {
      result += first ? character.uppercased() : character.lowercased()
      first = !character.isLetter && character != "’" && character != "'"
    }
    return result
  }

  private static let plain: [Character: String] = {
    var table: [Character: String] = [
      "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
    ]
    let rows = [
      ("a", "àáâãäåāăą"), ("c", "çćčĉċ"), ("d", "ďđḍ"), ("e", "èéêëēĕėęě"), ("g", "ğĝġģ"), ("h", "ĥħḥ"),
      ("i", "ìíîïĩīĭį"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľ"), ("n", "ñńņň"), ("o", "òóôõöōŏő"), ("r", "ŕŗř"),
      ("s", "śŝşšșṣ"), ("t", "ţťțṭ"), ("u", "ùúûüũūŭůűų"), ("y", "ýÿŷ"), ("z", "źżžẓ"),
    ]
    for (letter, accented) in rows { for character in accented { table[character] = letter } }
    return table
  }()
}
