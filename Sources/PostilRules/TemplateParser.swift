import PostilDiagnostics
import PostilModel

/// Reads the features of a rule as templates.
struct TemplateParser {
  let source: SourceFile
  /// The groups of every pattern of the rule, or `term`.
  let captures: [String]
  /// The lexicons behind the captures that are exactly one.
  let tables: [String: [Lexicon]]
  /// The captures that are annotations, with their features; nil where any are allowed.
  let annotated: [String: Set<String>?]
  let lexicons: [String: Lexicon]

  func parse(_ scalar: YAMLScalar, name: String, kind: FeatureKind) throws(Diagnostic) -> FeatureTemplate {
    if kind.isReference { return try reference(scalar, name: name, kind: kind) }
    var parts: [FeatureTemplate.Part] = []
    for piece in Reference.split(scalar.text) {
      switch piece {
      case .text(let text): parts.append(.text(text))
      case .reference(let body): parts.append(try capture(body, at: scalar.location))
      }
    }
    let template = FeatureTemplate(name: name, kind: kind, parts: parts)
    if !parts.contains(where: { if case .capture = $0 { true } else { false } }),
      FeatureTemplate.value(scalar.text, kind) == nil
    {
      throw source.diagnostic(
        .wrongKind, "feature '\(name)' takes a \(kind), not '\(scalar.text)'", at: scalar.location)
    }
    return template
  }

  /// A feature that is a place or an annotation takes exactly one capture.
  private func reference(_ scalar: YAMLScalar, name: String, kind: FeatureKind) throws(Diagnostic) -> FeatureTemplate {
    let pieces = Reference.split(scalar.text)
    guard pieces.count == 1, case .reference(let capture) = pieces[0] else {
      throw source.diagnostic(
        .wrongKind, "feature '\(name)' takes a \(kind), so it must be one capture such as '${name}'",
        at: scalar.location)
    }
    guard captures.contains(capture) else { throw unknown(capture, at: scalar.location) }
    if kind.isAnnotation, annotated[capture] == nil {
      throw source.diagnostic(.wrongKind, "capture '\(capture)' is no annotation", at: scalar.location)
    }
    return FeatureTemplate(name: name, kind: kind, parts: [.reference(capture)])
  }

  private func unknown(_ capture: String, at location: SourceLocation) -> Diagnostic {
    source.diagnostic(
      .unknownCapture, "the rule has no capture '\(capture)'", at: location,
      help: Suggestion.help(for: capture, among: captures) ?? "name a group as (?<\(capture)>…)")
  }

  private func capture(_ body: String, at location: SourceLocation) throws(Diagnostic) -> FeatureTemplate.Part {
    let stages = Self.stages(of: body)
    let target = stages[0].split(separator: ".", maxSplits: 1).map(String.init)
    let name = target.first ?? ""
    guard captures.contains(name) else { throw unknown(name, at: location) }
    let column = target.count > 1 ? target[1] : nil
    if let column { try check(column, of: name, at: location) }
    var functions: [TemplateFunction] = []
    for stage in stages.dropFirst() { functions.append(try function(stage, at: location)) }
    return .capture(name: name, column: column, functions: functions)
  }

  private func check(_ column: String, of name: String, at location: SourceLocation) throws(Diagnostic) {
    if let features = annotated[name] {
      guard let features, !features.contains(column) else { return }
      throw source.diagnostic(
        .unknownFeature, "the annotation '\(name)' has no feature '\(column)'", at: location,
        help: Suggestion.help(for: column, among: features))
    }
    guard let lexicons = tables[name], !lexicons.isEmpty else {
      throw source.diagnostic(
        .captureWithoutLexicon, "capture '\(name)' is not exactly one lexicon, so it has no column '\(column)'",
        at: location)
    }
    if let table = lexicons.first(where: { !$0.columns.contains(column) }) {
      throw source.diagnostic(
        .unknownColumn, "lexicon '\(table.name)' has no column '\(column)'", at: location,
        help: Suggestion.help(for: column, among: table.columns))
    }
  }

  private func function(_ text: String, at location: SourceLocation) throws(Diagnostic) -> TemplateFunction {
    let name = String(text.prefix { $0 != "(" })
    guard TemplateFunction.names.contains(name) else {
      throw source.diagnostic(
        .unknownFunction, "unknown function '\(name)'", at: location,
        help: Suggestion.help(for: name, among: TemplateFunction.names))
    }
    let inside = text.dropFirst(name.count).dropFirst().dropLast()
    let arguments = inside.isEmpty ? [] : Self.split(String(inside), at: ",").map(Self.unquoted)
    let arity = TemplateFunction.arity(of: name)
    guard arity.contains(arguments.count) else {
      throw source.diagnostic(
        .wrongArguments, "'\(name)' takes \(arity.lowerBound) arguments, not \(arguments.count)", at: location)
    }
    if name == "pad", !(Int(arguments[0]).map((1...100).contains) ?? false) {
      throw source.diagnostic(.wrongArguments, "'pad' takes a width from 1 to 100, not '\(arguments[0])'", at: location)
    }
    if name == "lookup", lexicons[arguments[0]]?.columns.contains(arguments[1]) != true {
      throw source.diagnostic(
        .unknownColumn, "there is no lexicon '\(arguments[0])' with a column '\(arguments[1])'", at: location)
    }
    return TemplateFunction(name: name, arguments: arguments)
  }

  private static func stages(of body: String) -> [String] { split(body, at: "|") }

  private static func unquoted(_ argument: String) -> String {
    let plain = String(argument.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    return plain.count >= 2 && plain.hasPrefix("'") && plain.hasSuffix("'")
      ? String(plain.dropFirst().dropLast()) : plain
  }

  /// Splits at `separator` outside single quotes.
  private static func split(_ text: String, at separator: Character) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in text {
      if character == "'" { isQuoted.toggle() }
      if character == separator, !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts
  }
}
