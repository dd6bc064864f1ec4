import PostilDiagnostics
import PostilMatching
import PostilModel
import PostilRules

/// What the rules of a phase found in a document.
///
/// A class, since whatever is made of its sightings looks into it; it does not change once it is made.
final class PhaseFindings {
  /// By rule, then from left to right without overlap.
  private(set) var sightings: [Sighting] = []
  /// What sequences and evidence took.
  private(set) var composed: [Composition] = []
  private(set) var diagnostics: [DocumentDiagnostic] = []
  /// For each rule of the phase, its sightings.
  private(set) var places: [Range<Int>] = []
  private let phase: Phase
  private let found: RuleFindings

  /// - Parameter found: What the phase's search found.
  init(of phase: Phase, in found: RuleFindings, by checker: ConditionChecker, tokens: [Token]) {
    self.phase = phase
    self.found = found
    sightings.reserveCapacity(256)
    if !found.breaches.isEmpty { diagnostics = phase.members.flatMap { breaches(of: $0).map(\.diagnostic) } }
    var overflows: [DocumentDiagnostic] = []
    for (place, member) in phase.members.enumerated() {
      let first = sightings.count
      switch member.rule.matcher {
      case .patterns: addMatches(of: member, place)
      case .terms: addTerms(of: member, place)
      case .sequence, .event, .evidence: addCompositions(of: member.rule, place, checker, tokens)
      case .frame: break
      }
      if sightings.count > first, !settle(from: first, member.rule) {
        overflows.append(.matchLimit(of: member.rule))
      }
      places.append(first..<sightings.count)
    }
    // Each once.
    diagnostics = (diagnostics + overflows).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func breaches(of member: Phase.Member) -> [(pattern: Int, isBroken: Bool, diagnostic: DocumentDiagnostic)] {
    found.breaches.lazy.filter { member.patterns.contains($0.pattern) }.map { breach in
      switch breach.kind {
      case .failure(let failure): (breach.pattern, true, .failure(failure, of: member.rule))
      case .matches: (breach.pattern, false, .matchLimit(of: member.rule))
      }
    }
  }

  private func addMatches(of member: Phase.Member, _ place: Int) {
    if !found.breaches.isEmpty, breaches(of: member).contains(where: \.isBroken) { return }
    for match in found.matches(of: member.patterns) {
      sightings.append(
        Sighting(rule: Int32(place), span: found.matches[match].span, found: .match(Int32(match))))
    }
  }

  private func addTerms(of member: Phase.Member, _ place: Int) {
    for (number, lexicon) in member.lexicons.enumerated() {
      for term in found.terms.terms(of: lexicon) {
        sightings.append(
          Sighting(rule: Int32(place), span: term.span, found: .term(lexicon: Int32(number), row: term.row)))
      }
    }
  }

  private func addCompositions(
    of rule: Rule, _ place: Int, _ checker: ConditionChecker, _ tokens: [Token]
  ) {
    let first = composed.count
    var states = 0
    let places = EventPlaces(checker: checker, tokens: tokens)
    checker.begin(rule)
    for region in checker.subject.regions[rule.scope.rawValue] {
      switch rule.matcher {
      case .sequence(let sequence):
        var search = SequenceSearch(sequence, in: region, tokens: tokens, checker: checker, states: states)
        composed += search.compositions()
        states = search.states
        if search.isExhausted { diagnostics.append(.stateLimit(of: rule)) }
      case .event(let event):
        var search = EventSearch(event, places: places, pairs: states)
        composed += search.compositions(in: region)
        states = search.pairs
        if search.isExhausted { diagnostics.append(.pairLimit(of: rule)) }
      case .evidence(let evidence):
        if let one = EvidenceSearch(evidence: evidence, checker: checker).composition(in: region) {
          composed.append(one)
        }
      case .patterns, .terms, .frame: break
      }
      if states > SequenceSearch.mostStates || checker.searchFailure != nil { break }
    }
    if let failure = checker.searchFailure {
      diagnostics.append(.failure(failure, of: rule))
      composed.removeSubrange(first...)
    }
    sightings += (first..<composed.count).map {
      Sighting(rule: Int32(place), span: composed[$0].span, found: .composed(Int32($0)))
    }
  }

  /// Leaves the sightings of one rule from left to right without overlap, as many as it may have: at one place the longer,
  /// then the earlier pattern. Events stand apart by their triggers, and may share what plays their roles.
  ///
  /// - Returns: Whether there were no more.
  private func settle(from first: Int, _ rule: Rule) -> Bool {
    let limit = rule.limits.matches
    let isEvent = if case .event = rule.matcher { true } else { false }
    if !isEvent, !isOrderedWithoutOverlap(from: first) {
      let sorted = sightings[first...].enumerated().sorted {
        ($0.element.span, $0.offset) < ($1.element.span, $1.offset)
      }
      sightings.removeSubrange(first...)
      var end = 0
      for (_, sighting) in sorted where sighting.span.start >= end {
        sightings.append(sighting)
        end = sighting.span.end
      }
    }
    guard sightings.count - first > limit else { return true }
    sightings.removeSubrange((first + limit)...)
    return false
  }

  private func isOrderedWithoutOverlap(from first: Int) -> Bool {
    var end = 0
    for place in first..<sightings.count {
      guard sightings[place].span.start >= end else { return false }
      end = sightings[place].span.end
    }
    return true
  }
}

extension PhaseFindings {
  /// The captures that took part in a sighting; a term is one by itself.
  func parts(of sighting: Sighting) -> [SightedPart] {
    switch sighting.found {
    case .term: [SightedPart(name: Candidate.termCapture, span: sighting.span)]
    case .match(let place):
      zip(
        pattern(of: place).pattern.captureNames, found.matches.captures(of: found.matches[Int(place)])
      ).compactMap { name, span in
        span.map { SightedPart(name: name, span: $0) }
      }
    case .composed(let place): composed[Int(place)].parts
    }
  }

  /// The captures that took part in a sighting, as numbers of names; none for a term.
  func captures(of sighting: Sighting, _ memory: WorkerMemory, each: (_ name: UInt32, Span) -> Void) {
    switch sighting.found {
    case .term: break
    case .match(let place):
      let match = found.matches[Int(place)]
      let names = memory.captureNames(of: phase.search.compiled[match.pattern].pattern)
      for number in 0..<match.captureCount {
        if let span = found.matches.capture(number, of: match) { each(names[number], span) }
      }
    case .composed(let place):
      for part in composed[Int(place)].parts { each(memory.run.names.number(of: part.name), part.span) }
    }
  }

  /// The annotations that a sighting was made from, as ``VisibleItem/reference``.
  func references(of sighting: Sighting) -> [Int] {
    guard case .composed(let place) = sighting.found else { return [] }
    return composed[Int(place)].parts.flatMap(\.items).map(\.reference)
  }

  /// The place of the pattern behind a match among those of the search.
  func patternNumber(of match: Int32) -> Int { found.matches[Int(match)].pattern }

  /// The pattern behind a match, by the match's place.
  func pattern(of match: Int32) -> CompiledPattern { phase.search.compiled[found.matches[Int(match)].pattern] }

  /// What evidence adds to the features.
  func evidence(of sighting: Sighting) -> Features {
    if case .composed(let place) = sighting.found { composed[Int(place)].evidence } else { [:] }
  }

  /// The lexicon and row of a term.
  func term(of sighting: Sighting) -> (lexicon: Lexicon, row: Int)? {
    guard case .term(let lexicon, let row) = sighting.found else { return nil }
    return (phase.search.lexicons[phase.members[Int(sighting.rule)].lexicons[Int(lexicon)]], Int(row))
  }
}
