import PostilDiagnostics
import PostilModel

/// Reads the features of a rule as templates.
struct TemplateParser {
  let source: SourceFile
  /// The groups of every pattern of the rule, or `term`.
  let captures: [String]
  /// The lexicons behind the captures that are exactly one.
  let tables: [String: [Lexicon]]
  /// The captures that are annotations, with the kinds of their features; nil where any are allowed.
  let annotated: [String: [String: FeatureKind]?]
  /// The names that may stand for several things of one match.
  let repeated: Set<String>
  let lexicons: [String: Lexicon]
  let broken: BrokenNames

  func parse(_ scalar: YAMLScalar, name: String, kind: FeatureKind) throws(Refusal) -> FeatureTemplate {
    if kind.isReference { return try reference(scalar, name: name, kind: kind) }
    var parts: [FeatureTemplate.Part] = []
    for (piece, offset) in Reference.split(scalar.text, in: .template) {
      switch piece {
      case .text(let text): parts.append(.text(text))
      case .reference(let body): parts.append(try capture(body, in: scalar, at: offset))
      case .unclosed(let rest): throw unclosed(rest, in: scalar, at: offset)
      }
    }
    let template = FeatureTemplate(name: name, kind: kind, written: scalar.text, parts: parts)
    if !parts.contains(where: { if case .capture = $0 { true } else { false } }),
      FeatureTemplate.value(scalar.text, kind) == nil
    {
      throw fault(.wrongKind, "feature '\(name)' takes a \(kind), not '\(scalar.text)'", in: scalar)
    }
    return template
  }

  /// A list of which each element is a template.
  func parse(_ node: YAMLNode, name: String, kind: FeatureKind) throws(Refusal) -> FeatureTemplate {
    if let scalar = node.scalar { return try parse(scalar, name: name, kind: kind) }
    guard case .list(let kindOfElements) = kind, let nodes = node.elements else {
      throw .fault(
        source.diagnostic(
          .wrongShape, "feature '\(name)' takes a \(kind), not \(node.kindName)", at: node.location,
          help: node.elements == nil ? nil : "declare it as 'list of \(kind)', or write one text"))
    }
    var elements: [FeatureTemplate] = []
    for node in nodes { elements.append(try parse(node, name: name, kind: kindOfElements)) }
    return FeatureTemplate(name: name, kind: kind, elements: elements)
  }

  /// A feature that is a place or an annotation takes exactly one capture.
  private func reference(_ scalar: YAMLScalar, name: String, kind: FeatureKind) throws(Refusal) -> FeatureTemplate {
    let pieces = Reference.split(scalar.text, in: .template)
    for (piece, offset) in pieces {
      if case .unclosed(let rest) = piece { throw unclosed(rest, in: scalar, at: offset) }
    }
    guard pieces.count == 1, case .reference(let capture) = pieces[0].piece else {
      throw fault(
        .wrongKind, "feature '\(name)' takes a \(kind), so it must be one capture such as '${name}'", in: scalar)
    }
    guard captures.contains(capture) else {
      let offset = pieces[0].offset
      throw part(of: capture, in: scalar, at: offset) ?? unknown(capture, in: scalar, at: offset)
    }
    if kind.isAnnotation, annotated[capture] == nil {
      throw fault(.wrongKind, "capture '\(capture)' is no annotation", in: scalar)
    }
    if repeated.contains(capture), kind == .annotation {
      throw several(capture, in: scalar, at: pieces[0].offset)
    }
    return FeatureTemplate(name: name, kind: kind, written: scalar.text, parts: [.reference(capture)])
  }

  /// What is wrong with `${who.ref}` or `${who|lower}` where a reference is wanted.
  private func part(of written: String, in scalar: YAMLScalar, at offset: Int) -> Refusal? {
    let name = String(written.prefix { $0 != "." && $0 != "|" })
    guard name != written, captures.contains(name) else { return nil }
    let message =
      written.dropFirst(name.count).first == "."
      ? "'${\(written)}' is a feature of what '\(name)' took, and a reference cannot be passed on"
      : "a reference is no text, so no function can change it"
    return fault(
      .wrongKind, message, in: scalar, at: offset, help: "write '${\(name)}', which refers to what '\(name)' took")
  }

  private func capture(
    _ body: String, in scalar: YAMLScalar, at offset: Int
  ) throws(Refusal) -> FeatureTemplate.Part {
    let stages = Self.split(body, at: "|")
    let target = stages[0].split(separator: ".", maxSplits: 1).map(String.init)
    let name = target.first ?? ""
    guard captures.contains(name) else { throw unknown(name, in: scalar, at: offset) }
    if repeated.contains(name) { throw several(name, in: scalar, at: offset) }
    let column = target.count > 1 ? target[1] : nil
    if let column { try check(column, of: name, in: scalar, at: offset) }
    var functions: [TemplateFunction] = []
    for stage in stages.dropFirst() { functions.append(try function(stage, in: scalar, at: offset)) }
    return .capture(name: name, column: column, functions: functions)
  }

  private func check(_ column: String, of name: String, in scalar: YAMLScalar, at offset: Int) throws(Refusal) {
    if let features = annotated[name] {
      guard let features else { return }
      guard let kind = features[column] else {
        throw fault(
          .unknownFeature, "the annotation '\(name)' has no feature '\(column)'", in: scalar, at: offset,
          help: Suggestion.help(for: column, among: features.keys))
      }
      guard kind.isAnnotation else { return }
      throw fault(
        .wrongKind, "'\(column)' of '\(name)' is a reference, which cannot be passed on and has no text", in: scalar,
        at: offset, help: "write '${\(name)}' in a feature of kind annotation, which refers to what '\(name)' took")
    }
    guard let lexicons = tables[name], !lexicons.isEmpty else {
      throw fault(
        .captureWithoutLexicon, "capture '\(name)' is not exactly one lexicon, so it has no column '\(column)'",
        in: scalar, at: offset, help: "write its group as (?<\(name)>${lexicon})")
    }
    if let table = lexicons.first(where: { !$0.columns.contains(column) }) {
      throw fault(
        .unknownColumn, "lexicon '\(table.name)' has no column '\(column)'", in: scalar, at: offset,
        help: Suggestion.help(for: column, among: table.columns)
          ?? "it has \(table.columns.joined(separator: ", "))")
    }
  }

  private func function(_ text: String, in scalar: YAMLScalar, at offset: Int) throws(Refusal) -> TemplateFunction {
    let name = String(text.prefix { $0 != "(" })
    guard TemplateFunction.names.contains(name) else {
      throw fault(
        .unknownFunction, "unknown function '\(name)'", in: scalar, at: offset, help: TemplateFunction.help(for: name))
    }
    let inside = text.dropFirst(name.count).dropFirst().dropLast()
    let arguments = inside.isEmpty ? [] : Self.split(String(inside), at: ",").map(Self.unquoted)
    let arity = TemplateFunction.arity(of: name)
    guard arity.contains(arguments.count) else {
      throw fault(
        .wrongArguments, "'\(name)' takes \(arity.lowerBound) arguments, not \(arguments.count)", in: scalar, at: offset
      )
    }
    if name == "round", let digits = arguments.first, !(Int(digits).map((0...9).contains) ?? false) {
      throw fault(
        .wrongArguments, "'round' takes a number of digits from 0 to 9, not '\(digits)'", in: scalar, at: offset)
    }
    if name == "times" || name == "plus" {
      return TemplateFunction(
        name: name, arguments: arguments, operand: try operand(arguments[0], of: name, in: scalar, at: offset))
    }
    if name == "pad", !(Int(arguments[0]).map((1...100).contains) ?? false) {
      throw fault(
        .wrongArguments, "'pad' takes a width from 1 to 100, not '\(arguments[0])'", in: scalar, at: offset)
    }
    if name == "lookup", lexicons[arguments[0]]?.columns.contains(arguments[1]) != true {
      if lexicons[arguments[0]] == nil, broken.contains(arguments[0]) { throw .alreadyTold }
      throw fault(
        .unknownColumn, "there is no lexicon '\(arguments[0])' with a column '\(arguments[1])'", in: scalar, at: offset)
    }
    return TemplateFunction(name: name, arguments: arguments)
  }

  /// A number, a capture, or a column of the row or a feature of the annotation behind one.
  private func operand(
    _ text: String, of function: String, in scalar: YAMLScalar, at offset: Int
  ) throws(Refusal) -> TemplateOperand {
    if let number = Double(text), number.isFinite { return .constant(number) }
    let target = text.split(separator: ".", maxSplits: 1).map(String.init)
    guard let name = target.first, captures.contains(name) else {
      throw fault(
        .wrongArguments, "'\(function)' takes a number or a capture, not '\(text)'", in: scalar, at: offset,
        help: Suggestion.help(for: target.first ?? "", among: captures)
          ?? "write \(function)(1000), or \(function)(unit.factor) with a column of the lexicon behind a capture")
    }
    if repeated.contains(name) { throw several(name, in: scalar, at: offset) }
    if target.count > 1 { try check(target[1], of: name, in: scalar, at: offset) }
    return .capture(name: name, column: target.count > 1 ? target[1] : nil)
  }

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

extension TemplateParser {
  private func fault(
    _ code: Diagnostic.Code, _ message: String, in scalar: YAMLScalar, at offset: Int? = nil, help: String? = nil
  ) -> Refusal {
    let place = offset.map { source.location(of: scalar, atUTF8: $0) } ?? scalar.location
    return .fault(source.diagnostic(code, message, at: place, help: help))
  }

  private func unknown(_ capture: String, in scalar: YAMLScalar, at offset: Int) -> Refusal {
    let isName = capture.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && !capture.isEmpty
    return fault(
      .unknownCapture, "the rule has no capture '\(capture)'", in: scalar, at: offset,
      help: Suggestion.help(for: capture, among: captures) ?? (isName ? "name a group as (?<\(capture)>…)" : nil))
  }

  private func unclosed(_ rest: String, in scalar: YAMLScalar, at offset: Int) -> Refusal {
    fault(
      .unclosedReference, "'${\(rest.prefix(20))' has no '}'", in: scalar, at: offset, help: "close it, as in ${name}")
  }

  private func several(_ name: String, in scalar: YAMLScalar, at offset: Int) -> Refusal {
    fault(
      .wrongKind, "'\(name)' may stand for several things, of which this would take the first alone", in: scalar,
      at: offset, help: "give each a name of its own, or refer to all by a feature of kind 'list of annotation'")
  }
}
