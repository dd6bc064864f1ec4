import PostilMatching
import PostilModel
import PostilRules

/// Finds the candidates of one step: all rules of its phases, conditions, features and conflicts.
struct CandidateFinder: Sendable {
  /// Ascending.
  private let phases: [Phase]
  /// Those of the step's rules, in their order.
  private let origins: [OriginMaker]
  private let order: ContestOrder
  private let tables: ConditionTables

  /// - Parameter numbers: The words of the language for numbers.
  init(rulesets: [Ruleset], numbers: NumberWords) {
    let rules = rulesets.flatMap(\.rules)
    let byPhase = Dictionary(grouping: rules.enumerated(), by: \.element.phase)
    phases = byPhase.keys.sorted().map { number in
      Phase(number: number, rules: (byPhase[number] ?? []).map { (rule: $0.element, order: $0.offset) })
    }
    tables = ConditionTables(rules)
    order = ContestOrder(rules)
    let lexicons = Dictionary(rulesets.map { ($0.name, $0.lexicons) }) { first, _ in first }
    origins = rules.map { OriginMaker(rule: $0, lexicons: lexicons[$0.ruleset] ?? [:], numbers: numbers) }
  }

  /// The candidates of a document, by span and then rank, and the limits that were hit.
  ///
  /// - Parameters:
  ///   - visible: What conditions may ask for: the annotations of earlier steps and of the input, by reference.
  ///   - document: What conditions on metadata are asked of.
  func candidates(
    in subject: Subject, tokens: [Token], of document: Document, visible: [VisibleItem], using memory: WorkerMemory
  ) -> (candidates: [Candidate], diagnostics: [DocumentDiagnostic]) {
    var search = search(in: subject, visible: visible, using: memory)
    var diagnostics: [DocumentDiagnostic] = []
    for phase in phases { diagnostics += search.run(phase, tokens, document) }
    return (search.contest.candidates(behind: visible.count), diagnostics)
  }

  /// What the conditions of a rule of phase number `limit` may ask of: the annotations, and what earlier phases made.
  func checker(
    beforePhase limit: Int, in subject: Subject, tokens: [Token], of document: Document, visible: [VisibleItem],
    using memory: WorkerMemory
  ) -> ConditionChecker {
    var search = search(in: subject, visible: visible, using: memory)
    for phase in phases where phase.number < limit { _ = search.run(phase, tokens, document) }
    return search.checker
  }

  private func search(in subject: Subject, visible: [VisibleItem], using memory: WorkerMemory) -> CandidateSearch {
    let checker = ConditionChecker(subject: subject, matcher: memory.matcher, tables: tables)
    checker.show(visible)
    return CandidateSearch(
      origins: origins, annotationCount: visible.count, memory: memory, checker: checker, contest: Contest(order))
  }
}

/// The search for one document's candidates, phase after phase.
private struct CandidateSearch {
  let origins: [OriginMaker]
  /// The annotations of earlier steps and of the input.
  let annotationCount: Int
  let memory: WorkerMemory
  let checker: ConditionChecker
  var contest: Contest

  /// Adds a phase's candidates to the contest, shows its winners to the phases behind it, and returns the limits it hit.
  mutating func run(_ phase: Phase, _ tokens: [Token], _ document: Document) -> [DocumentDiagnostic] {
    let found = phase.findings(by: checker, tokens: tokens)
    let isOut = phase.rules.map { rule, _ in
      !rule.document.allSatisfy { $0.accepts(document.value(of: $0.name)) }
    }
    let contenders = found.sightings.compactMap { isOut[$0.rule] ? nil : contender($0, phase) }
    for winner in contest.add(contenders) where checker.isAskedFor(contest.type(of: winner)) {
      checker.show(CollectionOfOne(contest.item(of: winner, reference: annotationCount + winner)))
    }
    return found.diagnostics
  }

  private func contender(_ sighting: Sighting, _ phase: Phase) -> Contender? {
    let (rule, order) = phase.rules[sighting.rule]
    var span = sighting.span
    if let capture = rule.spanCapture {
      guard let part = sighting.part(capture)?.span else { return nil }
      span = part
    }
    guard !span.isEmpty, checker.failure(of: span, by: rule) == nil else { return nil }
    let origin = origins[order].origin(
      at: sighting, in: checker.subject, lexicons: phase.lexicons, memory: memory)
    return Contender(
      rule: order, origin: origin, span: span,
      groups: sighting.match?.parts.map { .init(name: $0.name, span: $0.span) } ?? [],
      references: sighting.references, length: checker.subject.codePoints(in: span))
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
