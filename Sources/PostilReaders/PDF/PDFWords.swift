import Foundation

/// The words of a line as `pdftotext` gives them, from left to right as they are drawn, put into the order of reading.
struct PDFWords {
  let text: String
  /// Whether more letters of it are of scripts that run from right to left.
  let runsLeft: Bool

  init(_ drawn: [String]) {
    let letters = drawn.joined().unicodeScalars
    let leftwards = letters.count(where: Self.runsLeft)
    runsLeft = leftwards * 2 > letters.count { $0.properties.isAlphabetic }
    let base = runsLeft
    var words = drawn.map {
      (word: Self.word($0), runsLeft: Self.runsLeft($0) || base && !$0.contains(where: \.isLetter))
    }
    if base { words.reverse() }
    // What runs against the line stands in the order in which it is drawn.
    var start = 0
    while start < words.count {
      let end = words[start...].firstIndex { $0.runsLeft == base } ?? words.count
      words[start..<end].reverse()
      start = end + 1
    }
    text = words.map(\.word).joined(separator: " ")
  }

  private static func runsLeft(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic
      && ((0x590...0x8FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
        || (0xFE70...0xFEFC).contains(scalar.value))
  }
  private static func runsLeft(_ word: String) -> Bool { word.unicodeScalars.contains(where: runsLeft) }

  /// A word in the order of its letters, without ligatures and forms of letters.
  private static func word(_ drawn: String) -> String {
    guard runsLeft(drawn) else { return plain(drawn) }
    var read: [Character] = []
    var number: [Character] = []
    for character in drawn.reversed() {
      if character.isNumber || !number.isEmpty && ".,٫٬".contains(character) {
        number.insert(character, at: 0)
      } else {
        read += number + [mirrored[character] ?? character]
        number = []
      }
    }
    return joiningAlef(plain(String(read + number)))
  }

  private static let mirrored: [Character: Character] = [
    "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "«": "»", "»": "«", "<": ">", ">": "<",
  ]

  /// Ligatures of Latin letters and forms of Arabic ones (U+FB00 and behind) as the letters that they are.
  private static func plain(_ word: String) -> String {
    guard word.unicodeScalars.contains(where: { $0.value >= 0xFB00 }) else { return word }
    return word.unicodeScalars.map { scalar in
      let isForm =
        (0xFB00...0xFB06).contains(scalar.value) || (0xFB50...0xFD3D).contains(scalar.value)
        || (0xFD50...0xFDFB).contains(scalar.value) || (0xFE70...0xFEFC).contains(scalar.value)
      return isForm ? String(scalar).precomposedStringWithCompatibilityMapping : String(scalar)
    }.joined()
  }

  /// Where the one letter that is drawn for lam and alef was taken apart, alef comes first. Two alefs begin no word, so that it can be told
  /// behind the article; elsewhere it cannot, but for the word of these two letters.
  private static func joiningAlef(_ word: String) -> String {
    if word == "ال" { return "لا" }
    return word.replacing(/^([وفبك]?)ا([اأإآ])ل/) { "\($0.1)ال\($0.2)" }
  }
}
