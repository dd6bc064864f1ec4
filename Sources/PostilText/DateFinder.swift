import PostilModel

/// Finds month, day and year in a line, in the orders `September 20, 2023` and `20 September 2023`.
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
    return nil
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
