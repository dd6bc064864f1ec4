import PostilDiagnostics

/// Reads how a rule finds: `pattern`, `anyOf`, `terms`, `lemma`, `sequence`, `event`, `evidence` or `frame`.
struct MatcherParser {
  static let fields = ["pattern", "anyOf", "terms", "lemma", "sequence", "event", "evidence", "frame"]

  let source: SourceFile
  var conditions: ConditionParser
  var ownDiagnostics: [Diagnostic] = []

  init(source: SourceFile, conditions: ConditionParser) {
    self.source = source
    self.conditions = conditions
  }

  var diagnostics: [Diagnostic] { ownDiagnostics + conditions.diagnostics }
  /// Whether something was left out that is told to be broken elsewhere.
  var isIncomplete: Bool { conditions.isIncomplete }

  /// The matcher of a rule; nil when it is missing or wrong.
  mutating func matcher(_ fields: inout FieldReader) -> RuleMatcher? {
    let given = Self.fields.filter { fields[$0] != nil }
    guard given.count == 1 else {
      // A misspelt field has been told; that a matcher is missing follows from it.
      guard fields.diagnostics.isEmpty || !given.isEmpty else { return nil }
      fields.fault(
        .notOneOfSeveral,
        given.isEmpty
          ? "a rule needs one of \(Self.fields.joined(separator: ", "))"
          : "a rule takes one of \(given.joined(separator: ", "))",
        at: given.map { fields.place(of: $0) }.max() ?? fields.location,
        help: given.isEmpty ? nil : "make two rules of it")
      return nil
    }
    switch given[0] {
    case "terms":
      fields.refuseEmptyList("terms")
      let lexicons = fields.texts("terms").compactMap { conditions.lexicon($0) }
      return lexicons.isEmpty ? nil : .terms(lexicons)
    case "lemma": return conditions.lemmas(&fields).map { .terms([$0]) }
    case "sequence": return sequence(&fields)
    case "event": return event(&fields)
    case "evidence": return evidence(&fields)
    case "frame": return frame(&fields)
    default:
      fields.refuseEmptyList("anyOf")
      let scalars = given == ["pattern"] ? [fields.text("pattern")].compactMap { $0 } : fields.texts("anyOf")
      let compiled = scalars.compactMap { compile($0) }
      return compiled.isEmpty || compiled.count < scalars.count ? nil : .patterns(compiled)
    }
  }

  private mutating func compile(_ scalar: YAMLScalar) -> CompiledPattern? {
    do throws(Refusal) {
      return try conditions.expander.compile(scalar)
    } catch {
      conditions.refuse(error)
      return nil
    }
  }

  private func frame(_ fields: inout FieldReader) -> RuleMatcher? {
    let senseless = RuleFields.notOfFrames.filter { fields[$0] != nil }
    for name in senseless {
      fields.fault(
        .misplacedFrame, "'\(name)' beside 'frame'", at: fields.place(of: name),
        help: "a frame is matched by its module: take it away")
    }
    guard conditions.contracts.takesFrames else {
      let module = conditions.contracts.manifest?.name
      fields.fault(
        .misplacedFrame, module.map { "module '\($0)' takes no frames" } ?? "a frame in a ruleset without a module",
        at: fields.place(of: "frame"),
        help: module == nil ? "write 'module:' with the module that is to match it above the rules" : nil)
      return nil
    }
    guard let text = fields.text("frame"), senseless.isEmpty else { return nil }
    guard text.text.contains(where: { !$0.isWhitespace }) else {
      fields.fault(.valueNotAllowed, "'frame' is empty", at: text.location)
      return nil
    }
    return .frame(text)
  }

  private mutating func evidence(_ fields: inout FieldReader) -> RuleMatcher? {
    guard let node = fields["evidence"] else { return nil }
    var inner = FieldReader(node, source, known: ["threshold", "items"], what: "'evidence'")
    defer { ownDiagnostics += inner.diagnostics }
    let threshold = inner.number("threshold", in: "'evidence'")
    guard let nodes = inner["items"]?.elements, !nodes.isEmpty else {
      inner.fault(.wrongShape, "'items' must be a list", at: inner["items"]?.location ?? node.location)
      return nil
    }
    let items = nodes.compactMap { item($0) }
    guard let threshold, items.count == nodes.count else { return nil }
    var seen: Set<String> = []
    if let twice = items.indices.first(where: { !seen.insert(items[$0].id).inserted }) {
      inner.fault(.repeatedRule, "item '\(items[twice].id)' is given twice", at: nodes[twice].location)
      return nil
    }
    return .evidence(Evidence(threshold: threshold, items: items))
  }

  private mutating func item(_ node: YAMLNode) -> Evidence.Item? {
    var fields = FieldReader(node, source, known: ConditionParser.fields + ["id", "score", "max"], what: "an item")
    defer { ownDiagnostics += fields.diagnostics }
    let id = fields.requiredName("id", in: "an item")
    if let id, id.text == Evidence.region {
      fields.fault(.repeatedRule, "an item called 'region', which the region of the scope is called", at: id.location)
    }
    let score = fields.number("score", in: "an item")
    let most = fields.integer("max", in: 1...1000) ?? 1
    guard let id, let score, let condition = conditions.condition(&fields, what: "an item") else { return nil }
    return Evidence.Item(id: id.text, condition: condition, score: score, most: most)
  }
}
