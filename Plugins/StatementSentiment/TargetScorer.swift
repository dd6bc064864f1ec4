import PostilGrammar
import PostilModuleKit

/// Scores what a sentence means for somebody in it: the words around the target by their place, and the acts that the
/// target does or bears.
struct TargetScorer {
  let words: Words
  let scorer: ToneScorer
  private let factors: Factors
  private let cues: [Cue]

  init(words: Words, scorer: ToneScorer) {
    self.words = words
    self.scorer = scorer
    factors = scorer.factors
    cues = words.document.candidates(ofType: "cue").compactMap { Cue($0, in: words) }
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  func score(_ span: Span, towards target: Range<Int>) -> ToneScore {
    let sentence = words.indices(span)
    let acts = acts(in: sentence, towards: target)
    let acting = Set(acts.map(\.cue.tokens.lowerBound))
    var band = band(of: sentence, towards: target, acts)
    let said = acts.first { $0.isAgent && $0.cue.act == "say" }?.cue.tokens.upperBound ?? .max
    var items = acts.map(\.item)
    for (token, item) in scorer.positioned(in: span, column: .target, isReported: false)
    where !acting.contains(token) && !target.contains(token) {
      let place = Place(of: token, towards: target, factors.target)
      var item = item
      if let factor = factors.target.places[place], factor != 1 { item.factors.append((place.rawValue, factor)) }
      if token >= said { item.factors.append(("target speaks", factors.target.speaks)) }
      band.add(tone: item.weight, at: place)
      items.append(item)
    }
    return scorer.sum(items.map { band.applied(to: $0, neutral: factors.neutralBand) })
  }

  private func band(of sentence: Range<Int>, towards target: Range<Int>, _ acts: [Act]) -> NeutralBand {
    var band = NeutralBand(of: sentence, around: target, in: words, factors.band)
    for act in acts {
      if act.isAgent { band.add(doing: act.cue.act) } else { band.add(patient: act.item.share) }
    }
    let reach = min(sentence.upperBound, target.upperBound + factors.target.speechReach)
    let soon = target.upperBound..<max(target.upperBound, reach)
    if cues(in: soon).contains(where: { $0.act == "say" && $0.form != .noun }) {
      band.addSpeech()
    }
    return band
  }

  /// An act that the target does or bears.
  private struct Act {
    let cue: Cue
    let isAgent: Bool
    let item: ToneScore.Item
  }

  /// What the acts of the sentence do to the target: praise or blame it, or have it as the one who acts.
  private func acts(in sentence: Range<Int>, towards target: Range<Int>) -> [Act] {
    cues(in: sentence).compactMap { cue in
      guard cue.form != .noun, cue.form != .adjective else { return nil }
      if isPatient(target, of: cue) {
        let isStance = factors.target.stances.contains(cue.act)
        let factor = ("patient", isStance ? factors.target.patientOfStance : factors.target.patient)
        let item = ToneScore.Item(text: "target of \(cue.lemma ?? cue.act)", weight: cue.weight, factors: [factor])
        return cue.weight == 0 ? nil : Act(cue: cue, isAgent: false, item: item)
      }
      guard isAgent(target, of: cue) else { return nil }
      let item = ToneScore.Item(text: "target does \(cue.act)", weight: factors.target.does[cue.act] ?? 0)
      return Act(cue: cue, isAgent: true, item: item)
    }
  }

  /// The cues that begin in a range of tokens.
  private func cues(in range: Range<Int>) -> ArraySlice<Cue> {
    let first = cues.partitioningIndex { $0.tokens.lowerBound >= range.lowerBound }
    return cues[first...].prefix { $0.tokens.lowerBound < range.upperBound }
  }

  private func isPatient(_ target: Range<Int>, of cue: Cue) -> Bool {
    let end = cue.tokens.upperBound
    let isPassive = words.has(cue.tokens.lowerBound - 1, .be) || words.has(end, .by)
    if isPassive { return isBefore(target, cue) }
    return target.lowerBound >= end && target.lowerBound - end <= 4
      && !words.any(end..<target.lowerBound, [.comma, .that, .verb, .auxiliary, .by])
  }

  private func isAgent(_ target: Range<Int>, of cue: Cue) -> Bool {
    let end = cue.tokens.upperBound
    if words.has(end, .by) { return target.lowerBound == end + 1 }
    return isBefore(target, cue)
      || cue.act == "say" && target.lowerBound == end && words.has(cue.tokens.lowerBound - 1, .closing)
  }

  /// Whether the target ends right before the cue, auxiliaries and adverbs aside.
  private func isBefore(_ target: Range<Int>, _ cue: Cue) -> Bool {
    var last = cue.tokens.lowerBound - 1
    while words.has(last, [.auxiliary, .adverb, .time, .negation]), !target.contains(last) { last -= 1 }
    return target.contains(last)
  }
}
