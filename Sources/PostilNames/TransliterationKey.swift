/// What all spellings of a name that ``Transliteration`` takes for one have in common, to look them up by.
enum TransliterationKey {
  /// The consonants that are heard wherever they stand, those that are confused made one, doubled ones single.
  ///
  /// - Parameter word: Folded. Letters beyond ASCII stay as they are.
  static func of(_ word: String) -> String {
    let letters = Array(word.utf8)
    var key: [UInt8] = []
    for (place, letter) in letters.enumerated() where !isSilent(letters[place...]) {
      if letter == UInt8(ascii: "x") {
        if key.last != UInt8(ascii: "k") { key.append(UInt8(ascii: "k")) }
        key.append(UInt8(ascii: "s"))
      } else if key.last != plain(letter) {
        key.append(plain(letter))
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// Whether the first letter may be left out, or stands for another with those behind it.
  private static func isSilent(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return true }
    return always.contains(first) || beginnings.contains { rest.starts(with: $0) }
  }

  private static let always = Array("aeiouyhjvwf-".utf8)
  private static let beginnings = ["kh", "ch", "sh", "sch", "tch", "tsch", "ph", "zh", "dj", "dzh"].map {
    Array($0.utf8)
  }

  private static func plain(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "q"), UInt8(ascii: "g"), UInt8(ascii: "c"): UInt8(ascii: "k")
    case UInt8(ascii: "z"): UInt8(ascii: "s")
    default: letter
    }
  }
}
