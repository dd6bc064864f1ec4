import PostilDiagnostics

/// Reads how a rule finds: `pattern`, `anyOf`, `terms`, `sequence`, `evidence` or `frame`.
struct MatcherParser {
  static let fields = ["pattern", "anyOf", "terms", "sequence", "evidence", "frame"]

  let source: SourceFile
  private var conditions: ConditionParser
  private var ownDiagnostics: [Diagnostic] = []

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
    case "sequence": return sequence(&fields)
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

  private mutating func sequence(_ fields: inout FieldReader) -> RuleMatcher? {
    guard let nodes = fields["sequence"]?.elements, !nodes.isEmpty else {
      fields.fault(
        .wrongShape, "'sequence' must be a list of elements", at: fields["sequence"]?.location ?? fields.location)
      return nil
    }
    let elements = nodes.compactMap { element($0) }
    guard elements.count == nodes.count else { return nil }
    if elements.first?.isGap == true || elements.last?.isGap == true {
      fields.fault(
        .misplacedGap, "a gap stands between two elements", at: nodes[elements[0].isGap ? 0 : nodes.count - 1].location,
        help: "take it away, or name what stands on its other side")
      return nil
    }
    guard elements.contains(where: { $0.least > 0 && !$0.isGap }) else {
      fields.fault(
        .misplacedGap, "every element is optional, so the sequence could be empty", at: nodes[0].location,
        help: "let one element stand without 'optional' and 'min: 0'")
      return nil
    }
    return refuseRepeatedNames(elements, nodes) ? nil : .sequence(elements)
  }

  /// A name given twice stands for a list of annotations, so its elements ask for annotations alone.
  private mutating func refuseRepeatedNames(_ elements: [SequenceElement], _ nodes: [YAMLNode]) -> Bool {
    var first: [String: Int] = [:]
    for (index, element) in elements.enumerated() {
      for name in element.names.uniqued() {
        guard let other = first[name] else {
          first[name] = index
          continue
        }
        if element.annotationType != nil, element.annotationType == elements[other].annotationType { continue }
        ownDiagnostics.append(
          source.diagnostic(
            .repeatedRule, "a second element is called '\(name)' (first is element \(other + 1))",
            at: nodes[index].location,
            help: "give each a name of its own; one name for several annotations of one type makes a list of them"))
        return true
      }
    }
    return false
  }

  private mutating func element(_ node: YAMLNode) -> SequenceElement? {
    var fields = FieldReader(
      node, source, known: ConditionParser.fields + ["as", "optional", "min", "max", "gap"], what: "an element")
    defer { ownDiagnostics += fields.diagnostics }
    if let gap = fields["gap"] {
      if let other = (ConditionParser.fields + ["optional", "min", "max"]).first(where: { fields[$0] != nil }) {
        fields.fault(
          .misplacedGap, "'\(other)' beside 'gap'", at: fields.place(of: other),
          help: other == "optional"
            ? "a gap may be empty, and takes nothing where nothing follows it: write {gap: {max: 10}}"
            : "what a gap takes stands inside it: {gap: {min: 0, max: 10, not: …}}")
        return nil
      }
      return self.gap(gap, name: fields.text("as")?.text)
    }
    guard let condition = conditions.condition(&fields, what: "an element") else { return nil }
    guard let isOptional = fields.flag("optional") else { return nil }
    let least = fields.integer("min", in: 0...100) ?? (isOptional ? 0 : 1)
    let most = fields.integer("max", in: 1...100) ?? max(1, least)
    guard least <= most else {
      fields.fault(.valueNotAllowed, "'min' is greater than 'max'", at: fields.place(of: "min"))
      return nil
    }
    return SequenceElement(name: fields.text("as")?.text, content: .condition(condition), least: least, most: most)
  }

  private mutating func gap(_ node: YAMLNode, name: String?) -> SequenceElement? {
    var fields = FieldReader(
      node, source, known: ["min", "max", "unit", "not", "prefer"], what: "a gap", shape: "write {gap: {max: 5}}")
    defer { ownDiagnostics += fields.diagnostics }
    let units = Dictionary(uniqueKeysWithValues: GapUnit.allCases.map { ($0.rawValue, $0) })
    let unit = fields.choice("unit", of: units) ?? .token
    let least = fields.integer("min", in: 0...1000) ?? 0
    guard fields.required("max", in: "a gap") != nil, let most = fields.integer("max", in: max(1, least)...1000) else {
      return nil
    }
    let not = fields["not"].map { conditions.alternatives($0, "not") } ?? []
    let reach = Dictionary(uniqueKeysWithValues: GapPreference.allCases.map { ($0.rawValue, $0) })
    let preference = fields.choice("prefer", of: reach) ?? .nearest
    return SequenceElement(
      name: name, content: .gap(Gap(unit: unit, not: not, preference: preference)), least: least, most: most)
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
    let score = fields.number("score", in: "an item")
    let most = fields.integer("max", in: 1...1000) ?? 1
    guard let id, let score, let condition = conditions.condition(&fields, what: "an item") else { return nil }
    return Evidence.Item(id: id.text, condition: condition, score: score, most: most)
  }
}
