import PostilMatching
import PostilModel
import PostilRules

/// Looks at one rule alone, at places of a document, for the first thing that keeps it from an annotation.
struct RuleProbe {
  private let rule: Rule
  private let step: Chain.Step
  private let subject: Subject
  private let work: DocumentWork
  private let matcher: Matcher
  /// What the rule's conditions may ask of.
  private let checker: ConditionChecker
  /// Where the rule matches, conditions and conflicts aside.
  private let found: PhaseFindings

  /// - Parameter rule: One of `step`.
  init(rule: Rule, step: Chain.Step, subject: Subject, work: DocumentWork, memory: WorkerMemory) {
    self.rule = rule
    self.step = step
    self.subject = subject
    self.work = work
    matcher = memory.matcher
    checker = step.finder.checker(
      beforePhase: rule.phase, in: subject, tokens: work.structure.tokens, of: work.document,
      annotations: work.annotations, using: memory)
    found = Phase(number: rule.phase, rules: [(rule, 0)], search: subject.search).findings(
      in: subject.found, by: checker, tokens: work.structure.tokens)
    checker.begin(rule)
  }

  func verdict(at offset: Int, in trace: DocumentTrace.Step, annotations: [Annotation]) -> RuleVerdict {
    if rule.frame != nil { return framed(at: offset, annotations[trace.added]) }
    if let made = made(at: offset, in: trace, annotations) { return made }
    if let test = rule.document.first(where: { !$0.accepts(work.document.value(of: $0.name)) }) {
      return .otherDocument(test: test.name, value: work.document.value(of: test.name))
    }
    guard let region = subject.regions[rule.scope.rawValue].first(where: { $0.contains(offset) || $0.end == offset })
    else { return .outsideScope("\(rule.scope)") }
    if let sighting = found.sightings.first(where: { extent(of: $0).contains(offset) }) {
      return afterMatch(sighting, offset)
    }
    return beforeMatch(offset, region)
  }

  /// What the module made by the rule, which is a frame.
  private func framed(at offset: Int, _ made: ArraySlice<Annotation>) -> RuleVerdict {
    let mine = made.filter { $0.provenance.rules.contains(rule.name) && $0.span.contains(offset) }
    return mine.isEmpty ? .ofModule(step.module?.manifest.name ?? "") : .annotated(mine)
  }

  /// What became of the candidate that the rule made at the place.
  private func made(at offset: Int, in trace: DocumentTrace.Step, _ annotations: [Annotation]) -> RuleVerdict? {
    let mine = trace.candidates.indices.filter {
      trace.candidates[$0].rule == rule.name && trace.candidates[$0].span.contains(offset)
    }
    guard let index = mine.first(where: { trace.candidates[$0].lostTo == nil }) ?? mine.first else { return nil }
    let candidate = trace.candidates[index]
    let winner = candidate.lostTo.map { trace.candidates[$0] }
    let born = annotations[trace.added].filter {
      $0.provenance.rules.contains(rule.name) && $0.span.overlaps(candidate.span)
    }
    if !born.isEmpty { return .annotated(born) }
    if let reason = trace.rejections[index] {
      return .rejected(reason: reason, match: candidate.span, lostTo: winner.map { ($0.rule, $0.span) })
    }
    guard let winner else { return .unused(match: candidate.span) }
    return .lost(
      to: winner.rule, at: winner.span, match: candidate.span, by: advantage(of: winner, over: candidate))
  }

  /// What gave `winner` the place, by the order of conflicts.
  private func advantage(of winner: Candidate, over candidate: Candidate) -> RuleVerdict.Advantage {
    guard let other = step.rulesets.lazy.flatMap(\.rules).first(where: { $0.name == winner.rule }) else {
      return .earlierRule
    }
    if other.phase < rule.phase { return .earlierPhase }
    if rule.conflict == .first, winner.span.start < candidate.span.start { return .earlierStart }
    let byPriority = RuleVerdict.Advantage.priority(other.priority, over: rule.priority)
    if rule.conflict == .priority, other.priority > rule.priority { return byPriority }
    if subject.codePoints(in: winner.span) > subject.codePoints(in: candidate.span) { return .longer }
    if other.priority > rule.priority { return byPriority }
    return other.name == rule.name ? .earlierStart : .earlierRule
  }

  /// The capture that is annotated.
  private func marked(_ sighting: Sighting) -> Span? {
    rule.spanCapture.flatMap { name in found.parts(of: sighting).first { $0.name == name }?.span }
  }

  /// The whole match; where that is empty, what its lookahead marks.
  private func extent(of sighting: Sighting) -> Span {
    sighting.span.isEmpty ? marked(sighting) ?? sighting.span : sighting.span
  }

  private func afterMatch(_ sighting: Sighting, _ offset: Int) -> RuleVerdict {
    let match = extent(of: sighting)
    if let capture = rule.spanCapture, marked(sighting) == nil { return .captureAbsent(capture, match: match) }
    let span = marked(sighting) ?? match
    if let failed = checker.failure(of: span, by: rule) {
      return .condition(
        failed.relation.rawValue, because: checker.obstacle(to: failed, over: span), match: match)
    }
    if !span.contains(offset), let capture = rule.spanCapture { return .outsideCapture(capture, match: match) }
    return .unused(match: match)
  }

  private func beforeMatch(_ offset: Int, _ region: Span) -> RuleVerdict {
    if found.sightings.count >= rule.limits.matches { return .matchLimit(rule.limits.matches) }
    if let breach = found.diagnostics.first { return .limit(breach.message) }
    switch rule.matcher {
    case .terms(let lexicons):
      return .noTerm(lexicons: lexicons.map(\.name), near: TermProbe(at: offset, in: subject).nearest(of: lexicons))
    case .patterns(let patterns):
      let probe = PatternProbe(
        patterns: patterns.map(\.pattern), scope: rule.scope, region: region, subject: subject, matcher: matcher)
      return probe.verdict(at: offset, besides: found.sightings.map(\.span))
    case .evidence(let evidence): return tooLittle(evidence, region)
    case .frame: return .ofModule(step.module?.manifest.name ?? "")
    case .event(let event):
      let probe = EventProbe(
        event: event, region: region, places: EventPlaces(checker: checker, tokens: work.structure.tokens),
        found: found.composed)
      return probe.verdict(at: offset)
    case .sequence(let sequence):
      let probe = SequenceProbe(
        elements: sequence.elements, scope: rule.scope, region: region, tokens: work.structure.tokens,
        checker: checker)
      return probe.verdict(at: offset)
    }
  }

  private func tooLittle(_ evidence: Evidence, _ region: Span) -> RuleVerdict {
    let lenient = EvidenceSearch(
      evidence: Evidence(threshold: -Double.greatestFiniteMagnitude, items: evidence.items), checker: checker)
    let found = lenient.composition(in: region)
    let score = found?.evidence["score"]?.number ?? 0
    if let found, score >= evidence.threshold { return .outsideEvidence(match: found.span) }
    let items = evidence.items.compactMap { item in
      lenient.count(of: item, in: region).map { counted, all in
        counted < all ? "\(item.id) (\(counted) of \(all): max \(item.most))" : item.id
      }
    }
    return .tooLittleEvidence(score: score, threshold: evidence.threshold, items: items)
  }
}
