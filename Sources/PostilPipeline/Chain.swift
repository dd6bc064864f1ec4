import PostilModel
import PostilModuleHost
import PostilRules
import PostilText

/// The ordered steps of an analysis, ready to run; shared by all workers.
public struct Chain: Sendable {
  /// A module with its rulesets and settings, or rulesets alone.
  public struct Step: Sendable {
    /// The module that judges; nil for rulesets whose candidates become annotations as they are.
    public let module: LoadedModule?
    /// The rulesets, in order.
    public let rulesets: [Ruleset]
    /// The settings of the chain file and of `--set`, the defaults filled in.
    public let settings: Features
    let finder: CandidateFinder
  }

  /// In the order in which they run.
  public let steps: [Step]
  /// Finds paragraphs, sentences, quotations, … with the words of the chain's language.
  public let textAnalyzer: TextAnalyzer
  /// What finds the patterns and terms of all steps.
  let search: RuleSearch
  /// How many tables of shared origins the rules of all steps need.
  let originTables: Int

  /// Puts together steps whose order was checked.
  init(
    steps: [(module: LoadedModule?, rulesets: [Ruleset], settings: Features)], textAnalyzer: TextAnalyzer,
    numbers: NumberWords = .none
  ) {
    let rules = steps.map { $0.rulesets.flatMap(\.rules) }
    let search = RuleSearch(rules.flatMap { $0 })
    var tables = 0
    self.steps = zip(steps, rules).map { step, rules in
      defer { tables += rules.map(OriginMaker.tables).reduce(0, +) }
      let finder = CandidateFinder(rulesets: step.rulesets, search: search, firstTable: tables, numbers: numbers)
      return Step(module: step.module, rulesets: step.rulesets, settings: step.settings, finder: finder)
    }
    self.search = search
    originTables = tables
    self.textAnalyzer = textAnalyzer
  }
}

extension Chain {
  /// The decisions by which the modules of the chain make annotations, in its order.
  public var decisions: [ModuleManifest.Decision] { steps.flatMap { $0.module?.manifest.decisions ?? [] } }

  /// What each decision means, by its id.
  public var decisionMeanings: [String: String] {
    Dictionary(decisions.map { ($0.id, $0.meaning) }) { first, _ in first }
  }
}
