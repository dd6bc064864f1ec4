import PostilDiagnostics

/// Reads `sequence`.
extension MatcherParser {
  private static let takers = ConditionParser.askers + ["anyOf", "group", "gap"]

  mutating func sequence(_ fields: inout FieldReader) -> RuleMatcher? {
    guard let node = fields["sequence"], let nodes = node.elements, !nodes.isEmpty else {
      fields.fault(
        .wrongShape, "'sequence' must be a list of elements", at: fields["sequence"]?.location ?? fields.location)
      return nil
    }
    guard let elements = elements(nodes) else { return nil }
    if let gap = Self.gap(atAnEndOf: elements) {
      fields.fault(
        .misplacedGap, "a gap stands between two elements", at: gap.location,
        help: "take it away, or name what stands on its other side")
      return nil
    }
    guard elements.contains(where: \.isRequired) else {
      fields.fault(
        .misplacedGap, "every element is optional, so the sequence could be empty", at: nodes[0].location,
        help: "let one element stand without 'optional' and 'min: 0'")
      return nil
    }
    guard ElementSequence.stepCount(of: elements) <= ElementSequence.mostSteps else {
      fields.fault(
        .tooManySteps, "groups repeated in groups come to more than \(ElementSequence.mostSteps) steps",
        at: node.location,
        help: "lower the 'max' of the groups")
      return nil
    }
    return refuseClash(elements) ? nil : .sequence(ElementSequence(elements))
  }

  private mutating func elements(_ nodes: [YAMLNode]) -> [SequenceElement]? {
    let elements = nodes.compactMap { element($0) }
    return elements.count == nodes.count ? elements : nil
  }

  /// A gap that a match could begin or end with.
  private static func gap(atAnEndOf elements: [SequenceElement]) -> SequenceElement? {
    gap(in: elements) { $0.first } ?? gap(in: elements) { $0.last }
  }

  private static func gap(
    in elements: [SequenceElement], at end: ([SequenceElement]) -> SequenceElement?
  ) -> SequenceElement? {
    guard let element = end(elements) else { return nil }
    if element.isGap { return element }
    return element.alternatives.compactMap { gap(in: $0, at: end) }.first
  }

  /// A name given twice stands for a list of annotations, so its elements ask for annotations alone.
  private mutating func refuseClash(_ elements: [SequenceElement]) -> Bool {
    guard let clash = ElementSequence.clash(in: elements) else { return false }
    ownDiagnostics.append(
      source.diagnostic(
        .repeatedRule, "a second element is called '\(clash.name)' (first is element \(clash.first + 1))",
        at: clash.element.location,
        help: "give each a name of its own; one name for several annotations of one type makes a list of them"))
    return true
  }

  private mutating func element(_ node: YAMLNode) -> SequenceElement? {
    var fields = FieldReader(
      node, source, known: Self.takers + ["where", "as", "optional", "min", "max"], what: "an element",
      shape: node.elements == nil ? nil : "write {group: […]} for elements that stand side by side")
    defer { ownDiagnostics += fields.diagnostics }
    let name = fields.text("as")?.text
    if let gap = fields["gap"] {
      return refuse(beside: "gap", &fields) ? nil : self.gap(gap, name: name, at: node.location)
    }
    guard let content = content(&fields, node), let times = times(&fields) else { return nil }
    return SequenceElement(
      name: name, content: content, least: times.lowerBound, most: times.upperBound, location: node.location)
  }

  private mutating func refuse(beside field: String, _ fields: inout FieldReader) -> Bool {
    let others = (Self.takers + ["where", "optional", "min", "max"]).filter { $0 != field }
    guard let other = others.first(where: { fields[$0] != nil }) else { return false }
    fields.fault(
      .misplacedGap, "'\(other)' beside 'gap'", at: fields.place(of: other),
      help: other == "optional"
        ? "a gap may be empty, and takes nothing where nothing follows it: write {gap: {max: 10}}"
        : "what a gap takes stands inside it: {gap: {min: 0, max: 10, not: …}}")
    return true
  }

  private mutating func times(_ fields: inout FieldReader) -> ClosedRange<Int>? {
    guard let isOptional = fields.flag("optional") else { return nil }
    let least = fields.integer("min", in: 0...100) ?? (isOptional ? 0 : 1)
    let most = fields.integer("max", in: 1...100) ?? max(1, least)
    guard least <= most else {
      fields.fault(.valueNotAllowed, "'min' is greater than 'max'", at: fields.place(of: "min"))
      return nil
    }
    return least...most
  }

  private mutating func content(_ fields: inout FieldReader, _ node: YAMLNode) -> SequenceElement.Content? {
    let given = Self.takers.filter { fields[$0] != nil }
    guard given.count < 2 else {
      fields.fault(
        .notOneOfSeveral, "an element takes one of \(Self.takers.joined(separator: ", ")), not several",
        at: given.map { fields.place(of: $0) }.max() ?? node.location)
      return nil
    }
    if let tests = fields["where"], let ways = given.first(where: { $0 == "group" || $0 == "anyOf" }) {
      fields.fault(
        .misplacedWhere, "'where' beside '\(ways)'", at: tests.location,
        help: "give it to the elements that stand in it")
      return nil
    }
    switch given.first {
    case "group": return fields["group"].flatMap { way($0, "'group'") }.map { .choice([$0]) }
    case "anyOf": return choice(&fields)
    default: return conditions.condition(&fields, what: "an element").map { .condition($0) }
    }
  }

  private mutating func choice(_ fields: inout FieldReader) -> SequenceElement.Content? {
    guard let node = fields["anyOf"] else { return nil }
    guard let nodes = node.elements else {
      fields.fault(
        .wrongShape, "'anyOf' must be a list of elements, not \(node.kindName)", at: node.location,
        help: "write anyOf: [{…}, {…}]; an alternative of several elements is {group: […]} or a list")
      return nil
    }
    fields.refuseEmptyList("anyOf")
    let ways = nodes.compactMap { way($0, "an alternative") }
    return ways.count == nodes.count && !ways.isEmpty ? .choice(ways) : nil
  }

  /// A list of elements that stand side by side, or one.
  private mutating func way(_ node: YAMLNode, _ what: String) -> [SequenceElement]? {
    if node.elements?.isEmpty == true {
      ownDiagnostics.append(
        source.diagnostic(
          .wrongShape, "\(what) is an empty list", at: node.location, help: "put something into it, or take it away"))
      return nil
    }
    guard let way = elements(node.elements ?? [node]) else { return nil }
    guard way.contains(where: \.isRequired) else {
      ownDiagnostics.append(
        source.diagnostic(
          .misplacedGap, "every element of \(what) is optional, so it could be empty", at: node.location,
          help: "let one stand without 'optional', and give 'optional: true' to the whole"))
      return nil
    }
    return way
  }

  private mutating func gap(_ node: YAMLNode, name: String?, at place: SourceLocation) -> SequenceElement? {
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
      name: name, content: .gap(Gap(unit: unit, not: not, preference: preference)), least: least, most: most,
      location: place)
  }
}
