/// A part of a text that may be a number.
enum NumberPiece: Equatable {
  case figures(Double)
  /// In lower case.
  case word(String)
  /// Between figures: that of a range.
  case dash

  /// The parts of `text`; signs of currency are left out.
  static func pieces(of text: String) -> [NumberPiece] {
    var pieces: [NumberPiece] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isFigure || isSign(first), let (value, length) = figures(rest, behind: pieces.last) {
        pieces.append(.figures(value))
        rest = rest.dropFirst(length)
      } else if first.isLetter {
        let word = rest.prefix(while: \.isLetter)
        pieces.append(.word(word.lowercased()))
        rest = rest.dropFirst(word.count)
      } else {
        if dashes.contains(first), isRange(pieces.last, rest) { pieces.append(.dash) }
        if !isSkipped(first) { pieces.append(.word(String(first))) }
        rest = rest.dropFirst()
      }
    }
    return pieces
  }

  private static let dashes: Set<Character> = ["-", "–", "—", "−", "‐", "‑"]

  private static func isSkipped(_ character: Character) -> Bool {
    character.isWhitespace || character.isCurrencySymbol || character == "," || dashes.contains(character)
  }

  private static func isSign(_ character: Character) -> Bool {
    character == "-" || character == "−" || character == "+"
  }

  /// Whether a dash stands behind a number and before one in figures.
  private static func isRange(_ last: NumberPiece?, _ rest: Substring) -> Bool {
    last != nil && rest.dropFirst().drop { isSkipped($0) }.first?.isFigure == true
  }

  /// `1,234.5`, `-3`, `2½`, and how many characters it takes; a sign is one only where nothing stands before it.
  private static func figures(_ text: Substring, behind last: NumberPiece?) -> (value: Double, length: Int)? {
    let signs = text.prefix { isSign($0) }
    guard signs.isEmpty || signs.count == 1 && (last == nil || last == .dash) else { return nil }
    let unsigned = text.dropFirst(signs.count).prefix { $0.isFigure || $0 == "," || $0 == "." }
    let figures = unsigned.reversed().drop { $0 == "," || $0 == "." }.reversed()
    guard let value = value(of: String(figures)) else { return nil }
    let isNegative = signs.first.map { $0 != "+" } ?? false
    return (isNegative ? -value : value, signs.count + figures.count)
  }

  private static func value(of figures: String) -> Double? {
    let part = figures.last.flatMap(\.partOfOne)
    let digits = part == nil ? figures[...] : figures.dropLast()
    let plain = String(digits.map { $0.wholeNumberValue.flatMap { $0 < 10 ? Character(String($0)) : nil } ?? $0 })
    if plain.isEmpty { return part }
    guard plain.wholeMatch(of: /(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{2,3})+)?(?:\.[0-9]+)?/) != nil else { return nil }
    return Double(plain.filter { $0 != "," }).map { $0 + (part ?? 0) }
  }
}

extension Character {
  /// Whether it is a digit of any script, or a fraction such as `½`.
  fileprivate var isFigure: Bool { wholeNumberValue.map { $0 < 10 } ?? false || partOfOne != nil }

  /// The value of `½` and the like.
  fileprivate var partOfOne: Double? {
    guard unicodeScalars.count == 1, let value = unicodeScalars.first?.properties.numericValue, value > 0, value < 1
    else {
      return nil
    }
    return value
  }
}
