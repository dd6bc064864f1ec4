/// Takes off a name's span what annotators disagree on: articles, quotation marks, possessives, marks at the end.
enum NameTrimmer {
  private static let opening: Set<Unicode.Scalar> = ["\"", "“", "‘", "'", "(", "["]
  private static let closing: Set<Unicode.Scalar> = [".", ",", ";", ":", "\"", "”", ")", "]"]
  private static let short: Set<String> = ["inc", "corp", "co", "ltd", "jr", "sr", "st", "bros"]

  /// The span without them; never empty.
  static func trimmed(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Range<Int> {
    guard end <= text.count, start < end else { return start..<max(start, end) }
    var (low, high) = (start, end)
    while low < high {
      let next = left(text, low, high)
      let last = right(text, next, high)
      if (next, last) == (low, high) { break }
      (low, high) = (next, last)
    }
    return low..<high
  }

  private static func left(_ text: [Unicode.Scalar], _ low: Int, _ high: Int) -> Int {
    for article in ["the", "a", "an"] {
      let end = low + article.count
      guard end < high, text[end].properties.isWhitespace,
        String(String.UnicodeScalarView(text[low..<end])).lowercased() == article
      else { continue }
      let next = text[end..<high].firstIndex { !$0.properties.isWhitespace } ?? high
      if next < high { return next }
    }
    let next = text[low..<high].firstIndex { !($0.properties.isWhitespace || opening.contains($0)) } ?? high
    return next < high ? next : low
  }

  private static func right(_ text: [Unicode.Scalar], _ low: Int, _ high: Int) -> Int {
    let words = text[low..<high]
    for possessive in [["'", "s"], ["’", "s"], ["'"], ["’"]] as [[Unicode.Scalar]]
    where words.count > possessive.count && words.suffix(possessive.count).elementsEqual(possessive) {
      return high - possessive.count
    }
    let last = words.lastIndex { !($0.properties.isWhitespace || closing.contains($0)) } ?? low
    guard last + 1 < high, last >= low else { return high }
    return text[last + 1] == "." && isAbbreviation(words, upTo: last) ? high : last + 1
  }

  /// Whether the words end in `U.`, `Inc.` and the like.
  private static func isAbbreviation(_ words: ArraySlice<Unicode.Scalar>, upTo last: Int) -> Bool {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: words[...last].reversed().prefix { $0.properties.isAlphabetic }.reversed())
    let word = String(view)
    return word.unicodeScalars.count == 1 || short.contains(word.lowercased())
  }
}
