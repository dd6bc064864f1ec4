import PostilDiagnostics
import PostilModel

/// Reads one example: a text with `[[ ]]`, or a mapping with `text`.
struct ExampleParser {
  let source: SourceFile
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceFile) { self.source = source }

  mutating func parse(_ node: YAMLNode) -> Example? {
    if let scalar = node.scalar { return example(scalar) }
    var fields = FieldReader(
      node, source, known: ["text", "date", "metadata", "features", "none", "noneOfType", "todo"], what: "an example",
      shape: "write a text with the span marked as [[…]], or {text: …, none: true}")
    let example = example(&fields)
    diagnostics += fields.diagnostics
    return example
  }

  private mutating func example(_ fields: inout FieldReader) -> Example? {
    let text = fields.required("text", in: "an example")
    var features: [(name: String, value: String)] = []
    for entry in fields.mapping("features") {
      let values = (entry.value.elements ?? [entry.value]).compactMap { $0.scalar?.text }
      features.append((entry.key.text, values.joined(separator: ", ")))
    }
    let date = fields.text("date")
    if let date, DocumentDate.isValid(date.text) == false {
      fields.fault(.noSuchDate, "'\(date.text)' is no date", at: date.location, help: "write it as 2023-09-21")
    }
    let metadata = metadata(&fields)
    let todo = fields.text("todo")?.text
    guard let none = fields.flag("none"), let noneOfType = fields.flag("noneOfType"), let text else { return nil }
    return example(
      text, none: none, noneOfType: noneOfType, features: features, metadata: metadata, date: date?.text, todo: todo)
  }

  private func metadata(_ fields: inout FieldReader) -> Features {
    let entries = fields.mapping("metadata")
    if let date = entries.first(where: { $0.key.text == "date" }) {
      fields.fault(
        .unknownField, "'date' under 'metadata'", at: date.key.location,
        help: "write 'date:' beside 'metadata:', as in {text: …, date: 2023-09-21}")
    }
    return Features(
      entries.compactMap { entry in
        entry.value.scalar.map { Features.Entry(name: entry.key.text, value: .string($0.text)) }
      })
  }

  private mutating func example(
    _ scalar: YAMLScalar, none: Bool = false, noneOfType: Bool = false,
    features: [(name: String, value: String)] = [], metadata: Features = [:], date: String? = nil, todo: String? = nil
  ) -> Example? {
    let marked: MarkedText
    do throws(MarkedText.Unpaired) {
      marked = try MarkedText(scalar.text)
    } catch {
      diagnostics.append(
        source.diagnostic(
          .unpairedMarks, "'[[' and ']]' do not pair", at: source.location(of: scalar, atUTF8: error.utf8Offset),
          help: #"mark a span as [[…]]; write \[[ and \]] where the text itself has such brackets"#))
      return nil
    }
    if marked.spans.isEmpty != (none || noneOfType) {
      let place = marked.spans.first.flatMap { marked.utf8OffsetOfMark(before: $0) } ?? 0
      diagnostics.append(
        source.diagnostic(
          .sayingNothing,
          marked.spans.isEmpty ? "an example without [[ ]] and without 'none: true'" : "'none' beside a marked span",
          at: marked.spans.isEmpty ? scalar.location : source.location(of: scalar, atUTF8: place),
          help: marked.spans.isEmpty
            ? "mark the span as [[…]], or say 'none: true'" : "take the marks away, or the field that says 'none'"))
      return nil
    }
    return Example(
      text: marked.text, spans: marked.spans, date: date, metadata: metadata, features: features, none: none,
      noneOfType: noneOfType, todo: todo, location: scalar.location)
  }
}
