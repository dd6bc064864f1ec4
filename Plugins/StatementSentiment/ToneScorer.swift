import PostilGrammar
import PostilModuleKit

/// Adds up the tone of a statement's words, with negation, degree, contrast, questions and conditions.
struct ToneScorer {
  /// How many tokens forward a negation reaches, and a word of degree.
  private static let negationReach = 5
  private static let degreeReach = 2
  /// An act of more weight than this is a stance whatever its object.
  private static let strong = 0.25

  let words: Words
  let tone: ToneWords

  init(words: Words) {
    self.words = words
    tone = ToneWords(words: words)
  }

  /// The score of a statement that was found; that of a block is left to the statements in it.
  func score(_ statement: Statement) -> ToneScore {
    if statement.form == .block, !statement.isOwn { return ToneScore(items: []) }
    var items: [ToneScore.Item] = []
    if let cue = statement.cue, cue.weight != 0, statement.form != .quotation || abs(cue.weight) > Self.strong {
      var item = ToneScore.Item(text: "cue " + (cue.lemma ?? words.document.text(cue.span)), weight: cue.weight)
      if statement.form != .stance { item.factors.append(("clause", 0.8)) }
      items.append(item)
    }
    for part in statement.parts {
      for var item in self.items(in: part, column: .weight, isReported: statement.form != .quotation) {
        if let distance = distance(of: statement) { item.factors.append(distance) }
        items.append(item)
      }
    }
    return ToneScore(items: items)
  }

  /// How much less the words count where the act itself says it all, or somebody else's report is given.
  private func distance(of statement: Statement) -> (name: String, value: Double)? {
    guard let cue = statement.cue else { return nil }
    if statement.form == .stance, abs(cue.weight) > Self.strong { return ("object", 0.3) }
    return cue.act == "according" && !cue.takes.contains(.quotation) && statement.form == .clause
      ? ("report", 0.5) : nil
  }

  /// The words of `span` with what changes them.
  func items(in span: Span, column: ToneWords.Column, isReported: Bool = false) -> [ToneScore.Item] {
    positioned(in: span, column: column, isReported: isReported).map(\.item)
  }

  /// The same with each word's first token.
  func positioned(in span: Span, column: ToneWords.Column, isReported: Bool) -> [(token: Int, item: ToneScore.Item)] {
    let inside = tone.inside(span)
    let shifters = inside.filter { $0.role != .word }
    let contrast = shifters.last { $0.role == .contrast }
    let isQuestion =
      words.has(words.indices(span).upperBound - 1, .stop) && words.document.utf8[span.end - 1] == UInt8(ascii: "?")
    var next = 0
    var result: [(token: Int, item: ToneScore.Item)] = []
    for word in inside where word.role == .word || word.weight != 0 {
      let weight = word[column]
      guard weight != 0 else { continue }
      while next < shifters.count, word.tokens.lowerBound - shifters[next].tokens.upperBound > 12 { next += 1 }
      var item = ToneScore.Item(
        text: words.document.text(word.span), weight: weight, candidates: [word.candidate])
      for shifter in shifters[next...].prefix(while: { $0.tokens.upperBound <= word.tokens.lowerBound }) {
        guard let factor = factor(of: shifter, on: word) else { continue }
        item.factors.append(factor)
        item.candidates.append(shifter.candidate)
      }
      if let contrast, word.tokens.lowerBound < contrast.tokens.lowerBound {
        item.factors.append(("contrast", 0.6))
        item.candidates.append(contrast.candidate)
      }
      if isQuestion { item.factors.append(("question", 0.5)) }
      if isReported, weight > 0, isScareQuote(word) {
        item.factors.append(("quotation marks", isSubject(word) ? -1 : 0.5))
      }
      result.append((word.tokens.lowerBound, item))
    }
    return result
  }

  private func factor(of shifter: ToneWords.Word, on word: ToneWords.Word) -> (name: String, value: Double)? {
    value(of: shifter, on: word).map { (words.document.text(shifter.span), $0) }
  }

  private func value(of shifter: ToneWords.Word, on word: ToneWords.Word) -> Double? {
    let between = shifter.tokens.upperBound..<max(word.tokens.lowerBound, shifter.tokens.upperBound)
    switch shifter.role {
    case .negation: return between.count <= Self.negationReach && isFree(between) && isOneClause(between) ? -0.6 : nil
    case .intensifier: return between.count < Self.degreeReach ? 1.3 : nil
    case .diminisher: return between.count < Self.degreeReach ? 0.6 : nil
    case .conditional: return between.count <= 10 && isFree(between) ? 0.5 : nil
    case .reducer:
      guard between.count < Self.degreeReach else { return nil }
      return words.has(word.tokens.lowerBound, .adjective) ? 0.6 : -0.6
    case .topic: return between.count <= 10 && isFree(between) ? 0.4 : nil
    case .word, .contrast, .neutral: return nil
    }
  }

  /// Whether no word stands between that begins another clause, in which a negation says nothing.
  private func isOneClause(_ between: Range<Int>) -> Bool { !words.any(between, [.subordinator, .relative]) }

  /// Whether no mark stands between.
  private func isFree(_ between: Range<Int>) -> Bool {
    !words.any(
      between,
      [.comma, .semicolon, .colon, .opening, .closing, .mark, .stop, .dash])
  }

  /// Whether an article stands before the marks and a verb behind them, so that the word names what is doubted.
  private func isSubject(_ word: ToneWords.Word) -> Bool {
    words.has(word.tokens.lowerBound - 2, .determiner) && words.has(word.tokens.upperBound + 1, [.auxiliary, .verb])
  }

  /// Whether a word stands alone or nearly so between marks in somebody else's sentence.
  private func isScareQuote(_ word: ToneWords.Word) -> Bool {
    words.has(word.tokens.lowerBound - 1, .opening) && words.has(word.tokens.upperBound, .closing)
  }
}
