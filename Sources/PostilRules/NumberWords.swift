/// The words of a language for numbers; digits and Roman numerals it knows by itself.
public struct NumberWords: Sendable {
  /// What a word does to those before it.
  private enum Kind: String {
    /// `two`, `twenty`: is added.
    case unit
    /// `hundred`: multiplies what was added.
    case hundred
    /// `thousand`: multiplies what was added, and ends it.
    case scale
    /// `and`: does nothing.
    case joint
  }

  private let words: [String: (kind: Kind, value: Int)]
  /// For each ordinal the word that it comes from.
  private let cardinals: [String: String]

  /// Knows no words.
  public static let none = NumberWords(rows: [])

  /// - Parameter rows: Of each a word in lower case, its kind (`unit`, `hundred`, `scale`, `joint`), its value, and its ordinal.
  public init(rows: [[String]]) {
    var words: [String: (kind: Kind, value: Int)] = [:]
    var cardinals: [String: String] = [:]
    for row in rows where row.count > 2 {
      guard let kind = Kind(rawValue: row[1]) else { continue }
      words[row[0]] = (kind, Int(row[2]) ?? 0)
      if row.count > 3, !row[3].isEmpty { cardinals[row[3]] = row[0] }
    }
    self.words = words
    self.cardinals = cardinals
  }

  /// `1,200`, `twenty-five`, `a hundred and two`, `XIV`; nil for anything else.
  func number(_ text: String) -> Int? {
    let plain = text.filter { $0 != "," }
    if let number = Int(plain) { return number }
    return value(text.lowercased()) ?? Self.roman(text.uppercased())
  }

  /// `3rd`, `twenty-first`, `tenth`; nil for anything else.
  func ordinal(_ text: String) -> Int? {
    let lower = text.lowercased()
    if let number = Int(lower.prefix { $0.isASCII && $0.isNumber }) { return number }
    guard let last = lower.split(whereSeparator: { $0 == "-" || $0 == " " }).last,
      let cardinal = cardinals[String(last)]
    else { return nil }
    return value(lower.dropLast(last.count) + cardinal)
  }

  /// Nothing that people say exceeds it; beyond it a text is no number.
  private static let largest = 1_000_000_000_000_000

  private func value(_ text: String) -> Int? {
    var total = 0
    var group = 0
    var sawWord = false
    for word in text.split(whereSeparator: { $0 == "-" || $0 == " " }) {
      guard let (kind, value) = words[String(word)] else { return nil }
      switch kind {
      case .joint: continue
      case .unit: group += value
      case .hundred: group = max(1, group) * value
      case .scale:
        guard group <= Self.largest / value else { return nil }
        total += max(1, group) * value
        group = 0
      }
      guard total <= Self.largest, group <= Self.largest else { return nil }
      sawWord = true
    }
    return sawWord ? total + group : nil
  }

  /// Roman numerals as they are properly written: `civil` is none.
  private static func roman(_ text: String) -> Int? {
    let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
    let digits = text.compactMap { values[$0] }
    guard !digits.isEmpty, digits.count == text.count else { return nil }
    let number = zip(digits, digits.dropFirst() + [0]).reduce(0) { $1.0 < $1.1 ? $0 - $1.0 : $0 + $1.0 }
    return written(number) == text ? number : nil
  }

  private static func written(_ number: Int) -> String {
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    return signs.reduce(into: "") { text, sign in
      while rest >= sign.0 {
        text += sign.1
        rest -= sign.0
      }
    }
  }
}
