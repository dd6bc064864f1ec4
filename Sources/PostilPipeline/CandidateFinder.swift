import PostilMatching
import PostilModel
import PostilRules

/// Finds the candidates of one step: all rules of its phases, conditions, features and conflicts.
struct CandidateFinder: Sendable {
  /// Ascending.
  let phases: [Phase]
  /// The lexicons that templates may look up, by name, for each ruleset.
  private let lexicons: [String: [String: Lexicon]]
  /// The indexes of the lexicons that conditions look up.
  private let conditionIndexes: [ObjectIdentifier: TermIndex]

  init(rulesets: [Ruleset], firstOrder: Int) {
    var order = firstOrder
    var entries: [Int: [Phase.Entry]] = [:]
    for rule in rulesets.flatMap(\.rules) {
      entries[rule.phase, default: []].append(.init(rule: rule, order: order))
      order += 1
    }
    phases = entries.keys.sorted().map { Phase(number: $0, entries: entries[$0] ?? []) }
    let looked = rulesets.flatMap(\.rules).flatMap { $0.within + $0.notWithin }.flatMap(\.lexicons)
    conditionIndexes = Dictionary(
      looked.map { (ObjectIdentifier($0), TermIndex($0.terms(lexicon: 0))) }, uniquingKeysWith: { first, _ in first })
    lexicons = Dictionary(rulesets.map { ($0.name, $0.lexicons) }) { first, _ in first }
  }

  /// The candidates of a document, by span and then rank, and the limits that were hit.
  ///
  /// - Parameter visible: What conditions may ask for: the annotations of earlier steps and of the input.
  func candidates(
    in subject: Subject, visible: [VisibleItem], using matcher: Matcher
  ) -> (candidates: [Candidate], diagnostics: [DocumentDiagnostic]) {
    var checker = ConditionChecker(subject: subject, matcher: matcher, indexes: conditionIndexes)
    checker.show(visible)
    var contenders: [Contender] = []
    var diagnostics: [DocumentDiagnostic] = []
    for phase in phases {
      let found = phase.sightings(in: subject, using: matcher)
      diagnostics += found.diagnostics
      let before = contenders.count
      for sighting in found.sightings {
        if let contender = contender(sighting, phase, subject, &checker) { contenders.append(contender) }
      }
      if phase.number != phases.last?.number {
        checker.show(contenders[before...].map { VisibleItem(type: $0.type, span: $0.span, features: $0.features) })
      }
    }
    return (ordered(contenders), diagnostics)
  }

  private func contender(
    _ sighting: Sighting, _ phase: Phase, _ subject: Subject, _ checker: inout ConditionChecker
  ) -> Contender? {
    let entry = phase.entries[sighting.rule]
    let rule = entry.rule
    var span = sighting.span
    if let capture = rule.spanCapture {
      guard let part = sighting.captures.first(where: { $0.name == capture })?.span else { return nil }
      span = part
    }
    guard !span.isEmpty, checker.allows(span, by: rule) else { return nil }
    return Contender(
      type: rule.type, span: span, captures: sighting.captures, features: features(of: rule, at: sighting, subject),
      rule: rule, ruleOrder: entry.order, phase: phase.number, length: subject.codePoints(in: span))
  }

  private func features(of rule: Rule, at sighting: Sighting, _ subject: Subject) -> Features {
    guard !rule.features.isEmpty else { return [:] }
    let context = TemplateContext(
      text: { name in sighting.captures.first { $0.name == name }.map { subject.text($0.span) } },
      row: { name in
        if name == "term", let term = sighting.term { return term }
        guard let lexicon = sighting.pattern?.lexiconCaptures[name],
          let span = sighting.captures.first(where: { $0.name == name })?.span,
          let row = lexicon.row(for: subject.text(span)[...])
        else { return nil }
        return (lexicon, row)
      },
      lexicon: { lexicons[rule.ruleset]?[$0] })
    var features = Features()
    for template in rule.features {
      if let value = template.value(in: context) { features[template.name] = value }
    }
    return features
  }

  private func ordered(_ contenders: [Contender]) -> [Candidate] {
    let outcome = ConflictResolution.resolve(contenders)
    let order = contenders.indices.sorted {
      (contenders[$0].span, outcome[$0].rank, contenders[$0].ruleOrder, $0)
        < (contenders[$1].span, outcome[$1].rank, contenders[$1].ruleOrder, $1)
    }
    var places = [Int](repeating: 0, count: contenders.count)
    for (place, index) in order.enumerated() { places[index] = place }
    return order.map { index in
      let contender = contenders[index]
      return Candidate(
        type: contender.type, span: contender.span, captures: contender.captures, features: contender.features,
        rule: contender.rule.name, rank: outcome[index].rank, lostTo: outcome[index].lostTo.map { places[$0] })
    }
  }
}
