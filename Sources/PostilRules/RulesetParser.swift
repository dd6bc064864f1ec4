import Foundation
import PostilDiagnostics
import PostilModel

/// Reads one rule file with what it imports.
struct RulesetParser {
  private let source: SourceFile
  private let folder: String
  private let manifests: [ModuleManifest]
  private let knownTypes: Set<String>
  private let assignedLater: (String?) -> [String: String]
  /// The files that import this one, to refuse cycles.
  private let importers: [String]
  private(set) var diagnostics: [Diagnostic] = []
  private var definitions: [String: Definition] = [:]
  private var lexicons: [String: Lexicon] = [:]
  private var types: [TypeDeclaration] = []

  /// - Parameter assignedLater: For a module, or nil, the types that are assigned too late for its rules.
  init(
    source: SourceFile, path: String, manifests: [ModuleManifest], knownTypes: Set<String>,
    assignedLater: @escaping (String?) -> [String: String] = { _ in [:] }, importers: [String] = []
  ) {
    self.source = source
    self.assignedLater = assignedLater
    self.importers = importers + [path]
    folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    self.manifests = manifests
    self.knownTypes = knownTypes
  }

  /// The ruleset without its broken rules; nil when the file as a whole is broken.
  mutating func parse() -> Ruleset? {
    let root: YAMLNode?
    do throws(Diagnostic) {
      root = try YAMLReader.read(source)
    } catch {
      diagnostics.append(error)
      return nil
    }
    guard let root else {
      diagnostics.append(source.diagnostic("R016", "the file is empty", severity: .warning, line: 1, column: 1))
      return nil
    }
    var file = FieldReader(root, source, known: RuleFields.file, what: "a rule file")
    defer { diagnostics += file.diagnostics }
    guard root.entries != nil else { return nil }
    guard let version = file.required("postil", in: "a rule file"),
      let name = file.required("ruleset", in: "a rule file")
    else { return nil }
    if version.text != "1" {
      file.fault("R017", "format version '\(version.text)' is not 1", at: version.location)
      return nil
    }
    readShared(&file)
    let isBroken = checkDefinitions()
    let module = file.text("module")
    let manifest = manifest(of: module, &file)
    if module != nil, manifest == nil { return nil }
    checkDefaults(file["defaults"])
    let rules = isBroken ? [] : rules(of: &file, ruleset: name.text, manifest: manifest)
    if file["rules"] == nil, definitions.isEmpty, lexicons.isEmpty {
      diagnostics.append(
        source.diagnostic("R016", "the file has neither rules nor definitions", severity: .warning, line: 1, column: 1))
    }
    return Ruleset(
      name: name.text, file: source.name, module: module?.text, language: file.text("language")?.text, types: types,
      rules: rules, lexicons: lexicons)
  }

  private func manifest(of module: YAMLScalar?, _ file: inout FieldReader) -> ModuleManifest? {
    guard let module else { return nil }
    if let manifest = manifests.first(where: { $0.name == module.text }) { return manifest }
    file.fault(
      "R018", "there is no module '\(module.text)'", at: module.location,
      help: Suggestion.help(for: module.text, among: manifests.map(\.name)))
    return nil
  }

  private mutating func importFile(_ path: YAMLScalar) {
    guard let full = inside(path) else { return }
    guard !importers.contains(full) else {
      diagnostics.append(source.diagnostic("R019", "'\(path.text)' imports itself", at: path.location))
      return
    }
    do throws(Diagnostic) {
      let other = try SourceFile(path: full, name: displayName(of: path))
      guard let root = try YAMLReader.read(other) else { return }
      var parser = RulesetParser(
        source: other, path: full, manifests: manifests, knownTypes: knownTypes, importers: importers)
      var fields = FieldReader(root, other, known: RuleFields.file, what: "a rule file")
      parser.readShared(&fields)
      diagnostics += parser.diagnostics + fields.diagnostics
      definitions.merge(parser.definitions) { _, new in new }
      lexicons.merge(parser.lexicons) { _, new in new }
      types += parser.types
    } catch {
      diagnostics.append(
        source.diagnostic("R019", "cannot import '\(path.text)': \(error.message)", at: path.location))
    }
  }

  /// What is imported, then the file's own definitions, lexicons and types, which win over imported ones.
  private mutating func readShared(_ file: inout FieldReader) {
    for path in file.texts("imports") { importFile(path) }
    for entry in file.mapping("definitions") {
      if let scalar = entry.value.scalar {
        definitions[entry.key.text] = Definition(scalar: scalar, source: source)
      } else {
        file.fault("R005", "a definition must be text, not \(entry.value.kindName)", at: entry.value.location)
      }
    }
    for entry in file.mapping("lexicons") { readLexicon(entry) }
    for entry in file.mapping("types") { readType(entry) }
  }

  /// Tells cycles among the definitions, used or not.
  ///
  /// - Returns: Whether there are any; the rules that use them cannot be read.
  private mutating func checkDefinitions() -> Bool {
    let expander = PatternExpander(source: source, definitions: definitions, lexicons: lexicons)
    guard let first = expander.firstCycle() else { return false }
    diagnostics.append(first)
    return true
  }

  private mutating func checkDefaults(_ node: YAMLNode?) {
    guard let node else { return }
    diagnostics += FieldReader(node, source, known: RuleParser.defaultable, what: "'defaults'").diagnostics
  }

  private mutating func readLexicon(_ entry: YAMLEntry) {
    if let terms = entry.value.elements {
      for term in terms where term.scalar == nil {
        diagnostics.append(source.diagnostic("R005", "a term must be text, not \(term.kindName)", at: term.location))
      }
      let rows = terms.compactMap(\.scalar).map { [Optional($0.text)] }
      lexicons[entry.key.text] = Lexicon(name: entry.key.text, columns: ["term"], rows: rows, letterCase: .sensitive)
      return
    }
    var fields = FieldReader(entry.value, source, known: ["file", "case", "terms"], what: "a lexicon")
    let cases: [String: Lexicon.LetterCase] = [
      "sensitive": .sensitive, "capitals": .capitals, "insensitive": .insensitive,
    ]
    let letterCase = fields.choice("case", of: cases) ?? .sensitive
    if fields["terms"] != nil {
      let rows = fields.texts("terms").map { [Optional($0.text)] }
      lexicons[entry.key.text] = Lexicon(name: entry.key.text, columns: ["term"], rows: rows, letterCase: letterCase)
    } else if let path = fields.required("file", in: "a lexicon"), let full = inside(path) {
      do throws(Diagnostic) {
        let table = try SourceFile(path: full, name: displayName(of: path))
        lexicons[entry.key.text] = LexiconFile.read(
          table, name: entry.key.text, letterCase: letterCase, &diagnostics)
      } catch {
        diagnostics.append(source.diagnostic("R019", error.message, at: path.location))
      }
    }
    diagnostics += fields.diagnostics
  }

  private mutating func readType(_ entry: YAMLEntry) {
    // `weapon:` with nothing behind it declares a type with any features.
    if entry.value.scalar?.text == "" || entry.value.scalar?.text == "{}" {
      types.append(TypeDeclaration(name: entry.key.text, features: nil))
      return
    }
    var fields = FieldReader(entry.value, source, known: ["features", "title"], what: "a type")
    let declared = fields.mapping("features")
    defer { diagnostics += fields.diagnostics }
    guard fields["features"] != nil else {
      types.append(TypeDeclaration(name: entry.key.text, features: nil))
      return
    }
    var features: [String: FeatureKind] = [:]
    for feature in declared {
      guard let scalar = feature.value.scalar, let kind = FeatureKind(scalar.text) else {
        diagnostics.append(
          source.diagnostic(
            "R026", "feature '\(feature.key.text)' needs a kind such as string, number or boolean",
            at: feature.value.location))
        continue
      }
      features[feature.key.text] = kind
    }
    types.append(TypeDeclaration(name: entry.key.text, features: features))
  }

  /// What diagnostics call a file that this one names: beside it, as it calls itself.
  private func displayName(of path: YAMLScalar) -> String {
    guard let slash = source.name.lastIndex(of: "/") else { return path.text }
    return source.name[...slash] + path.text
  }

  /// The path of a file that must lie in the ruleset's own folder.
  private mutating func inside(_ path: YAMLScalar) -> String? {
    let full = URL(fileURLWithPath: path.text, relativeTo: URL(fileURLWithPath: folder + "/")).standardizedFileURL
    // Where a link leads counts, not its name.
    let home = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    if full.resolvingSymlinksInPath().path.hasPrefix(home + "/") { return full.path }
    diagnostics.append(
      source.diagnostic("R027", "'\(path.text)' lies outside the ruleset's folder", at: path.location))
    return nil
  }

  private mutating func rules(of file: inout FieldReader, ruleset: String, manifest: ModuleManifest?) -> [Rule] {
    guard let list = file["rules"] else { return [] }
    guard let nodes = list.elements else {
      file.fault("R005", "'rules' must be a list, not \(list.kindName)", at: list.location)
      return []
    }
    var rules: [Rule] = []
    var lines: [String: Int] = [:]
    let contract = TypeContracts(
      types: types, manifest: manifest, manifests: manifests, knownTypes: knownTypes,
      assignedLater: assignedLater(manifest?.name))
    for node in nodes {
      var parser = RuleParser(
        source: source, ruleset: ruleset, defaults: file["defaults"], contracts: contract,
        expander: PatternExpander(source: source, definitions: definitions, lexicons: lexicons))
      let rule = parser.parse(node)
      diagnostics += parser.diagnostics
      guard let rule else { continue }
      if let first = lines.updateValue(rule.location.line, forKey: rule.id) {
        lines[rule.id] = first
        diagnostics.append(
          source.diagnostic("R028", "rule '\(rule.id)' is already defined on line \(first)", at: rule.location))
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
    for rule in rules where rule.conflict != .all {
      guard let other = first[rule.type] else {
        first[rule.type] = rule
        continue
      }
      if other.conflict != rule.conflict {
        diagnostics.append(
          source.diagnostic(
            "R043", "rules of type '\(rule.type)' name different conflict policies: see rule '\(other.id)'",
            at: rule.location))
      }
    }
  }
}
