import PostilGrammar
import PostilModuleKit

/// Names of sources that no earlier module has found, by their capitals; short forms find the long one.
struct LocalNames {
  let words: Words
  /// The full name of each last word met.
  private var full: [String: String] = [:]
  private let places: SpanIndex

  init(words: Words) {
    self.words = words
    places = SpanIndex(words.document.annotations.filter { $0.type == "location" }.map(\.span))
  }

  /// The name that the source `range` holds, if it is sure to be one.
  mutating func name(in range: Range<Int>) -> String? {
    guard let run = run(in: range) else { return nil }
    let name = words.document.text(words.span(run))
    let last = words.document.text(words.tokens[run.upperBound - 1].span)
    if words.count(run) > 1 {
      full[last] = name
      return name
    }
    return full[last] ?? (isSentenceStart(run.lowerBound) ? nil : name)
  }

  /// The name in the head of a source or in apposition to it, as a speaker whom no annotation names.
  mutating func speaker(of phrase: SourcePhrase) -> Speaker? {
    guard !phrase.isSeveral, phrase.core?.kind != .thing else { return nil }
    for noun in phrase.selves where noun.kind == .name {
      if let name = name(in: noun.tokens) { return Speaker(entity: name) }
    }
    return nil
  }

  func hasName(in range: Range<Int>) -> Bool { run(in: range).map { words.count($0) > 1 } ?? false }

  /// The first run of capitals that owns nothing, in an apposition when there is none before.
  private func run(in range: Range<Int>) -> Range<Int>? {
    var next = range.lowerBound
    while next < range.upperBound {
      guard isPart(next) else {
        next += 1
        continue
      }
      var end = next + 1
      while end < range.upperBound, isPart(end) || isJoint(end, range.upperBound) { end += 1 }
      let isFollowed =
        end < range.upperBound
        && !words.has(end, [.preposition, .relative, .number, .comma, .openingBracket, .coordinator, .dash])
      if !isFollowed, !words.has(end - 1, .possessive), isRun(next..<end) { return next..<end }
      next = end
    }
    return nil
  }

  private func isRun(_ run: Range<Int>) -> Bool {
    !places.covers(words.span(run)) && !isPlaceAtEnd(run)
      && (words.count(run) > 1 || !isSentenceStart(run.lowerBound)
        || full[words.document.text(words.tokens[run.lowerBound].span)] != nil)
  }

  private func isPlaceAtEnd(_ run: Range<Int>) -> Bool {
    places.covers(words.tokens[run.upperBound - 1].span) && words.has(run.lowerBound - 1, .preposition)
  }

  private func isPart(_ token: Int) -> Bool {
    words.has(token, .capital) && !words.has(token, [.determiner, .time, .pronoun, .possessive, .preposition])
  }

  /// A hyphen, or a short word between capitals such as `of`.
  private func isJoint(_ token: Int, _ limit: Int) -> Bool {
    guard token + 1 < limit, isPart(token + 1), !words.has(token, [.comma, .coordinator]) else { return false }
    return words.has(token, .mark) || words.tokens[token].span.count <= 3 && words.isWord(token)
  }

  private func isSentenceStart(_ token: Int) -> Bool {
    words.document.sentence(at: words.tokens[token].span.start)?.start == words.tokens[token].span.start
  }
}
