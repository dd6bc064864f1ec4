import PostilModel

/// Finds month, day and year in a line, in the orders `September 20, 2023`, `20 September 2023`, `2023-09-20` and, where
/// the day is no month, `20/09/2023` and `09/20/2023`.
struct DateFinder {
  /// A date with what of it was written.
  struct Found {
    let span: Span
    let month: Int
    let day: Int
    let year: Int?
  }

  let text: TextBytes
  let language: TextLanguage

  func first(in span: Span) -> Found? {
    let words = self.words(in: span)
    for (index, word) in words.enumerated() {
      guard let month = language.months[word.text.lowercased()] else { continue }
      if index + 1 < words.count, let day = day(words[index + 1].text) {
        let year = index + 2 < words.count ? year(words[index + 2].text) : nil
        let last = year == nil ? words[index + 1] : words[index + 2]
        return Found(span: Span(start: word.span.start, end: last.span.end), month: month, day: day, year: year)
      }
      if index > 0, let day = day(words[index - 1].text) {
        let year = index + 1 < words.count ? year(words[index + 1].text) : nil
        let last = year == nil ? word : words[index + 1]
        return Found(
          span: Span(start: words[index - 1].span.start, end: last.span.end), month: month, day: day, year: year)
      }
    }
    return numeric(words)
  }

  private func numeric(_ words: [(text: String, span: Span)]) -> Found? {
    let places = words.flatMap { word in word.text.split(separator: ".").map { (Int($0), word.span) } }
    guard places.count >= 3 else { return nil }
    return (0..<places.count - 2).lazy.compactMap { first in
      guard let a = places[first].0, let b = places[first + 1].0, let c = places[first + 2].0,
        let (year, month, day) = Self.order(a, b, c)
      else { return nil }
      let span = Span(start: places[first].1.start, end: places[first + 2].1.end)
      return span.count <= 10 ? Found(span: span, month: month, day: day, year: year) : nil
    }.first
  }

  /// Year, month and day of three numbers; nil where both orders of day and month are possible.
  private static func order(_ a: Int, _ b: Int, _ c: Int) -> (Int, Int, Int)? {
    let (days, months, years) = (1...31, 1...12, 1800...2200)
    if years.contains(a), months.contains(b), days.contains(c) { return (a, b, c) }
    guard years.contains(c), days.contains(a), days.contains(b) else { return nil }
    if a == b || !months.contains(a) { return months.contains(b) ? (c, b, a) : nil }
    return months.contains(b) ? nil : (c, a, b)
  }

  private func words(in span: Span) -> [(text: String, span: Span)] {
    let tokens = Tokenizer.tokens(TextBytes(bytes: Array(text.bytes[span.start..<span.end])))
    return tokens.filter { $0.kind == .word || $0.kind == .number }.map {
      let place = Span(start: $0.span.start + span.start, end: $0.span.end + span.start)
      return (text.text(place), place)
    }
  }

  private func day(_ word: String) -> Int? { Int(word).flatMap { (1...31).contains($0) ? $0 : nil } }

  private func year(_ word: String) -> Int? { Int(word).flatMap { (1800...2200).contains($0) ? $0 : nil } }
}
