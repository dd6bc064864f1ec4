import PostilMatching
import PostilModel
import PostilRules

/// How long one rule takes by itself in a document.
public struct RuleTime: Sendable {
  /// The rule, as `ruleset/rule`.
  public let rule: String
  /// The time of its matching, in seconds.
  public let seconds: Double
  /// The calls of PCRE2 that it took.
  public let calls: Int
  /// Those of them that found nothing.
  public let failures: Int
  /// Its matches, before conditions and conflicts.
  public let matches: Int
  /// For a rule with `anyOf`, the matches of each pattern, of each alternative of its sequence, or of each role of its event.
  public let alternatives: [Int]
}

/// Every rule of a step as a phase of its own, for measuring it.
struct StepTimer {
  private let phases: [Phase]
  private let tables: ConditionTables
  private let finder: CandidateFinder

  init(_ step: Chain.Step) {
    let rules = step.rulesets.flatMap(\.searched)
    phases = rules.map {
      Phase(number: $0.phase, rules: [($0, 0)], search: RuleSearch([$0], withConditions: false))
    }
    tables = ConditionTables(rules)
    finder = step.finder
  }

  func times(in subject: Subject, work: DocumentWork, using memory: WorkerMemory) -> [RuleTime] {
    let words = TermText(subject.bytes)
    return phases.map { phase in
      let rule = phase.members[0].rule
      let checker = checker(for: rule, in: subject, work: work, using: memory)
      var found = PhaseFindings?.none
      let before = (calls: memory.matcher.calls, failures: memory.matcher.failures)
      let took = ContinuousClock().measure {
        let matches = phase.search.findings(
          in: subject.bytes, words, regions: subject.regions, using: memory.matcher)
        found = phase.findings(in: matches, by: checker, tokens: work.structure.tokens)
      }
      let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
      return RuleTime(
        rule: rule.name, seconds: seconds, calls: memory.matcher.calls - before.calls,
        failures: memory.matcher.failures - before.failures, matches: found?.sightings.count ?? 0,
        alternatives: found?.alternatives(of: rule) ?? [])
    }
  }

  /// What the rule's elements and items are asked of; what earlier phases made only where it may ask for that.
  private func checker(
    for rule: Rule, in subject: Subject, work: DocumentWork, using memory: WorkerMemory
  ) -> ConditionChecker {
    switch rule.matcher {
    case .sequence, .event, .evidence:
      return finder.checker(
        beforePhase: rule.phase, in: subject, tokens: work.structure.tokens, of: work.document,
        annotations: work.annotations, using: memory)
    case .patterns, .terms, .frame:
      return ConditionChecker(subject: subject, matcher: memory.matcher, tables: tables)
    }
  }
}

extension PhaseFindings {
  /// For each pattern of the `anyOf` of a phase's one rule, or each alternative of its sequence, how often it took part.
  fileprivate func alternatives(of rule: Rule) -> [Int] {
    switch rule.matcher {
    case .patterns(let patterns) where patterns.count > 1:
      sightings.reduce(into: patterns.map { _ in 0 }) { counts, sighting in
        if case .match(let place) = sighting.found { counts[patternNumber(of: place)] += 1 }
      }
    case .sequence(let sequence):
      composed.reduce(into: sequence.alternatives.map { _ in 0 }) { counts, one in
        for number in one.alternatives { counts[number] += 1 }
      }
    case .event(let event):
      composed.reduce(into: event.roles.map { _ in 0 }) { counts, one in
        for number in one.alternatives { counts[number] += 1 }
      }
    case .patterns, .terms, .evidence, .frame: []
    }
  }
}
