import PostilModuleKit
import PostilNames

extension PersonName {
  /// A person's spelling without the marks and doubled vowels that transliterations from Arabic differ in.
  static func plainSpelling(_ name: String) -> String {
    guard mayBeArabic(name) else { return name }
    var words: [String] = []
    for word in name.split(separator: " ") {
      var plain = String(word)
      while let last = plain.last, marks.contains(last) { plain.removeLast() }
      while plain.hasSuffix("aa") { plain.removeLast() }
      if plain.hasPrefix("al-") { plain = "Al-" + plain.dropFirst(3) }
      words.append(plain)
    }
    return words.joined(separator: " ")
  }

  private static let marks = "’'‘ʿʾ`"

  /// Whether a mark or the article stands in the name.
  private static func mayBeArabic(_ name: String) -> Bool {
    // Most names have neither a mark nor a hyphen, nor letters beyond ASCII.
    let isPlain = name.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "`") }
    if isPlain, !name.utf8.contains(Byte.hyphen) { return false }
    return name.contains(where: marks.contains) || name.lowercased().contains("al-")
  }
}
