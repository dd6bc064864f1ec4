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
  /// For a rule with `anyOf`, the matches of each pattern.
  public let alternatives: [Int]
}

/// Every rule of a step as a phase of its own, for measuring it.
struct StepTimer {
  private let phases: [Phase]
  private let tables: ConditionTables

  init(_ step: Chain.Step) {
    let rules = step.rulesets.flatMap(\.searched)
    phases = rules.map {
      Phase(number: $0.phase, rules: [($0, 0)], search: RuleSearch([$0], withConditions: false))
    }
    tables = ConditionTables(rules)
  }

  func times(in subject: Subject, work: DocumentWork, using memory: WorkerMemory) -> [RuleTime] {
    phases.map { phase in
      let checker = ConditionChecker(subject: subject, matcher: memory.matcher, tables: tables)
      checker.show(work.annotations)
      var matches = 0
      var ofPatterns = [Int](repeating: 0, count: phase.search.compiled.count)
      let before = (calls: memory.matcher.calls, failures: memory.matcher.failures)
      let took = ContinuousClock().measure {
        let found = phase.search.findings(
          in: subject.bytes, subject.terms, regions: subject.regions, using: memory.matcher)
        let sightings = phase.findings(in: found, by: checker, tokens: work.structure.tokens).sightings
        matches = sightings.count
        for case .match(let place) in sightings.map(\.found) { ofPatterns[found.matches[Int(place)].pattern] += 1 }
      }
      let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
      return RuleTime(
        rule: phase.members[0].rule.name, seconds: seconds, calls: memory.matcher.calls - before.calls,
        failures: memory.matcher.failures - before.failures, matches: matches,
        alternatives: ofPatterns.count > 1 ? ofPatterns : [])
    }
  }
}
