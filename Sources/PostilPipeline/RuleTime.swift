import PostilMatching
import PostilModel
import PostilRules

/// How long one rule takes by itself in a document.
public struct RuleTime: Sendable {
  /// The rule, as `ruleset/rule`.
  public let rule: String
  /// The time of its matching, in seconds.
  public let seconds: Double
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
    let rules = step.rulesets.flatMap(\.rules)
    phases = rules.map { Phase(number: $0.phase, rules: [($0, 0)]) }
    tables = ConditionTables(rules)
  }

  func times(in subject: Subject, work: DocumentWork, using memory: WorkerMemory) -> [RuleTime] {
    phases.map { phase in
      let checker = ConditionChecker(subject: subject, matcher: memory.matcher, tables: tables)
      checker.show(work.visibleItems)
      var sightings: [Sighting] = []
      let took = ContinuousClock().measure {
        sightings = phase.findings(by: checker, tokens: work.structure.tokens).sightings
      }
      let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
      let rule = phase.rules[0].rule
      return RuleTime(
        rule: rule.name, seconds: seconds, matches: sightings.count,
        alternatives: Self.alternatives(of: rule, in: sightings))
    }
  }

  private static func alternatives(of rule: Rule, in sightings: [Sighting]) -> [Int] {
    guard case .patterns(let patterns) = rule.matcher, patterns.count > 1 else { return [] }
    return patterns.map { pattern in
      sightings.count { $0.match?.pattern?.pattern.identity == pattern.pattern.identity }
    }
  }
}
