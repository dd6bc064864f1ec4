import PostilDiagnostics
import PostilMatching
import PostilModel

/// The rulesets of a run and everything that is wrong with their files.
public struct LoadedRules: Sendable {
  /// Without the rules that are broken.
  public let rulesets: [Ruleset]
  /// By file and place.
  public let diagnostics: [Diagnostic]
}

/// Loads rule files, collecting all errors of all files.
public struct RuleLoader: Sendable {
  private let manifests: [ModuleManifest]
  private let knownTypes: Set<String>
  private let order: [String?]
  private let inflections: Inflections
  private let cache: RuleCache

  /// - Parameters:
  ///   - manifests: The contracts that rules for modules are checked against.
  ///   - knownTypes: Types that the input brings.
  ///   - order: For each step of the chain its module.
  ///   - inflections: The forms of the words of the chain's language.
  ///   - cache: What is known of patterns already; what is found out of others is added.
  public init(
    manifests: [ModuleManifest], knownTypes: Set<String> = [], order: [String?] = [], inflections: Inflections = .none,
    cache: RuleCache = RuleCache()
  ) {
    self.inflections = inflections
    self.manifests = manifests
    self.knownTypes = knownTypes
    self.order = order
    self.cache = cache
  }

  /// Loads `files` in order; a second ruleset of one name is told and left out.
  ///
  /// - Parameter replacing: Whether it takes the place of the first instead.
  public func load(_ files: [RuleFile], replacing: Bool = false) -> LoadedRules {
    var diagnostics: [Diagnostic] = []
    var rulesets: [Ruleset] = []
    var places: [String: Int] = [:]
    let imports = ImportedFiles()
    let reads = files.concurrentMap { read($0, imports) }
    for read in reads {
      diagnostics += read.diagnostics
      guard let ruleset = read.ruleset else { continue }
      if let place = places[ruleset.name] {
        if replacing {
          rulesets[place] = ruleset
          continue
        }
        diagnostics.append(
          read.source.diagnostic(
            .repeatedRuleset, "ruleset '\(ruleset.name)' is already defined in '\(rulesets[place].file)'", line: 1,
            column: 1))
        continue
      }
      places[ruleset.name] = rulesets.count
      rulesets.append(ruleset)
    }
    diagnostics += reads.compactMap { read in read.ruleset.map { (read.source, $0) } }.disagreements()
    return LoadedRules(rulesets: rulesets, diagnostics: diagnostics.sorted { $0.location < $1.location })
  }

  /// What one file holds, without what clashes with other files.
  private struct Read: Sendable {
    var source: SourceFile
    var ruleset: Ruleset?
    var diagnostics: [Diagnostic]
  }

  private func read(_ file: RuleFile, _ imports: ImportedFiles) -> Read {
    do throws(Diagnostic) {
      let source = try SourceFile(path: file.path, name: file.displayName)
      var parser = RulesetParser(
        source: source, path: file.path, manifests: manifests, knownTypes: knownTypes,
        cache: cache, assignedLater: { assignedLater(thanStepOf: $0, in: file) }, inflections: inflections,
        imports: imports)
      let ruleset = parser.parse()
      return Read(source: source, ruleset: ruleset, diagnostics: parser.diagnostics)
    } catch {
      return Read(source: SourceFile(name: file.displayName, text: ""), ruleset: nil, diagnostics: [error])
    }
  }

  /// The types that the step of a ruleset, or a later one, assigns and no earlier one does, with the module.
  private func assignedLater(thanStepOf module: String?, in file: RuleFile) -> [String: String] {
    guard let step = module.flatMap({ module in order.firstIndex { $0 == module } }) ?? file.step else { return [:] }
    func assigned(_ steps: some Sequence<String?>) -> [(type: String, module: String)] {
      steps.compactMap { name in manifests.first { $0.name == name } }.flatMap { manifest in
        manifest.assigns.map { ($0.type, manifest.name) }
      }
    }
    let earlier = Set(assigned(order[..<step]).map(\.type)).union(knownTypes)
    let own = Set(manifests.first { $0.name == module }?.inputs.map(\.type) ?? [])
    let later = assigned(order[step...]).filter { !earlier.contains($0.type) && !own.contains($0.type) }
    return Dictionary(later.map { ($0.type, $0.module) }) { first, _ in first }
  }
}
