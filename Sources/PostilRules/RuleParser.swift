import PostilDiagnostics
import PostilMatching
import PostilModel

/// Reads one rule; a rule with an error is left out.
struct RuleParser {
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
    var fields = FieldReader(withDefaults(node), source, known: RuleFields.rule, what: "a rule")
    let rule = rule(&fields)
    diagnostics += fields.diagnostics
    return diagnostics.contains { $0.severity == .error } ? nil : rule
  }

  /// The rule's fields, and those of `defaults` that it does not give.
  private func withDefaults(_ node: YAMLNode) -> YAMLNode {
    guard let own = node.entries, let shared = defaults?.entries else { return node }
    let added = shared.filter { entry in !own.contains { $0.key.text == entry.key.text } }
    let names = own.contains { $0.key.text == "frame" } ? RuleFields.defaultsOfFrames : RuleFields.defaults
    return .mapping(own + added.filter { names.contains($0.key.text) }, node.location)
  }

  private mutating func rule(_ fields: inout FieldReader) -> Rule? {
    let id = fields.requiredName("id", in: "a rule")
    var conditions = ConditionParser(source: source, contracts: contracts, expander: expander)
    var matchers = MatcherParser(source: source, conditions: conditions)
    let matcher = matchers.matcher(&fields)
    let type = type(&fields)
    let captures = matcher?.captureNames ?? []
    let span = fields.text("span")
    if let span, matcher != nil, !captures.contains(span.text) {
      fields.fault(
        .unknownCapture, "the rule has no capture '\(span.text)'", at: span.location,
        help: Suggestion.help(for: span.text, among: captures))
    }
    var templates = FeatureParser(
      source: source, contracts: contracts, lexicons: expander.lexicons, broken: expander.broken)
    let features = matcher.map { templates.features(&fields, type: type ?? "", matcher: $0) } ?? []
    let context = ContextRelation.allCases.compactMap { relation in
      fields[relation.rawValue].map {
        ContextCondition(relation: relation, alternatives: conditions.alternatives($0, relation.rawValue))
      }
    }
    let near = fields.text("near").flatMap { conditions.lexicon($0) }
    let document = fields["document"].map { conditions.tests($0, ofType: nil) } ?? []
    let metadata = metadata(&fields)
    let limits = limits(&fields)
    let examples = examples(&fields)
    diagnostics += matchers.diagnostics + conditions.diagnostics + templates.diagnostics
    let isIncomplete = matchers.isIncomplete || conditions.isIncomplete || templates.isIncomplete
    guard let id, let type, let matcher, !isIncomplete else { return nil }
    return Rule(
      id: id.text, ruleset: ruleset, metadata: metadata, location: id.location, matcher: matcher, type: type,
      spanCapture: span?.text ?? matcher.ownSpan, features: features,
      scope: fields.choice("scope", of: RuleScope.names) ?? .document, near: near, conditions: context,
      document: document,
      phase: fields.integer("phase", in: 0...1000) ?? 0,
      priority: fields.integer("priority", in: -1_000_000...1_000_000) ?? 0,
      conflict: fields.choice("conflict", of: ConflictPolicy.names) ?? .longest, limits: limits, examples: examples)
  }

  /// The rule's type, else the one type that its ruleset declares; for a frame the one that its module assigns.
  private func type(_ fields: inout FieldReader) -> String? {
    let isFrame = fields["frame"] != nil
    // That there is no module for it has been told.
    if isFrame, !contracts.takesFrames { return nil }
    if fields["type"] == nil, let only = isFrame ? contracts.framed.only : contracts.types.only?.name { return only }
    guard let type = fields.required("type", in: "a rule") else { return nil }
    let known = isFrame ? contracts.framed : contracts.makeable
    if expander.broken.isImportBroken, !known.contains(type.text) { return nil }
    if !known.contains(type.text) {
      fields.fault(
        .unknownType, isFrame ? "the module assigns no type '\(type.text)'" : "unknown type '\(type.text)'",
        at: type.location,
        help: Suggestion.help(for: type.text, among: known)
          ?? (isFrame ? "it assigns \(known.joined(separator: ", "))" : "declare it under 'types:'"))
    }
    return type.text
  }

  private func metadata(_ fields: inout FieldReader) -> RuleMetadata {
    RuleMetadata(
      title: fields.text("title")?.text, description: fields.text("description")?.text,
      status: fields.choice("status", of: Dictionary(uniqueKeysWithValues: Self.statuses.map { ($0, $0) })) ?? "stable",
      tags: fields.texts("tags").map(\.text), references: fields.texts("references").map(\.text),
      author: fields.text("author")?.text)
  }

  private mutating func limits(_ fields: inout FieldReader) -> MatchLimits {
    var limits = MatchLimits()
    guard let node = fields["limits"] else { return limits }
    var inner = FieldReader(node, source, known: ["matches", "backtracking", "steps"], what: "limits")
    limits.matches = inner.integer("matches", in: 1...10_000_000) ?? limits.matches
    limits.backtracking = inner.integer("backtracking", in: 100...10_000_000).map(UInt32.init) ?? limits.backtracking
    limits.steps = inner.integer("steps", in: 1000...10_000_000_000) ?? limits.steps
    diagnostics += inner.diagnostics
    return limits
  }

  private mutating func examples(_ fields: inout FieldReader) -> [Example] {
    guard let node = fields["examples"] else { return [] }
    var parser = ExampleParser(source: source)
    let examples = (node.elements ?? [node]).compactMap { parser.parse($0) }
    diagnostics += parser.diagnostics
    return examples
  }
}

extension Array {
  /// The element, if there is one alone.
  fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
