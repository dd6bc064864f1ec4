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
  static func skeleton(_ part: String) -> String {
    var result = ""
    var previous: Character = "-"
    for character in part {
      defer { previous = character }
      if character == "h", let joined = digraphs[previous] {
        if result.last == plain[previous] ?? previous { result.removeLast() }
        if result.last != joined { result.append(joined) }
        continue
      }
      if character == "x" {
        result += "ks"
        continue
      }
      guard !"aeiouywh-’".contains(character) else { continue }
      let letter = plain[character] ?? character
      if result.last != letter { result.append(letter) }
    }
    if let first = part.first, isVowel(first) { result = "a" + result }
    return result
  }

  private static let digraphs: [Character: Character] = [
    "s": "ş", "c": "ş", "k": "h", "g": "k", "d": "d", "t": "t", "p": "f", "z": "ş",
  ]
  private static let plain: [Character: Character] = ["q": "k", "c": "k", "z": "s", "v": "f"]

  private static func isVowel(_ character: Character) -> Bool { "aeiouy".contains(character) }

  private static func vowel(_ character: Character?) -> Character? {
    switch character {
    case "e", "i", "y": "i"
    case "o", "u": "u"
    default: character
    }
  }
}
