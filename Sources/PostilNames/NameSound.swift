/// What spellings of one name in Latin letters have in common.
enum NameSound {
  /// Equal, an initial of the other, or the same consonants with the like vowels in the first syllable and at the end.
  static func agree(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if left.count == 1 || right.count == 1 { return left.first == right.first }
    let consonants = skeleton(left)
    guard !consonants.isEmpty, consonants == skeleton(right) else { return false }
    return vowel(left.first(where: isVowel)) == vowel(right.first(where: isVowel))
      && vowel(left.last.flatMap { isVowel($0) ? $0 : nil }) == vowel(right.last.flatMap { isVowel($0) ? $0 : nil })
  }

  /// The consonants, those that transliterations confuse made one, doubled ones single.
  ///
  /// - Parameter part: Folded. Letters beyond ASCII stay as they are.
  static func skeleton(_ part: String) -> String {
    var result: [UInt8] = []
    var previous = UInt8(ascii: "-")
    func add(_ letter: UInt8) { if result.last != letter { result.append(letter) } }
    for letter in part.utf8 {
      if letter == UInt8(ascii: "h"), let joined = joined(withH: previous) {
        if result.last == plain(previous) { result.removeLast() }
        add(joined)
      } else if letter == UInt8(ascii: "x") {
        result += "ks".utf8
      } else if !silent.contains(letter) {
        add(plain(letter))
      }
      previous = letter
    }
    if beginsWithVowel(part) { result.insert(UInt8(ascii: "a"), at: 0) }
    return String(decoding: result, as: UTF8.self)
  }

  private static func beginsWithVowel(_ part: String) -> Bool {
    guard !NameText.isASCII(part) else { return part.utf8.first.map("aeiouy".utf8.contains) ?? false }
    return part.first.map(isVowel) ?? false
  }

  /// Vowels and what is heard as one, or not at all.
  private static let silent = Array("aeiouywh-".utf8)

  /// What a letter and `h` are together; capitals are the sounds that have no letter.
  private static func joined(withH letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "s"), UInt8(ascii: "c"), UInt8(ascii: "z"): UInt8(ascii: "S")
    case UInt8(ascii: "k"): UInt8(ascii: "h")
    case UInt8(ascii: "g"): UInt8(ascii: "k")
    case UInt8(ascii: "d"), UInt8(ascii: "t"): letter
    case UInt8(ascii: "p"): UInt8(ascii: "f")
    default: nil
    }
  }

  private static func plain(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "q"), UInt8(ascii: "c"): UInt8(ascii: "k")
    case UInt8(ascii: "z"): UInt8(ascii: "s")
    case UInt8(ascii: "v"): UInt8(ascii: "f")
    default: letter
    }
  }

  private static func isVowel(_ character: Character) -> Bool { "aeiouy".contains(character) }

  private static func vowel(_ character: Character?) -> Character? {
    switch character {
    case "e", "i", "y": "i"
    case "o", "u": "u"
    default: character
    }
  }
}
