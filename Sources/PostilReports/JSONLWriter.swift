import PostilModel

/// One JSON object a line, `postil.report/1` (`Documentation/ReportFormat.md`).
struct JSONLWriter: ReportWriter {
  /// The schema's name and version.
  static let schema = "postil.report/1"

  let sink: ByteSink

  func begin(_ run: RunInformation) {}
  func end() {}

  func write(_ document: AnnotatedDocument) throws {
    var json = JSONBytes()
    json.object { json in
      json.field("schema", Self.schema)
      json.key("document")
      head(document.document, &json)
      if let error = document.error {
        json.field("error", error)
      } else {
        json.field("text", document.document.text)
        json.key("annotations")
        RecordBody(document).write(&json)
      }
      json.key("diagnostics")
      diagnostics(document, &json)
    }
    json.newline()
    try sink(json.bytes[...])
  }

  private func head(_ document: Document, _ json: inout JSONBytes) {
    json.object { json in
      json.field("id", document.id)
      json.field("set", document.set)
      if let date = document.date {
        json.field("date", date.value)
        json.field("dateFrom", date.origin.rawValue)
      }
      let taken: Set<String> = ["id", "set", "date", "dateFrom"]
      for entry in document.metadata where !taken.contains(entry.name) {
        json.key(entry.name)
        PlainValue.write(entry.value, &json)
      }
    }
  }

  private func diagnostics(_ document: AnnotatedDocument, _ json: inout JSONBytes) {
    let map = document.diagnostics.contains { $0.span != nil } ? OffsetMap(document.document.text) : nil
    json.array { json in
      for diagnostic in document.diagnostics {
        json.object { json in
          json.field("code", diagnostic.code)
          json.field("message", diagnostic.message)
          json.field("rule", diagnostic.rule)
          json.field("module", diagnostic.module)
          if let span = diagnostic.span, let map {
            json.field("start", map.codePointOffset(ofUTF8: span.start))
            json.field("end", map.codePointOffset(ofUTF8: span.end))
          }
        }
      }
    }
  }
}

/// Values without spans or references, such as metadata.
public enum PlainValue {
  /// Writes a value; places and annotations, which mean nothing outside their document, as null.
  public static func write(_ value: FeatureValue, _ json: inout JSONBytes) {
    switch value {
    case .string(let text): json.string(text)
    case .number(let number): json.number(number)
    case .boolean(let flag): json.boolean(flag)
    case .list(let values): json.array { json in for value in values { write(value, &json) } }
    case .record(let fields):
      json.object { json in
        for field in fields {
          json.key(field.name)
          write(field.value, &json)
        }
      }
    case .span, .annotation: json.null()
    }
  }
}
