import PostilMatching
import PostilModel
import PostilModuleBridge
import PostilRules

/// Finds the candidates of one step: all rules of its phases, conditions, features and conflicts.
struct CandidateFinder: Sendable {
  /// Ascending.
  private let phases: [Phase]
  /// Those of the step's rules, in their order.
  private let origins: [OriginMaker]
  private let order: ContestOrder
  private let tables: ConditionTables

  /// - Parameters:
  ///   - search: What finds the patterns and terms of the rules.
  ///   - firstTable: The number of the first table of shared origins that is free for them.
  ///   - numbers: The words of the language for numbers.
  ///   - words: What else is known of the language.
  init(
    rulesets: [Ruleset], search: RuleSearch, firstTable: Int, numbers: NumberWords, words: SentenceWords,
    cache: RuleCache
  ) {
    let rules = rulesets.flatMap(\.searched)
    let byPhase = Dictionary(grouping: rules.enumerated(), by: \.element.phase)
    phases = byPhase.keys.sorted().map { number in
      Phase(
        number: number, rules: (byPhase[number] ?? []).map { (rule: $0.element, order: $0.offset) }, search: search)
    }
    tables = ConditionTables(rules, words: words, cache: cache)
    order = ContestOrder(rules)
    let lexicons = Dictionary(rulesets.map { ($0.name, $0.lexicons) }) { first, _ in first }
    var table = firstTable
    origins = rules.map { rule in
      defer { table += OriginMaker.tables(of: rule) }
      return OriginMaker(rule: rule, firstTable: table, lexicons: lexicons[rule.ruleset] ?? [:], numbers: numbers)
    }
  }

  /// The candidates of a document, by span and then rank, and the limits that were hit.
  ///
  /// - Parameters:
  ///   - annotations: What conditions may ask for: those of earlier steps and of the input.
  ///   - document: What conditions on metadata are asked of.
  func candidates(
    in subject: Subject, tokens: [Token], of document: Document, annotations: [Annotation], using memory: WorkerMemory
  ) -> (candidates: CandidateTable, diagnostics: [DocumentDiagnostic]) {
    var search = search(in: subject, annotations: annotations, using: memory)
    var diagnostics: [DocumentDiagnostic] = []
    for phase in phases { diagnostics += search.run(phase, tokens, document) }
    return (search.contest.finish(behind: annotations.count), diagnostics)
  }

  /// What the conditions of a rule of phase number `limit` may ask of: the annotations, and what earlier phases made.
  func checker(
    beforePhase limit: Int, in subject: Subject, tokens: [Token], of document: Document, annotations: [Annotation],
    using memory: WorkerMemory
  ) -> ConditionChecker {
    var search = search(in: subject, annotations: annotations, using: memory)
    for phase in phases where phase.number < limit { _ = search.run(phase, tokens, document) }
    return search.checker
  }

  private func search(
    in subject: Subject, annotations: [Annotation], using memory: WorkerMemory
  ) -> CandidateSearch {
    let checker = ConditionChecker(subject: subject, matcher: memory.matcher, tables: tables)
    checker.show(annotations)
    return CandidateSearch(
      origins: origins, isAskedFor: order.types.map(checker.isAskedFor), annotationCount: annotations.count,
      memory: memory, checker: checker, contest: Contest(order, run: memory.run))
  }
}

/// The search for one document's candidates, phase after phase.
private struct CandidateSearch {
  let origins: [OriginMaker]
  /// For each of the contest's types, whether conditions ask for it.
  let isAskedFor: [Bool]
  /// The annotations of earlier steps and of the input.
  let annotationCount: Int
  let memory: WorkerMemory
  let checker: ConditionChecker
  var contest: Contest

  /// Adds a phase's candidates to the contest, shows its winners to the phases behind it, and returns the limits it hit.
  mutating func run(_ phase: Phase, _ tokens: [Token], _ document: Document) -> [DocumentDiagnostic] {
    let found = phase.findings(in: checker.subject.found, by: checker, tokens: tokens)
    var diagnostics = found.diagnostics
    let first = contest.count
    contest.reserve(found.sightings.count)
    for (member, places) in zip(phase.members, found.places) where !places.isEmpty {
      let isIn = member.rule.document.allSatisfy { $0.accepts(document.value(of: $0.name)) }
      if isIn { diagnostics += add(found.sightings[places], of: member, found) }
    }
    contest.rank(from: first, length: checker.subject.codePoints)
    for index in first..<contest.count where isAskedFor[contest.type(of: index)] && contest.isWinner(index) {
      checker.show(contest.item(of: index, reference: annotationCount + index))
    }
    return diagnostics
  }

  /// Adds a rule's candidates, those aside that its conditions do not let pass, and returns the limits that were hit: none is added
  /// where a condition could not be asked.
  private mutating func add(
    _ sightings: ArraySlice<Sighting>, of member: Phase.Member, _ found: PhaseFindings
  ) -> [DocumentDiagnostic] {
    let rule = member.rule
    let first = contest.count
    var diagnostics: [DocumentDiagnostic] = []
    if !rule.conditions.isEmpty { checker.begin(rule) }
    let maker = origins[member.order]
    for sighting in sightings {
      var span = sighting.span
      if let capture = rule.spanCapture {
        guard let part = found.parts(of: sighting).first(where: { $0.name == capture })?.span else { continue }
        span = part
      }
      guard !span.isEmpty, rule.conditions.isEmpty || checker.failure(of: span, by: rule) == nil else { continue }
      let origin = maker.origin(
        at: sighting, of: found, in: checker.subject, memory: memory, own: { contest.table.add($0) },
        tooLong: { if !diagnostics.contains($0) { diagnostics.append($0) } })
      let firstCapture = contest.table.captures.count
      found.captures(of: sighting, memory) { contest.table.add(captureNamed: $0, at: $1) }
      contest.add(
        Contender(
          rule: member.order, origin: origin, span: span, captures: firstCapture..<contest.table.captures.count,
          references: found.references(of: sighting)))
    }
    if !rule.conditions.isEmpty, let failure = checker.searchFailure {
      contest.shorten(to: first)
      return [.failure(failure, of: rule)]
    }
    return diagnostics
  }
}

extension Document {
  /// A piece of metadata; `id`, `set`, `date` and `detectedLanguage` count as such.
  func value(of name: String) -> FeatureValue? {
    switch name {
    case "id": .string(id)
    case "set": .string(set)
    case "date": date.map { .string($0.value) }
    case "detectedLanguage": detectedLanguage.map { .string($0) }
    default: metadata[name]
    }
  }
}
