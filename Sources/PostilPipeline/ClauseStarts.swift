import PostilModel

/// The words and marks of a language between which clauses stand.
struct ClauseStarts: Sendable {
  private let words: Set<String>
  private let wordsBehindCommas: Set<String>

  /// Knows no words, only marks.
  static let none = ClauseStarts(rows: [])

  /// - Parameter rows: Of each a word in lower case and when it begins a clause: `always`, or behind a `comma` alone.
  init(rows: [[String]]) {
    words = Set(rows.filter { $0.count > 1 && $0[1] == "always" }.map { $0[0] })
    wordsBehindCommas = Set(rows.filter { $0.count > 1 && $0[1] == "comma" }.map { $0[0] })
  }

  /// The stretch of a sentence round a trigger in which no other clause begins.
  func clause(around trigger: Span, in sentence: Span, tokens: [Token], _ subject: Subject) -> Span {
    let first = tokens.partitioningIndex { $0.span.end > trigger.start }
    let behind = tokens.partitioningIndex { $0.span.start >= trigger.end }
    var start = sentence.start
    var index = first - 1
    while index >= 0, tokens[index].span.start >= sentence.start {
      if let edge = edge(at: index, tokens, subject) {
        start = edge == .mark ? tokens[index].span.end : tokens[index].span.start
        break
      }
      index -= 1
    }
    let next = tokens[behind...].indices.prefix { tokens[$0].span.end <= sentence.end }
      .first { edge(at: $0, tokens, subject) != nil }
    let end = next.map { tokens[$0].span.start } ?? sentence.end
    return Span(start: min(start, trigger.start), end: max(end, trigger.end))
  }

  /// Whether another clause begins with a token, or behind it where it is a mark.
  private func edge(at index: Int, _ tokens: [Token], _ subject: Subject) -> Edge? {
    let text = subject.text(tokens[index].span)
    if Self.marks.contains(text) { return .mark }
    let word = text.lowercased()
    if words.contains(word) { return .word }
    let isBehindComma = index > 0 && subject.text(tokens[index - 1].span) == ","
    return isBehindComma && wordsBehindCommas.contains(word) ? .word : nil
  }

  private enum Edge { case mark, word }

  private static let marks: Set<String> = [";", ":", "—", "–", "(", ")"]
}
