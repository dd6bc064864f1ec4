import PostilMatching
import PostilModel
import PostilModuleBridge
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
  /// Tells whether documents are in the chain's language; nil for a chain that is for any.
  let language: ChainLanguage?
  /// What finds the patterns and terms of all steps.
  let search: RuleSearch
  /// How many tables of shared origins the rules of all steps need.
  let originTables: Int

  /// Puts together steps whose order was checked.
  init(
    steps: [(module: LoadedModule?, rulesets: [Ruleset], settings: Features)], textAnalyzer: TextAnalyzer,
    numbers: NumberWords = .none, words: SentenceWords = .none, language: ChainLanguage? = nil,
    cache: RuleCache = RuleCache()
  ) {
    let rules = steps.map { $0.rulesets.flatMap(\.searched) }
    let search = RuleSearch(rules.flatMap { $0 }, cache: cache)
    var tables = 0
    self.steps = zip(steps, rules).map { step, rules in
      defer { tables += rules.map(OriginMaker.tables).reduce(0, +) }
      let finder = CandidateFinder(
        rulesets: step.rulesets, search: search, firstTable: tables, numbers: numbers, words: words,
        cache: cache)
      return Step(module: step.module, rulesets: step.rulesets, settings: step.settings, finder: finder)
    }
    self.search = search
    originTables = tables
    self.textAnalyzer = textAnalyzer
    self.language = language
  }
}

extension Chain {
  /// Ends the programs that run for its modules and are at no document.
  public func endPrograms() { for step in steps { step.module?.endPrograms() } }

  /// The decisions by which the modules of the chain make annotations, in its order.
  public var decisions: [ModuleManifest.Decision] { steps.flatMap { $0.module?.manifest.decisions ?? [] } }

  /// What each decision means, by its id: those of modules, and the frames by which they decide.
  public var decisionMeanings: [String: String] {
    let frames = steps.flatMap(\.frames).map { ($0.name, $0.metadata.title ?? $0.id) }
    return Dictionary(decisions.map { ($0.id, $0.meaning) } + frames) { first, _ in first }
  }
}

extension Chain.Step {
  /// The rules that the step's module matches itself, in the order in which it gets them: those of higher priority first.
  public var frames: [Rule] {
    guard let module, module.manifest.takesFrames else { return [] }
    let own = rulesets.filter { $0.module == module.manifest.name }.flatMap(\.rules).filter { $0.frame != nil }
    let ordered = own.enumerated().sorted {
      ($1.element.priority, $0.offset) < ($0.element.priority, $1.offset)
    }
    return ordered.map(\.element)
  }

  /// The tables that the step's module takes, with the rows of its rulesets in order, where a later row takes the place of an
  /// earlier one of its key.
  public var tables: [ModuleTable] { tables(of: rulesets) }

  /// The tables that the step's module takes, from these of the rulesets.
  func tables(of rulesets: some Sequence<Ruleset>) -> [ModuleTable] {
    guard let module else { return [] }
    let given = rulesets.filter { $0.module == module.manifest.name }.flatMap(\.tables)
    return module.manifest.takesTables.map { name in
      ModuleTable(name: name, rows: given.filter { $0.name == name }.flatMap(\.rows))
    }
  }

  /// An instance of the step's module with its settings, frames and tables; nil for rulesets alone.
  ///
  /// - Throws: ``ModuleError`` when the module refuses one of them.
  func makeInstance(run: RunTables) throws(ModuleError) -> ModuleInstance? {
    try module?.makeInstance(settings: settings, frames: frames.compactMap(\.asModuleSees), tables: tables, run: run)
  }
}

extension Rule {
  /// A frame as its module gets it; nil for a rule that is searched for.
  var asModuleSees: FrameRule? { frame.map { FrameRule(rule: name, type: type, text: $0.text) } }
}
