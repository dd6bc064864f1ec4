import PostilDiagnostics
import PostilMatching

/// Reads conditions: what may stand in a text, and tests of features.
struct ConditionParser {
  let source: SourceFile
  let contracts: TypeContracts
  let expander: PatternExpander
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether something was left out that is told to be broken elsewhere.
  private(set) var isIncomplete = false

  init(source: SourceFile, contracts: TypeContracts, expander: PatternExpander) {
    self.source = source
    self.contracts = contracts
    self.expander = expander
  }

  /// The value of a field such as `within`: a condition, or a list of which one must hold.
  mutating func alternatives(_ node: YAMLNode, _ field: String) -> [Condition] {
    if node.elements?.isEmpty == true {
      diagnostics.append(
        source.diagnostic(
          .wrongShape, "'\(field)' is an empty list", at: node.location, help: "put something into it, or take it away")
      )
    }
    return (node.elements ?? [node]).compactMap { node in
      var fields = FieldReader(
        node, source, known: Self.fields, what: "'\(field)'", shape: Self.shape(of: node, in: field))
      let condition = condition(&fields, what: "'\(field)'")
      diagnostics += fields.diagnostics
      return condition
    }
  }

  /// How to write a condition in place of what was given.
  private static func shape(of node: YAMLNode, in field: String) -> String {
    let text = node.scalar.map { "'\($0.text.replacing("'", with: "''"))'" } ?? "'…'"
    return "write \(field): {pattern: \(text)}; a lexicon is {terms: its name}, an annotation {type: its type}"
  }

  /// The fields that ``condition(_:what:)`` reads.
  static let fields = askers + ["where"]

  /// Those of which one must be given.
  static let askers = ["pattern", "terms", "type", "lemma", "negation"]

  /// One of ``askers``.
  mutating func condition(_ fields: inout FieldReader, what: String) -> Condition? {
    let given = Self.askers.filter { fields[$0] != nil }
    guard given.count == 1 else {
      // A misspelt field has been told; that nothing is asked for follows from it.
      guard fields.diagnostics.isEmpty || !given.isEmpty else { return nil }
      fields.fault(
        .notOneOfSeveral,
        "\(what) takes one of \(Self.askers.joined(separator: ", "))\(given.isEmpty ? "" : ", not several")",
        at: fields.place(of: given.last ?? ""))
      return nil
    }
    if let tests = fields["where"], given == ["pattern"] || given == ["negation"] {
      fields.fault(
        .misplacedWhere,
        "'where' asks for features of annotations or columns of lexicons, and a \(given[0]) has neither",
        at: tests.location)
      return nil
    }
    switch given[0] {
    case "pattern": return fields.text("pattern").flatMap { pattern($0) }.map(Condition.pattern)
    case "terms":
      fields.refuseEmptyList("terms")
      let lexicons = fields.texts("terms").compactMap { lexicon($0) }
      guard !lexicons.isEmpty else { return nil }
      return .terms(lexicons, where: fields["where"].map { tests($0, ofRowsOf: lexicons) } ?? [])
    case "lemma":
      return lemmas(&fields).map { .terms([$0], where: fields["where"].map { tests($0, ofRowsOf: []) } ?? []) }
    case "negation": return negation(&fields)
    default: return type(&fields)
    }
  }

  /// The forms of words as a lexicon with the word of each.
  mutating func lemmas(_ fields: inout FieldReader) -> Lexicon? {
    fields.refuseEmptyList("lemma")
    let texts = fields.texts("lemma")
    let rows = texts.flatMap { scalar -> [[String]] in
      let lemma = Lemma(scalar.text)
      if let wrong = lemma.fault(in: expander.inflections) {
        fields.fault(.unknownWord, wrong.message, at: scalar.location, help: wrong.help)
        return []
      }
      return lemma.forms(in: expander.inflections).map { [$0, lemma.word] }
    }
    guard !rows.isEmpty else { return nil }
    return Lexicon(
      name: "lemma " + texts.map(\.text).joined(separator: ", "), columns: ["term", "lemma"], rows: rows,
      letterCase: .insensitive)
  }

  private func negation(_ fields: inout FieldReader) -> Condition? {
    guard let flag = fields.flag("negation") else { return nil }
    if flag { return .negation }
    fields.fault(
      .valueNotAllowed, "'negation' must be true", at: fields.place(of: "negation"),
      help: "for what is not negated write notWithin: {negation: true}")
    return nil
  }

  private mutating func type(_ fields: inout FieldReader) -> Condition? {
    guard let type = fields.text("type") else { return nil }
    guard contracts.known.contains(type.text) else {
      guard !expander.broken.isImportBroken else {
        isIncomplete = true
        return nil
      }
      fields.fault(
        .unknownType, "unknown type '\(type.text)'", at: type.location,
        help: Suggestion.help(for: type.text, among: contracts.known))
      return nil
    }
    if let later = contracts.assignedLater[type.text] {
      fields.fault(
        .laterType, "type '\(type.text)' is assigned by '\(later)', not before this rule runs", at: type.location)
      return nil
    }
    return .type(type.text, where: fields["where"].map { tests($0, ofType: type.text) } ?? [])
  }

  /// Tests of features, `{role: minister}`, or of metadata when `type` is nil.
  mutating func tests(_ node: YAMLNode, ofType type: String?) -> [FeatureTest] {
    guard let entries = node.entries else {
      diagnostics.append(
        source.diagnostic(.wrongShape, "tests must be a mapping, not \(node.kindName)", at: node.location))
      return []
    }
    let allowed = type.flatMap { contracts.anyFeatures(of: $0) }
    return entries.compactMap { entry in
      if let allowed, allowed[entry.key.text] == nil {
        diagnostics.append(
          source.diagnostic(
            .unknownFeature, "type '\(type ?? "")' has no feature '\(entry.key.text)'", at: entry.key.location,
            help: Suggestion.help(for: entry.key.text, among: allowed.keys)))
        return nil
      }
      return wanted(entry.value).map { FeatureTest(name: entry.key.text, wanted: $0) }
    }
  }

  /// Tests of the columns of lexicons, `{kind: river}`; each must have them.
  private mutating func tests(_ node: YAMLNode, ofRowsOf lexicons: [Lexicon]) -> [FeatureTest] {
    for entry in node.entries ?? [] {
      guard let other = lexicons.first(where: { !$0.columns.contains(entry.key.text) }) else { continue }
      diagnostics.append(
        source.diagnostic(
          .unknownColumn, "lexicon '\(other.name)' has no column '\(entry.key.text)'", at: entry.key.location,
          help: Suggestion.help(for: entry.key.text, among: other.columns)
            ?? "it has \(other.columns.joined(separator: ", "))"))
    }
    return tests(node, ofType: nil)
  }

  private mutating func wanted(_ node: YAMLNode) -> FeatureTest.Wanted? {
    if node.entries != nil {
      var fields = FieldReader(node, source, known: ["pattern", "from", "to"], what: "a test")
      defer { diagnostics += fields.diagnostics }
      if let scalar = fields.text("pattern") { return pattern(scalar).map { .matching($0.anywhere) } }
      return .between(least: fields.text("from")?.text, most: fields.text("to")?.text)
    }
    let values = (node.elements ?? [node]).compactMap { $0.scalar?.text }
    guard !values.isEmpty else {
      diagnostics.append(source.diagnostic(.wrongShape, "a test needs a value or a list of values", at: node.location))
      return nil
    }
    return .oneOf(values)
  }

  private mutating func pattern(_ scalar: YAMLScalar) -> ConditionPattern? {
    do throws(Refusal) {
      return try expander.condition(scalar)
    } catch {
      refuse(error)
      return nil
    }
  }

  mutating func refuse(_ refusal: Refusal) {
    switch refusal {
    case .alreadyTold: isIncomplete = true
    case .fault(let diagnostic): diagnostics.append(diagnostic)
    }
  }

  /// The lexicon that `name` stands for.
  mutating func lexicon(_ name: YAMLScalar) -> Lexicon? {
    if let lexicon = expander.lexicons[name.text] { return lexicon }
    guard !expander.broken.contains(name.text) else {
      isIncomplete = true
      return nil
    }
    diagnostics.append(
      source.diagnostic(
        .unknownName, "unknown lexicon '\(name.text)'", at: name.location,
        help: Suggestion.help(for: name.text, among: expander.lexicons.keys)
          ?? "'terms' names lexicons: list the words at the top of the file, as in lexicons: {words: [\(name.text)]}"
      ))
    return nil
  }
}
