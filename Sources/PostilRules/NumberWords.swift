/// English number words, Roman numerals and digits to numbers.
enum NumberWords {
  private static let units = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
  private static let ordinals = [
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
  ]

  /// `1,200`, `twenty-five`, `a hundred and two`, `XIV`; nil for anything else.
  static func number(_ text: String) -> Int? {
    let plain = text.filter { $0 != "," }
    if let number = Int(plain) { return number }
    return words(text.lowercased()) ?? roman(text.uppercased())
  }

  /// `3rd`, `twenty-first`, `tenth`; nil for anything else.
  static func ordinal(_ text: String) -> Int? {
    let lower = text.lowercased()
    if let number = Int(lower.prefix { $0.isASCII && $0.isNumber }) { return number }
    guard let last = lower.split(whereSeparator: { $0 == "-" || $0 == " " }).last.map(String.init) else { return nil }
    let cardinal =
      ordinals[last].map { units[$0] }
      ?? (last.hasSuffix("ieth") ? last.dropLast(4) + "y" : last.hasSuffix("th") ? last.dropLast(2)[...] : "")
      .description
    return words(lower.dropLast(last.count) + cardinal)
  }

  /// Nothing that people say exceeds it; beyond it a text is no number.
  private static let largest = 1_000_000_000_000_000

  private static func words(_ text: String) -> Int? {
    var total = 0
    var group = 0
    var sawWord = false
    for word in text.split(whereSeparator: { $0 == "-" || $0 == " " }).map(String.init) where word != "and" {
      if let unit = units.firstIndex(of: word) {
        group += unit
      } else if let ten = tens.firstIndex(of: word) {
        group += (ten + 2) * 10
      } else if word == "a" || word == "an" {
        group += 1
      } else if word == "hundred" {
        group = max(1, group) * 100
      } else if let scale = ["thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000][word] {
        guard group <= largest / scale else { return nil }
        total += max(1, group) * scale
        group = 0
      } else {
        return nil
      }
      guard total <= largest, group <= largest else { return nil }
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
