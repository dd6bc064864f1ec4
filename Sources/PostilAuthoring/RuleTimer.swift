import PostilModel
import PostilPipeline
import PostilRules

/// Measures what each rule of a chain costs and gives over a set of documents.
public struct RuleTimer {
  /// The cost and the yield of one rule.
  public struct Cost: Sendable {
    /// The rule, as `ruleset/rule`.
    public let rule: String
    /// The time that the rule takes by itself, the search for its literals included, in seconds.
    public var seconds = 0.0
    /// The documents in which it was tried, that is all.
    public var documents = 0
    /// Calls of PCRE2.
    public var calls = 0
    /// Calls of PCRE2 that found nothing.
    public var failures = 0
    /// Matches before conditions.
    public var matches = 0
    /// Candidates behind the conditions.
    public var candidates = 0
    /// Candidates that lost their place to others.
    public var lost = 0
    /// Features that could not be made, though their captures took part.
    public var unmade = 0
    /// Candidates that the module left out.
    public var rejected = 0
  }

  private let worker: DocumentWorker
  private var costs: [String: Cost]
  private let rules: [String: Rule]

  /// - Throws: ``ModuleError`` when a module of the chain refuses its settings.
  public init(chain: Chain) throws {
    worker = try DocumentWorker(chain)
    let searched = chain.steps.flatMap(\.rulesets).flatMap(\.searched)
    rules = Dictionary(searched.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    costs = rules.mapValues { Cost(rule: $0.name) }
  }

  /// Adds what the rules do in `document`.
  public mutating func add(_ document: Document) throws {
    for step in try worker.trace(document).steps {
      for (index, candidate) in step.candidates.enumerated() {
        costs[candidate.rule]?.candidates += 1
        if let rule = rules[candidate.rule] {
          costs[candidate.rule]?.unmade += UnmadeFeature.all(of: candidate, by: rule).count { $0.absent == nil }
        }
        if candidate.lostTo != nil { costs[candidate.rule]?.lost += 1 }
        if step.rejections[index] != nil { costs[candidate.rule]?.rejected += 1 }
      }
    }
    for time in try worker.times(document) {
      costs[time.rule]?.seconds += time.seconds
      costs[time.rule]?.matches += time.matches
      costs[time.rule]?.documents += 1
      costs[time.rule]?.calls += time.calls
      costs[time.rule]?.failures += time.failures
    }
  }

  /// The costs, the dearest first.
  public var sorted: [Cost] { costs.values.sorted { ($1.seconds, $0.rule) < ($0.seconds, $1.rule) } }
}
