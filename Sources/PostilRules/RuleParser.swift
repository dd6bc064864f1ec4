import PostilDiagnostics
import PostilMatching
import PostilModel

/// Reads one rule; a rule with an error is left out.
struct RuleParser {
  private static let fields = [
    "id", "title", "description", "status", "tags", "references", "author", "pattern", "anyOf", "terms", "type", "span",
    "features", "scope", "within", "notWithin", "priority", "conflict", "phase", "limits", "examples",
  ]
  private static let later = [
    "sequence", "evidence", "contains", "notContains", "before", "after", "except", "document",
  ]
  private static let defaultable = ["type", "scope", "priority", "conflict", "phase", "status"]
  private static let statuses = ["stable", "test", "experimental", "deprecated"]

  let source: SourceFile
  let ruleset: String
  let defaults: YAMLNode?
  let contracts: TypeContracts
  let expander: PatternExpander
  private(set) var diagnostics: [Diagnostic] = []

  init(
    source: SourceFile, ruleset: String, defaults: YAMLNode?, contracts: TypeContracts, expander: PatternExpander
  ) {
    self.source = source
    self.ruleset = ruleset
    self.defaults = defaults
    self.contracts = contracts
    self.expander = expander
  }

  mutating func parse(_ node: YAMLNode) -> Rule? {
    var fields = FieldReader(withDefaults(node), source, known: Self.fields, later: Self.later, what: "a rule")
    let rule = rule(&fields)
    diagnostics += fields.diagnostics
    return diagnostics.contains { $0.severity == .error } ? nil : rule
  }

  /// The rule's fields, and those of `defaults` that it does not give.
  private func withDefaults(_ node: YAMLNode) -> YAMLNode {
    guard let own = node.entries, let shared = defaults?.entries else { return node }
    let added = shared.filter { entry in !own.contains { $0.key.text == entry.key.text } }
    return .mapping(own + added.filter { Self.defaultable.contains($0.key.text) }, node.location)
  }

  private mutating func rule(_ fields: inout FieldReader) -> Rule? {
    let id = fields.required("id", in: "a rule")
    let type = fields.required("type", in: "a rule")
    let matcher = matcher(&fields)
    let captures = Self.captures(of: matcher)
    let span = fields.text("span")
    if let span, matcher != nil, !captures.contains(span.text) {
      fields.fault(
        "R021", "the rule has no capture '\(span.text)'", at: span.location,
        help: Suggestion.help(for: span.text, among: captures))
    }
    if let type, !contracts.makeable.contains(type.text) {
      fields.fault(
        "R029", "unknown type '\(type.text)'", at: type.location,
        help: Suggestion.help(for: type.text, among: contracts.makeable) ?? "declare it under 'types:'")
    }
    let features = matcher.map { self.features(&fields, type: type?.text ?? "", matcher: $0) } ?? []
    let limits = limits(&fields)
    let status = fields.choice("status", of: Dictionary(uniqueKeysWithValues: Self.statuses.map { ($0, $0) }))
    let within = conditions("within", &fields)
    let notWithin = conditions("notWithin", &fields)
    guard let id, let type, let matcher else { return nil }
    return Rule(
      id: id.text, ruleset: ruleset, title: fields.text("title")?.text, status: status ?? "stable",
      location: id.location, matcher: matcher, type: type.text, spanCapture: span?.text, features: features,
      scope: fields.choice("scope", of: RuleScope.names) ?? .document, within: within, notWithin: notWithin,
      phase: fields.integer("phase", in: 0...1000) ?? 0,
      priority: fields.integer("priority", in: -1_000_000...1_000_000) ?? 0,
      conflict: fields.choice("conflict", of: ConflictPolicy.names) ?? .longest, limits: limits,
      examples: examples(&fields))
  }

  private mutating func matcher(_ fields: inout FieldReader) -> RuleMatcher? {
    let given = ["pattern", "anyOf", "terms"].filter { fields[$0] != nil }
    guard given.count == 1 else {
      // A misspelt field has been told; that a matcher is missing follows from it.
      guard fields.diagnostics.isEmpty || !given.isEmpty else { return nil }
      fields.fault(
        "R033",
        given.isEmpty
          ? "a rule needs one of pattern, anyOf, terms" : "a rule takes one of \(given.joined(separator: ", "))",
        at: fields.location)
      return nil
    }
    if given == ["terms"] {
      let lexicons = fields.texts("terms").compactMap { lexicon($0) }
      return lexicons.isEmpty ? nil : .terms(lexicons)
    }
    let scalars = given == ["pattern"] ? [fields.text("pattern")].compactMap { $0 } : fields.texts("anyOf")
    let compiled = scalars.compactMap { compile($0) }
    return compiled.isEmpty ? nil : .patterns(compiled)
  }

  private mutating func compile(_ scalar: YAMLScalar) -> CompiledPattern? {
    do throws(Diagnostic) {
      return try expander.compile(scalar)
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  private mutating func lexicon(_ name: YAMLScalar) -> Lexicon? {
    if let lexicon = expander.lexicons[name.text] { return lexicon }
    diagnostics.append(
      source.diagnostic(
        "R015", "unknown lexicon '\(name.text)'", at: name.location,
        help: Suggestion.help(for: name.text, among: expander.lexicons.keys)))
    return nil
  }

  private static func captures(of matcher: RuleMatcher?) -> [String] {
    switch matcher {
    case .patterns(let patterns): Array(Set(patterns.flatMap(\.pattern.captureNames))).sorted()
    case .terms: ["term"]
    case nil: []
    }
  }

  private mutating func features(_ fields: inout FieldReader, type: String, matcher: RuleMatcher) -> [FeatureTemplate] {
    var tables: [String: [Lexicon]] = [:]
    switch matcher {
    case .patterns(let patterns):
      for (name, lexicon) in patterns.flatMap(\.lexiconCaptures) { tables[name, default: []].append(lexicon) }
    case .terms(let lexicons): tables["term"] = lexicons
    }
    let parser = TemplateParser(
      source: source, captures: Self.captures(of: matcher), lexiconOfCapture: tables, lexicons: expander.lexicons)
    let allowed = contracts.features(of: type)
    var features: [FeatureTemplate] = []
    for entry in fields["features"]?.entries ?? [] {
      guard let scalar = entry.value.scalar else {
        fields.fault("R005", "a feature must be text", at: entry.value.location)
        continue
      }
      if let allowed, allowed[entry.key.text] == nil {
        fields.fault(
          "R034", "type '\(type)' has no feature '\(entry.key.text)'", at: entry.key.location,
          help: Suggestion.help(for: entry.key.text, among: allowed.keys))
        continue
      }
      let contract = allowed?[entry.key.text]
      if let choices = contract?.choices, !choices.isEmpty, !scalar.text.contains("${"), !choices.contains(scalar.text)
      {
        fields.fault(
          "R035", "feature '\(entry.key.text)' is one of \(choices.joined(separator: ", ")), not '\(scalar.text)'",
          at: scalar.location, help: Suggestion.help(for: scalar.text, among: choices))
        continue
      }
      do throws(Diagnostic) {
        features.append(try parser.parse(scalar, name: entry.key.text, kind: contract?.kind ?? .string))
      } catch {
        diagnostics.append(error)
      }
    }
    return features
  }

  private mutating func limits(_ fields: inout FieldReader) -> MatchLimits {
    var limits = MatchLimits()
    guard let node = fields["limits"] else { return limits }
    var inner = FieldReader(node, source, known: ["matches", "backtracking"], what: "limits")
    limits.matches = inner.integer("matches", in: 1...10_000_000) ?? limits.matches
    limits.backtracking = inner.integer("backtracking", in: 100...10_000_000).map(UInt32.init) ?? limits.backtracking
    diagnostics += inner.diagnostics
    return limits
  }

  private mutating func conditions(_ name: String, _ fields: inout FieldReader) -> [Condition] {
    guard let node = fields[name] else { return [] }
    return (node.elements ?? [node]).compactMap { condition($0, name) }
  }

  private mutating func condition(_ node: YAMLNode, _ name: String) -> Condition? {
    var fields = FieldReader(node, source, known: ["pattern", "terms", "type", "where"], what: "'\(name)'")
    defer { diagnostics += fields.diagnostics }
    if let scalar = fields.text("pattern") { return compile(scalar).map { .pattern($0.pattern) } }
    if fields["terms"] != nil { return .terms(fields.texts("terms").compactMap { lexicon($0) }) }
    guard let type = fields.required("type", in: "'\(name)'") else { return nil }
    if !contracts.known.contains(type.text) {
      fields.fault(
        "R029", "unknown type '\(type.text)'", at: type.location,
        help: Suggestion.help(for: type.text, among: contracts.known))
    }
    let tests = (fields["where"]?.entries ?? []).map { entry in
      FeatureTest(
        name: entry.key.text, values: (entry.value.elements ?? [entry.value]).compactMap { $0.scalar?.text })
    }
    return .type(type.text, where: tests)
  }

  private mutating func examples(_ fields: inout FieldReader) -> [Example] {
    guard let node = fields["examples"] else { return [] }
    var parser = ExampleParser(source: source)
    let examples = (node.elements ?? [node]).compactMap { parser.parse($0) }
    diagnostics += parser.diagnostics
    return examples
  }
}
