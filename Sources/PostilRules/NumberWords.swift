/// The words of a language for numbers; digits, signs and Roman numerals it knows by itself.
public struct NumberWords: Sendable {
  /// What a word does to those before it.
  enum Kind: String {
    /// `two`, `twenty`: is added.
    case unit
    /// `a`: is one where nothing else says how many.
    case article
    /// `half`: is added, and is a part of the scale behind it.
    case fraction
    /// `hundred`, `dozen`: multiplies what was added.
    case hundred
    /// `thousand`: multiplies what was added, and ends it.
    case scale
    /// `bn`: a scale behind figures alone.
    case suffix
    /// `and`: does nothing.
    case joint
    /// `to`: stands between the ends of a range.
    case range
    /// `th`: behind figures makes an ordinal of them.
    case ordinal
  }

  private let words: [String: (kind: Kind, value: Double)]
  /// For each ordinal the word that it comes from.
  private let cardinals: [String: String]

  /// Knows no words.
  public static let none = NumberWords(rows: [])

  /// - Parameter rows: Of each a word in lower case, its kind (see `rules/en/text/numbers.tsv`), its value, and its ordinal.
  public init(rows: [[String]]) {
    var words: [String: (kind: Kind, value: Double)] = [:]
    var cardinals: [String: String] = [:]
    for row in rows where row.count > 2 {
      guard let kind = Kind(rawValue: row[1]) else { continue }
      words[row[0]] = (kind, Double(row[2]) ?? 0)
      if row.count > 3, !row[3].isEmpty { cardinals[row[3]] = row[0] }
    }
    self.words = words
    self.cardinals = cardinals
  }

  /// `1,234.5`, `twenty-five`, `half a million`, `3.5bn`, `XIV`; nil for anything else.
  func number(_ text: String) -> Double? {
    guard let read = value(NumberPiece.pieces(of: text)) else { return Self.roman(text) }
    return read.value
  }

  /// The ends of `$12–14 billion`, `500 to 900`; one number alone for anything that ``number(_:)`` reads.
  func numbers(_ text: String) -> [Double] {
    let pieces = NumberPiece.pieces(of: text)
    let split = pieces.indices.dropFirst().dropLast().first { isRange(pieces[$0]) }
    guard let split, let low = value(pieces[..<split]), let high = value(pieces[(split + 1)...]) else {
      return number(text).map { [$0] } ?? []
    }
    // `12–14 billion`: the scale behind the second is that of the first, too.
    let isShared = low.scale == 1 && low.value * high.scale <= high.value
    return [isShared ? low.value * high.scale : low.value, high.value]
  }

  private func isRange(_ piece: NumberPiece) -> Bool {
    switch piece {
    case .dash: true
    case .word(let word): words[word]?.kind == .range
    case .figures: false
    }
  }

  /// `3rd`, `twenty-first`, `tenth`; nil for anything else.
  func ordinal(_ text: String) -> Int? {
    let pieces = NumberPiece.pieces(of: text)
    if case .figures(let value)? = pieces.first, value == value.rounded(), abs(value) <= Self.largest {
      if pieces.count == 1 { return Int(value) }
      guard pieces.count == 2, case .word(let word) = pieces[1], words[word]?.kind == .ordinal else { return nil }
      return Int(value)
    }
    guard case .word(let last)? = pieces.last, let cardinal = cardinals[last] else { return nil }
    return value(pieces.dropLast() + [.word(cardinal)]).flatMap { Int(exactly: $0.value) }
  }

  /// Nothing that people say exceeds it; beyond it a text is no number.
  private static let largest = 1e15

  /// The value, and the product of the scales at its end.
  private func value(_ pieces: some Sequence<NumberPiece>) -> (value: Double, scale: Double)? {
    var sum = NumberSum()
    for piece in pieces {
      switch piece {
      case .dash: continue
      case .figures(let value): guard sum.add(figures: value) else { return nil }
      case .word(let word): guard let known = words[word], sum.add(known.kind, known.value) else { return nil }
      }
    }
    guard let value = sum.value, abs(value) <= Self.largest else { return nil }
    return (value, sum.lastScale)
  }

  /// Roman numerals in capitals, as they are properly written: `CIVIL` and `mix` are none.
  private static func roman(_ text: String) -> Double? {
    let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
    let digits = text.compactMap { values[$0] }
    guard !digits.isEmpty, digits.count == text.count else { return nil }
    let number = zip(digits, digits.dropFirst() + [0]).reduce(0) { $1.0 < $1.1 ? $0 - $1.0 : $0 + $1.0 }
    return written(number) == text ? Double(number) : nil
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
