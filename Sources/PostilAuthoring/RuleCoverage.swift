import PostilModel
import PostilPipeline
import PostilRules

/// Counts which rules, lexicon rows and decisions of modules are ever used over a set of documents.
public struct RuleCoverage {
  /// A lexicon with the terms that no candidate came from.
  public struct IdleTerms: Sendable {
    /// The ruleset and the lexicon.
    public let lexicon: String
    /// How many terms it has.
    public let count: Int
    /// Those that never occurred, in order.
    public let terms: [String]
  }

  private let chain: Chain
  private let worker: DocumentWorker
  /// The names of the rules that modules match themselves.
  private let frames: Set<String>
  private var used: Set<String> = []
  private var made: Set<String> = []
  private var usedRows: [ObjectIdentifier: Set<Int>] = [:]
  /// For each rule with `anyOf`, how often its alternatives took part.
  private var alternatives: [String: [Int]] = [:]

  /// - Throws: ``ModuleError`` when a module of the chain refuses its settings.
  public init(chain: Chain) throws {
    self.chain = chain
    worker = try DocumentWorker(chain)
    frames = Set(chain.steps.flatMap(\.frames).map(\.name))
  }

  private var rules: [Rule] { chain.steps.flatMap(\.rulesets).flatMap(\.rules) }

  /// Adds the candidates of `document`.
  public mutating func add(_ document: Document) throws {
    for time in try worker.times(document) where !time.alternatives.isEmpty {
      let before = alternatives[time.rule] ?? time.alternatives.map { _ in 0 }
      alternatives[time.rule] = zip(before, time.alternatives).map { $0 + $1 }
    }
    let tables = Dictionary(rules.map { ($0.name, $0.matcher.tables) }, uniquingKeysWith: { first, _ in first })
    let trace = try worker.trace(document)
    made.formUnion(trace.annotations.compactMap(\.provenance.decision))
    used.formUnion(frames.intersection(made))
    for candidate in trace.steps.flatMap(\.candidates) {
      used.insert(candidate.rule)
      for capture in candidate.captures {
        for lexicon in tables[candidate.rule]?[capture.name] ?? [] {
          guard let row = lexicon.row(for: document.text[capture.span]) else { continue }
          usedRows[ObjectIdentifier(lexicon), default: []].insert(row)
        }
      }
    }
  }

  /// The rules that made no candidate, and the frames by which nothing was made, in the order of the chain.
  public var idleRules: [String] { rules.map(\.name).filter { !used.contains($0) } }

  /// The alternatives of `anyOf`, and the roles of events, that never took part, though their rule fired: the rule, and which of them.
  public var idleAlternatives: [(rule: String, alternative: String)] {
    rules.filter { used.contains($0.name) }.flatMap { rule in
      (alternatives[rule.name] ?? []).enumerated().filter { $0.element == 0 }.map { (rule.name, rule.words($0.offset)) }
    }
  }

  /// The decisions of the chain's modules, in its order.
  public var decisions: [ModuleManifest.Decision] { chain.decisions }

  /// Those decisions that made no annotation.
  public var idleDecisions: [ModuleManifest.Decision] { decisions.filter { !made.contains($0.id) } }

  /// The names of all rules, in the order of the chain.
  public var ruleNames: [String] { rules.map(\.name) }

  /// The terms that no candidate came from, by lexicon.
  public var idleTerms: [IdleTerms] {
    var seen: Set<ObjectIdentifier> = []
    return rules.flatMap { rule in
      rule.matcher.tables.sorted { $0.key < $1.key }.flatMap(\.value).compactMap { lexicon -> IdleTerms? in
        guard seen.insert(ObjectIdentifier(lexicon)).inserted else { return nil }
        let rows = usedRows[ObjectIdentifier(lexicon)] ?? []
        let idle = (0..<lexicon.count).filter { !rows.contains($0) }.map(lexicon.term)
        return IdleTerms(lexicon: "\(rule.ruleset)/\(lexicon.name)", count: lexicon.count, terms: idle)
      }
    }
  }
}

extension Rule {
  /// What an author calls an alternative of its `anyOf`.
  fileprivate func words(_ alternative: Int) -> String {
    switch matcher {
    case .sequence(let sequence): "the alternative of anyOf on line \(sequence.alternatives[alternative].line)"
    case .event(let event): "role \(event.roles[alternative].name)"
    case .patterns, .terms, .evidence, .frame: "pattern \(alternative + 1) of anyOf"
    }
  }
}
