import PostilModuleKit

/// Scores statements that came with the input: towards their target if they have one, else as a text.
struct GivenStatements {
  /// Farther than this many tokens from the target, a word counts for less.
  private static let near = 9

  let words: Words
  let scorer: ToneScorer
  private let cues: [Cue]

  init(words: Words, scorer: ToneScorer) {
    self.words = words
    self.scorer = scorer
    cues = words.document.candidates(ofType: "cue").compactMap { Cue($0, in: words) }
  }

  func score(_ annotation: Annotation) -> ToneScore {
    guard let target = annotation.features["target"]?.span else {
      let isSpoken = annotation.features["source"] != nil
      return ToneScore(items: scorer.items(in: annotation.span, column: isSpoken ? .weight : .text))
    }
    return score(annotation.span, towards: words.indices(target))
  }

  private func score(_ span: Span, towards target: Range<Int>) -> ToneScore {
    let acts = acts(in: words.indices(span), towards: target)
    let acting = Set(acts.map(\.cue.tokens.lowerBound))
    var items = acts.map(\.item)
    let spoken = acts.first { $0.isAgent }?.cue
    for (token, item) in scorer.positioned(in: span, column: .target, isReported: false) where !acting.contains(token) {
      guard !target.contains(token) else { continue }
      var item = item
      let between =
        token < target.lowerBound ? token..<target.lowerBound : target.upperBound..<max(token, target.upperBound)
      if let spoken, token >= spoken.tokens.upperBound || words.has(token, .quoted) {
        item.factors.append(("target speaks", 0.4))
      } else {
        if between.count > Self.near { item.factors.append(("far", 0.6)) }
        if words.any(between, [.semicolon, .closing, .opening]) { item.factors.append(("other clause", 0.7)) }
      }
      items.append(item)
    }
    return ToneScore(items: items)
  }

  /// An act that the target does or bears.
  private struct Act {
    let cue: Cue
    let isAgent: Bool
    let item: ToneScore.Item
  }

  /// What doing an act says of the one who does it.
  private static let agents = [
    "praise": 0.3, "commit": 0.12, "condemn": -0.3, "accuse": -0.35, "deny": -0.4, "admit": -0.25, "ask": -0.05,
  ]

  /// What the acts of the sentence do to the target: praise or blame it, or have it as the one who acts.
  private func acts(in sentence: Range<Int>, towards target: Range<Int>) -> [Act] {
    cues.filter { sentence.contains($0.tokens.lowerBound) && $0.form != .noun && $0.form != .adjective }.compactMap {
      cue in
      if isPatient(target, of: cue) {
        let isStance = ["praise", "condemn", "accuse", "deny", "admit"].contains(cue.act)
        let item = ToneScore.Item(
          text: "target of \(cue.lemma ?? cue.act)", weight: cue.weight, factors: [("patient", isStance ? 1.2 : 0.5)])
        return cue.weight == 0 ? nil : Act(cue: cue, isAgent: false, item: item)
      }
      guard isAgent(target, of: cue) else { return nil }
      return Act(
        cue: cue, isAgent: true, item: ToneScore.Item(text: "target does \(cue.act)", weight: Self.agents[cue.act] ?? 0)
      )
    }
  }

  private func isPatient(_ target: Range<Int>, of cue: Cue) -> Bool {
    let end = cue.tokens.upperBound
    let isPassive = words.has(cue.tokens.lowerBound - 1, .be) || words.has(end, .by)
    if isPassive { return isBefore(target, cue) }
    return target.lowerBound >= end && target.lowerBound - end <= 4
      && !words.any(end..<target.lowerBound, [.comma, .that, .verb, .auxiliary, .by])
  }

  private func isAgent(_ target: Range<Int>, of cue: Cue) -> Bool {
    if words.has(cue.tokens.upperBound, .by) { return target.lowerBound == cue.tokens.upperBound + 1 }
    return isBefore(target, cue)
  }

  /// Whether the target ends right before the cue, auxiliaries and adverbs aside.
  private func isBefore(_ target: Range<Int>, _ cue: Cue) -> Bool {
    var last = cue.tokens.lowerBound - 1
    while words.has(last, [.auxiliary, .adverb, .time, .negation]), !target.contains(last) { last -= 1 }
    return target.contains(last)
  }
}
