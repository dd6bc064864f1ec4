import PostilGrammar
import PostilModuleKit

/// Adds up the tone of a statement's words, with negation, degree, contrast, questions and conditions.
struct ToneScorer {
  let words: Words
  let tone: ToneWords
  let factors: Factors
  private var scope: ScopeFactors { factors.scope }

  init(words: Words, factors: Factors) {
    self.words = words
    self.factors = factors
    tone = ToneWords(words: words)
  }

  /// The score of a statement that was found; that of a block is left to the statements in it.
  func score(_ statement: Statement) -> ToneScore {
    if statement.form == .block, !statement.isOwn { return sum([]) }
    var items: [ToneScore.Item] = []
    if let cue = statement.cue, cue.weight != 0, statement.form != .quotation || abs(cue.weight) > scope.strongAct {
      var item = ToneScore.Item(text: "cue " + (cue.lemma ?? words.document.text(cue.span)), weight: cue.weight)
      if statement.form != .stance { item.factors.append(("clause", scope.actBeforeClause)) }
      items.append(item)
    }
    for part in statement.parts {
      for var item in self.items(in: part, column: .weight, isReported: statement.form != .quotation) {
        if let distance = distance(of: statement) { item.factors.append(distance) }
        items.append(item)
      }
    }
    return sum(items)
  }

  /// The score that items make.
  func sum(_ items: [ToneScore.Item]) -> ToneScore { ToneScore(items: items, neutralBand: factors.neutralBand) }

  /// How much less the words count where the act itself says it all, or somebody else's report is given.
  private func distance(of statement: Statement) -> (name: String, value: Double)? {
    guard let cue = statement.cue else { return nil }
    if statement.form == .stance, abs(cue.weight) > scope.strongAct { return ("object", scope.objectOfAct) }
    return cue.act == "according" && !cue.takes.contains(.quotation) && statement.form == .clause
      ? ("report", scope.report) : nil
  }

  /// The words of `span` with what changes them.
  func items(in span: Span, column: ToneWords.Column, isReported: Bool = false) -> [ToneScore.Item] {
    positioned(in: span, column: column, isReported: isReported).map(\.item)
  }

  /// The same with each word's first token.
  func positioned(in span: Span, column: ToneWords.Column, isReported: Bool) -> [(token: Int, item: ToneScore.Item)] {
    let inside = tone.inside(span)
    let shifters = shifters(among: inside, isReported: isReported)
    let contrast = shifters.last { $0.role == .contrast }
    let irony = shifters.last { $0.role == .irony && !words.isWord($0.tokens.lowerBound) }
    let isQuestion =
      words.has(words.indices(span).upperBound - 1, .stop) && words.document.utf8[span.end - 1] == UInt8(ascii: "?")
    var next = 0
    var result: [(token: Int, item: ToneScore.Item)] = []
    for word in inside where word.role == .word || word.weight != 0 {
      let weight = word[column]
      guard weight != 0 else { continue }
      while next < shifters.count, word.tokens.lowerBound - shifters[next].tokens.upperBound > scope.reach { next += 1 }
      var item = ToneScore.Item(
        text: words.document.text(word.span), weight: weight, candidates: [word.candidate])
      for shifter in shifters[next...].prefix(while: { $0.tokens.upperBound <= word.tokens.lowerBound }) {
        guard let factor = factor(of: shifter, on: word, isGood: weight > 0) else { continue }
        item.factors.append(factor)
        item.candidates.append(shifter.candidate)
      }
      if let contrast, word.tokens.lowerBound < contrast.tokens.lowerBound {
        item.factors.append(("contrast", scope.contrast))
        item.candidates.append(contrast.candidate)
      }
      if let irony, weight > 0, word.tokens.lowerBound < irony.tokens.lowerBound {
        item.factors.append((words.document.text(irony.span), scope.irony))
        item.candidates.append(irony.candidate)
      }
      if isQuestion { item.factors.append(("question", scope.question)) }
      if isReported, weight > 0, isScareQuote(word) {
        item.factors.append(("quotation marks", isSubject(word) ? scope.doubtedSubject : scope.scareQuotes))
      }
      result.append((word.tokens.lowerBound, item))
    }
    return result
  }

  /// The words that change others; not those that only tell what is to come.
  private func shifters(among inside: [ToneWords.Word], isReported: Bool) -> [ToneWords.Word] {
    let isSupposed = !isReported || inside.contains { $0.role == .conditional }
    return inside.filter { $0.role != .word && ($0.role != .future || isSupposed) }
  }

  private func factor(
    of shifter: ToneWords.Word, on word: ToneWords.Word, isGood: Bool
  ) -> (name: String, value: Double)? {
    value(of: shifter, on: word, isGood).map { (words.document.text(shifter.span), $0) }
  }

  private func value(of shifter: ToneWords.Word, on word: ToneWords.Word, _ isGood: Bool) -> Double? {
    let between = shifter.tokens.upperBound..<max(word.tokens.lowerBound, shifter.tokens.upperBound)
    switch shifter.role {
    case .negation, .removal:
      guard between.count <= scope.negationReach, isFree(between), isOneClause(between) else { return nil }
      return shifter.role == .negation
        ? isGood ? scope.negationOfGood : scope.negationOfBad : isGood ? scope.removalOfGood : scope.removalOfBad
    case .intensifier: return between.count < scope.degreeReach ? scope.intensifier : nil
    case .diminisher: return between.count < scope.degreeReach ? scope.diminisher : nil
    case .conditional, .future: return between.count <= scope.contextReach && isFree(between) ? scope.conditional : nil
    case .reducer:
      guard between.count < scope.degreeReach else { return nil }
      return words.has(word.tokens.lowerBound, .adjective) ? scope.reducerOfQuality : scope.reducerOfNoun
    case .irony: return isGood && between.count < scope.degreeReach ? scope.irony : nil
    case .topic: return between.count <= scope.contextReach && isFree(between) ? scope.topic : nil
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
