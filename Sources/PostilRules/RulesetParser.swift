import Foundation
import PostilDiagnostics
import PostilMatching
import PostilModel

/// Reads one rule file with what it imports.
struct RulesetParser {
  let source: SourceFile
  let folder: String
  let manifests: [ModuleManifest]
  let knownTypes: Set<String>
  let cache: RuleCache
  private let assignedLater: (String?) -> [String: String]
  let inflections: Inflections
  let imports: ImportedFiles
  /// The files that import this one, to refuse cycles.
  let importers: [String]
  var diagnostics: [Diagnostic] = []
  var definitions: [String: Definition] = [:]
  var broken = BrokenNames()
  var lexicons: [String: Lexicon] = [:]
  var types: [TypeDeclaration] = []

  /// - Parameters:
  ///   - cache: What is known of patterns already.
  ///   - imports: The files that were imported before.
  ///   - assignedLater: For a module, or nil, the types that are assigned too late for its rules.
  init(
    source: SourceFile, path: String, manifests: [ModuleManifest], knownTypes: Set<String>,
    cache: RuleCache, assignedLater: @escaping (String?) -> [String: String] = { _ in [:] }, inflections: Inflections,
    imports: ImportedFiles, importers: [String] = []
  ) {
    self.inflections = inflections
    self.imports = imports
    self.source = source
    self.cache = cache
    self.assignedLater = assignedLater
    self.importers = importers + [path]
    folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    self.manifests = manifests
    self.knownTypes = knownTypes
  }

  /// The ruleset without its broken rules; nil when the file as a whole is broken.
  mutating func parse() -> Ruleset? {
    // What is wrong with a definition is told once, however many rules use it.
    defer { diagnostics = diagnostics.uniqued() }
    let root: YAMLNode?
    do throws(Diagnostic) {
      root = try cache.tree(of: source)
    } catch {
      diagnostics.append(error)
      return nil
    }
    guard let root else {
      diagnostics.append(source.diagnostic(.emptyFile, "the file is empty", line: 1, column: 1))
      return nil
    }
    var file = FieldReader(root, source, known: RuleFields.file, what: "a rule file")
    defer { diagnostics += file.diagnostics }
    guard root.entries != nil else { return nil }
    guard let version = file.required("postil", in: "a rule file"),
      let name = file.requiredName("ruleset", in: "a rule file")
    else { return nil }
    if version.text != "1" {
      file.fault(.otherFormatVersion, "format version '\(version.text)' is not 1", at: version.location)
      return nil
    }
    readShared(&file)
    let isBroken = checkDefinitions()
    let module = file.text("module")
    let manifest = manifest(of: module, &file)
    if module != nil, manifest == nil { return nil }
    checkDefaults(file["defaults"])
    let tables = tables(of: &file, for: manifest)
    let rules = isBroken ? [] : rules(of: &file, ruleset: name.text, manifest: manifest)
    if file["rules"] == nil, file["tables"] == nil, definitions.isEmpty, lexicons.isEmpty {
      diagnostics.append(
        source.diagnostic(.emptyFile, "the file has neither rules nor definitions", line: 1, column: 1))
    }
    return Ruleset(
      name: name.text, file: source.name, module: module?.text, language: file.text("language")?.text, types: types,
      rules: rules, lexicons: lexicons, tables: tables)
  }

  private func manifest(of module: YAMLScalar?, _ file: inout FieldReader) -> ModuleManifest? {
    guard let module else { return nil }
    if let manifest = manifests.first(where: { $0.name == module.text }) { return manifest }
    file.fault(
      .unknownModule, "there is no module '\(module.text)'", at: module.location,
      help: Suggestion.help(for: module.text, among: manifests.map(\.name))
        ?? "--modules FOLDER tells where modules are that do not ship with the program")
    return nil
  }

  /// What is imported, then the file's own definitions, lexicons and types, which win over imported ones.
  mutating func readShared(_ file: inout FieldReader) {
    readImports(&file)
    for entry in file.mapping("definitions") {
      if let scalar = entry.value.scalar {
        definitions[entry.key.text] = Definition(scalar: scalar, source: source)
      } else {
        broken.names.insert(entry.key.text)
        file.fault(.wrongShape, "a definition must be text, not \(entry.value.kindName)", at: entry.value.location)
      }
    }
    for entry in file.mapping("lexicons") { readLexicon(entry) }
    for entry in file.mapping("types") { readType(entry) }
  }

  /// Tells cycles among the definitions, used or not.
  ///
  /// - Returns: Whether there are any; the rules that use them cannot be read.
  private mutating func checkDefinitions() -> Bool {
    let expander = PatternExpander(
      source: source, definitions: definitions, lexicons: lexicons, broken: broken, inflections: inflections,
      cache: cache)
    guard let first = expander.firstCycle() else { return false }
    diagnostics.append(first)
    return true
  }

  private mutating func checkDefaults(_ node: YAMLNode?) {
    guard let node else { return }
    diagnostics += FieldReader(node, source, known: RuleFields.defaults, what: "'defaults'").diagnostics
  }

  private mutating func rules(of file: inout FieldReader, ruleset: String, manifest: ModuleManifest?) -> [Rule] {
    guard let list = file["rules"] else { return [] }
    guard let nodes = list.elements else {
      file.fault(.wrongShape, "'rules' must be a list, not \(list.kindName)", at: list.location)
      return []
    }
    var rules: [Rule] = []
    var lines: [String: Int] = [:]
    let contract = TypeContracts(
      types: types, manifest: manifest, manifests: manifests, knownTypes: knownTypes,
      assignedLater: assignedLater(manifest?.name))
    let expander = PatternExpander(
      source: source, definitions: definitions, lexicons: lexicons, broken: broken, inflections: inflections,
      cache: cache)
    for node in nodes {
      var parser = RuleParser(
        source: source, ruleset: ruleset, defaults: file["defaults"], contracts: contract, expander: expander)
      let rule = parser.parse(node)
      diagnostics += parser.diagnostics
      guard let rule else { continue }
      if let first = lines.updateValue(rule.location.line, forKey: rule.id) {
        lines[rule.id] = first
        diagnostics.append(
          source.diagnostic(.repeatedRule, "rule '\(rule.id)' is already defined on line \(first)", at: rule.location))
      } else {
        rules.append(rule)
      }
    }
    checkPolicies(rules)
    return rules
  }

  /// Rules of one type that name different conflict policies, `all` aside, cannot be ordered.
  private mutating func checkPolicies(_ rules: [Rule]) {
    var first: [String: Rule] = [:]
    for rule in rules where rule.conflict != .all && rule.frame == nil {
      guard let other = first[rule.type] else {
        first[rule.type] = rule
        continue
      }
      if other.conflict != rule.conflict {
        diagnostics.append(
          source.diagnostic(
            .differentPolicies, "rules of type '\(rule.type)' name different conflict policies: see rule '\(other.id)'",
            at: rule.location))
      }
    }
  }
}
