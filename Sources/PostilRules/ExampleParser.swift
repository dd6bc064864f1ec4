import PostilDiagnostics
import PostilModel

/// Reads one example: a text with `[[ ]]`, or a mapping with `text`.
struct ExampleParser {
  let source: SourceFile
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceFile) { self.source = source }

  mutating func parse(_ node: YAMLNode) -> Example? {
    if let scalar = node.scalar {
      return example(scalar, fields: nil, features: [], metadata: [:])
    }
    var fields = FieldReader(
      node, source, known: ["text", "date", "metadata", "features", "none", "noneOfType", "todo"], what: "an example")
    let text = fields.required("text", in: "an example")
    var features: [(name: String, value: String)] = []
    for entry in fields.mapping("features") {
      let values = (entry.value.elements ?? [entry.value]).compactMap { $0.scalar?.text }
      features.append((entry.key.text, values.joined(separator: ", ")))
    }
    let metadata = Features(
      fields.mapping("metadata").compactMap { entry in
        entry.value.scalar.map { Features.Entry(name: entry.key.text, value: .string($0.text)) }
      })
    if let date = fields.text("date"), DocumentDate.isValid(date.text) == false {
      fields.fault(.noSuchDate, "'\(date.text)' is no date", at: date.location, help: "write it as 2023-09-21")
    }
    let result = text.flatMap { example($0, fields: fields, features: features, metadata: metadata) }
    diagnostics += fields.diagnostics
    return result
  }

  private mutating func example(
    _ scalar: YAMLScalar, fields: FieldReader?, features: [(name: String, value: String)], metadata: Features
  ) -> Example? {
    var fields = fields
    let none = fields?.flag("none") ?? false
    let noneOfType = fields?.flag("noneOfType") ?? false
    guard let (text, spans) = Self.unmarked(scalar.text) else {
      diagnostics.append(source.diagnostic(.unpairedMarks, "'[[' and ']]' do not pair", at: scalar.location))
      return nil
    }
    if spans.isEmpty != (none || noneOfType) {
      diagnostics.append(
        source.diagnostic(
          .sayingNothing,
          spans.isEmpty ? "an example without [[ ]] and without 'none: true'" : "'none' beside a marked span",
          at: scalar.location, help: "mark the span as [[…]], or say 'none: true'"))
      return nil
    }
    return Example(
      text: text, spans: spans, date: fields?.text("date")?.text, metadata: metadata, features: features, none: none,
      noneOfType: noneOfType, todo: fields?.text("todo")?.text, location: scalar.location)
  }

  private static func unmarked(_ text: String) -> (String, [Span])? {
    var plain = ""
    var spans: [Span] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "[[") {
      guard let close = rest[open.upperBound...].firstRange(of: "]]") else { return nil }
      plain += rest[..<open.lowerBound]
      let start = plain.utf8.count
      plain += rest[open.upperBound..<close.lowerBound]
      spans.append(Span(start: start, end: plain.utf8.count))
      rest = rest[close.upperBound...]
    }
    guard !rest.contains("]]") else { return nil }
    return (plain + rest, spans)
  }
}
