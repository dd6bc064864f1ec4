import PostilMatching
import PostilModel
import PostilRules

/// Looks at one rule alone, at one place of a document, for the first thing that keeps it from an annotation.
struct RuleProbe {
  /// How far round the place a pattern may begin, in bytes.
  private static let reach = 400

  let step: Chain.Step
  let subject: Subject
  let work: DocumentWork
  let matcher: Matcher

  func verdict(
    onRule name: String, at offset: Int, in trace: DocumentTrace.Step, annotations: [Annotation]
  ) -> RuleVerdict? {
    guard let rule = step.rulesets.flatMap(\.rules).first(where: { $0.name == name }) else { return nil }
    if let made = made(by: rule, at: offset, in: trace, annotations) { return made }
    if let test = rule.document.first(where: { !$0.accepts(work.document.value(of: $0.name)) }) {
      return .otherDocument(test: test.name)
    }
    guard let region = subject.regions[rule.scope.rawValue].first(where: { $0.contains(offset) || $0.end == offset })
    else { return .outsideScope("\(rule.scope)") }
    if let sighting = sighting(of: rule, over: offset) { return afterMatch(sighting, rule, offset) }
    return beforeMatch(rule, offset, region)
  }

  /// What became of the candidate that the rule made at the place.
  private func made(
    by rule: Rule, at offset: Int, in trace: DocumentTrace.Step, _ annotations: [Annotation]
  ) -> RuleVerdict? {
    let mine = trace.candidates.indices.filter {
      trace.candidates[$0].rule == rule.name && trace.candidates[$0].span.contains(offset)
    }
    guard let index = mine.first(where: { trace.candidates[$0].lostTo == nil }) ?? mine.first else { return nil }
    let candidate = trace.candidates[index]
    let born = annotations[trace.added].filter {
      $0.provenance.rules.contains(rule.name) && $0.span.overlaps(candidate.span)
    }
    if !born.isEmpty { return .annotated(born) }
    if let reason = trace.rejections[index] { return .rejected(reason: reason, match: candidate.span) }
    if let winner = candidate.lostTo {
      return .lost(to: trace.candidates[winner].rule, at: trace.candidates[winner].span, match: candidate.span)
    }
    return .unused(match: candidate.span)
  }

  private func sightings(of rule: Rule) -> [Sighting] {
    let phase = Phase(number: rule.phase, entries: [.init(rule: rule, order: 0)])
    return phase.findings(by: checker(of: rule), tokens: work.structure.tokens).sightings
  }

  private func sighting(of rule: Rule, over offset: Int) -> Sighting? {
    sightings(of: rule).first { $0.span.contains(offset) }
  }

  private func checker(of rule: Rule) -> ConditionChecker {
    step.finder.checker(
      beforePhase: rule.phase, in: subject, tokens: work.structure.tokens, of: work.document,
      visible: work.visibleItems, using: matcher)
  }

  private func afterMatch(_ sighting: Sighting, _ rule: Rule, _ offset: Int) -> RuleVerdict {
    var span = sighting.span
    if let capture = rule.spanCapture {
      guard let part = sighting.part(capture) else { return .captureAbsent(capture, match: sighting.span) }
      span = part.span
    }
    if let failed = checker(of: rule).failure(of: span, by: rule) {
      return .condition(failed.relation.rawValue, match: sighting.span)
    }
    if !span.contains(offset), let capture = rule.spanCapture { return .outsideCapture(capture, match: sighting.span) }
    return .unused(match: sighting.span)
  }

  private func beforeMatch(_ rule: Rule, _ offset: Int, _ region: Span) -> RuleVerdict {
    let all = sightings(of: rule)
    if all.count >= rule.limits.matches { return .limit("\(rule.limits.matches) matches") }
    switch rule.matcher {
    case .terms(let lexicons): return .noTerm(lexicons: lexicons.map(\.name))
    case .patterns(let patterns): return noMatch(patterns.map(\.pattern), offset, region)
    case .evidence(let evidence): return tooLittle(evidence, region, checker(of: rule))
    case .sequence(let elements): return stopped(elements, offset, region, checker(of: rule))
    }
  }

  /// The farthest that any of the patterns got.
  private func noMatch(_ patterns: [Pattern], _ offset: Int, _ region: Span) -> RuleVerdict {
    let first = subject.boundary(at: max(region.start, offset - Self.reach))
    let starts = Span(start: min(first, region.end), end: min(region.end, max(first, offset + 1)))
    let partial = patterns.compactMap { pattern in
      PartialMatch.longest(of: pattern, in: subject.bytes, starts: starts, place: offset, end: region.end).map {
        (pattern, $0)
      }
    }.max { $0.1.span.count < $1.1.span.count }
    // A partial match elsewhere, or a whole one, says nothing about the place.
    guard let (pattern, found) = partial, found.span.start <= offset, found.span.end >= offset, !found.span.isEmpty
    else {
      if let note = notTried(patterns, offset) { return note }
      let wanted = partial.flatMap { $0.1.span.start == offset ? $0.1.item : nil }
      return .noBeginning(wanted: wanted, pattern: (partial?.0 ?? patterns.first)?.source ?? "")
    }
    return .noMatch(taken: subject.text(found.span), wanted: found.item, pattern: pattern.source)
  }

  /// Whether the prefilter keeps all patterns away from the place.
  private func notTried(_ patterns: [Pattern], _ offset: Int) -> RuleVerdict? {
    let windows = patterns.map { SearchWindows(of: $0, in: subject.bytes) }
    let isTried = windows.contains { window in
      window.map { $0.starts.contains { $0.start - offset < Self.reach && offset - $0.end < Self.reach } } ?? true
    }
    guard !isTried, let literals = windows.compactMap({ $0?.literals }).first else { return nil }
    return .notTried(literals: literals, pattern: patterns[0].source)
  }

  private func tooLittle(_ evidence: Evidence, _ region: Span, _ checker: ConditionChecker) -> RuleVerdict {
    let lenient = Evidence(threshold: -Double.greatestFiniteMagnitude, items: evidence.items)
    let found = EvidenceSearch(evidence: lenient, checker: checker).sighting(rule: 0, in: region)
    let score = found?.evidence["score"]?.number ?? 0
    return .tooLittleEvidence(score: score, threshold: evidence.threshold, items: found?.parts.map(\.name) ?? [])
  }

  /// The longest beginning of the sequence that stands at or before the place, and the element that is next.
  private func stopped(
    _ elements: [SequenceElement], _ offset: Int, _ region: Span, _ checker: ConditionChecker
  ) -> RuleVerdict {
    for count in elements.indices.reversed() where count > 0 {
      let beginning = Array(elements[..<count])
      guard beginning.contains(where: { $0.least > 0 && !$0.isGap }) else { continue }
      var search = SequenceSearch(
        beginning, in: region, tokens: work.structure.tokens, checker: checker, states: 0)
      if let near = search.sightings(rule: 0).first(where: { $0.span.start <= offset && $0.span.end >= offset }) {
        return .sequenceStopped(element: count + 1, description: elements[count].description, at: near.span)
      }
    }
    return .sequenceStopped(
      element: 1, description: elements[0].description, at: Span(start: offset, end: offset))
  }
}

extension SequenceElement {
  /// What it asks for, in words.
  fileprivate var description: String {
    switch content {
    case .gap: "a gap"
    case .condition(.type(let type, _)): "an annotation of type '\(type)'"
    case .condition(.terms(let lexicons)): "a term of '\(lexicons.map(\.name).joined(separator: "', '"))'"
    case .condition(.pattern(let pattern)): "the pattern '\(pattern.anywhere.source)'"
    }
  }
}
