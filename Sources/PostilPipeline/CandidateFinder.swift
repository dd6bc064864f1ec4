import PostilMatching
import PostilModel
import PostilRules

/// Finds the candidates of one step: all rules of its phases, conditions, features and conflicts.
struct CandidateFinder: Sendable {
  /// Ascending.
  let phases: [Phase]
  /// The lexicons that templates may look up, by name, for each ruleset.
  private let lexicons: [String: [String: Lexicon]]
  private let tables: ConditionTables

  init(rulesets: [Ruleset], firstOrder: Int) {
    var order = firstOrder
    var entries: [Int: [Phase.Entry]] = [:]
    for rule in rulesets.flatMap(\.rules) {
      entries[rule.phase, default: []].append(.init(rule: rule, order: order))
      order += 1
    }
    phases = entries.keys.sorted().map { Phase(number: $0, entries: entries[$0] ?? []) }
    tables = ConditionTables(rulesets.flatMap(\.rules))
    lexicons = Dictionary(rulesets.map { ($0.name, $0.lexicons) }) { first, _ in first }
  }

  /// The candidates of a document, by span and then rank, and the limits that were hit.
  ///
  /// - Parameters:
  ///   - visible: What conditions may ask for: the annotations of earlier steps and of the input, by reference.
  ///   - document: What conditions on metadata are asked of.
  func candidates(
    in subject: Subject, tokens: [Token], of document: Document, visible: [VisibleItem], using matcher: Matcher
  ) -> (candidates: [Candidate], diagnostics: [DocumentDiagnostic]) {
    let checker = ConditionChecker(subject: subject, matcher: matcher, tables: tables)
    checker.show(visible)
    var contest = Contest()
    var diagnostics: [DocumentDiagnostic] = []
    for phase in phases {
      diagnostics += run(phase, checker, tokens, document, &contest, annotationCount: visible.count)
    }
    return (contest.candidates(behind: visible.count), diagnostics)
  }

  /// What the conditions of a rule of phase number `limit` may ask of: the annotations, and what earlier phases made.
  func checker(
    beforePhase limit: Int, in subject: Subject, tokens: [Token], of document: Document, visible: [VisibleItem],
    using matcher: Matcher
  ) -> ConditionChecker {
    let checker = ConditionChecker(subject: subject, matcher: matcher, tables: tables)
    checker.show(visible)
    var contest = Contest()
    for phase in phases where phase.number < limit {
      _ = run(phase, checker, tokens, document, &contest, annotationCount: visible.count)
    }
    return checker
  }

  /// Adds a phase's candidates to the contest, shows its winners to the phases behind it, and returns the limits it hit.
  private func run(
    _ phase: Phase, _ checker: ConditionChecker, _ tokens: [Token], _ document: Document, _ contest: inout Contest,
    annotationCount: Int
  ) -> [DocumentDiagnostic] {
    let found = phase.findings(by: checker, tokens: tokens)
    let isOut = phase.entries.map { entry in
      !entry.rule.document.allSatisfy { $0.accepts(document.value(of: $0.name)) }
    }
    let contenders = found.sightings.filter { !isOut[$0.rule] }.compactMap { contender($0, phase, checker) }
    let winners = contest.add(contenders)
    if phase.number != phases.last?.number {
      checker.show(winners.map { contest.item(of: $0, reference: annotationCount + $0) })
    }
    return found.diagnostics
  }

  private func contender(_ sighting: Sighting, _ phase: Phase, _ checker: ConditionChecker) -> Contender? {
    let entry = phase.entries[sighting.rule]
    let rule = entry.rule
    var span = sighting.span
    if let capture = rule.spanCapture {
      guard let part = sighting.part(capture)?.span else { return nil }
      span = part
    }
    guard !span.isEmpty, checker.failure(of: span, by: rule) == nil else { return nil }
    return Contender(
      type: rule.type, span: span, captures: sighting.parts.map { .init(name: $0.name, span: $0.span) },
      features: features(of: entry, at: sighting, checker.subject), references: sighting.references, rule: rule,
      ruleOrder: entry.order, phase: phase.number, length: checker.subject.codePoints(in: span))
  }

  private func features(of entry: Phase.Entry, at sighting: Sighting, _ subject: Subject) -> Features {
    let rule = entry.rule
    if let constant = entry.constantFeatures, sighting.evidence.isEmpty { return constant }
    let context = TemplateContext(
      text: { name in
        sighting.part(name).map { subject.text($0.span) }
          ?? sighting.evidence[name]?.text(span: { _ in nil }, annotation: { _ in nil })
      },
      cell: { sighting.cell($0, $1, in: subject) },
      lexicon: { lexicons[rule.ruleset]?[$0] },
      place: sighting.place)
    var features = sighting.evidence
    for template in rule.features {
      if let value = template.value(in: context) { features[template.name] = value }
    }
    return features
  }
}

extension Document {
  /// A piece of metadata; `id`, `set` and `date` count as such.
  func value(of name: String) -> FeatureValue? {
    switch name {
    case "id": .string(id)
    case "set": .string(set)
    case "date": date.map { .string($0.value) }
    default: metadata[name]
    }
  }
}
