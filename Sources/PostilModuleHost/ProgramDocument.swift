import PostilJSON
import PostilModel
import PostilModuleBridge

/// A document as a program is shown it; offsets count code points.
struct ProgramDocument {
  private let document: Document
  private let annotations: [Annotation]
  private let candidates: [Candidate]
  private let settings: Features
  private let offsets: OffsetMap

  init(_ tables: DocumentTables, _ candidates: CandidateTable, _ settings: Features, _ offsets: OffsetMap) {
    document = tables.document
    annotations = tables.annotations
    self.candidates = candidates.values
    self.settings = settings
    self.offsets = offsets
  }

  /// Writes the fields of the document into an object.
  func write(number: Int, to json: inout JSONBytes) {
    json.field("number", number)
    json.field("id", document.id)
    json.field("set", document.set)
    json.field("text", document.text)
    json.field("date", document.date?.value)
    json.field("language", document.detectedLanguage)
    write(document.metadata, as: "metadata", to: &json)
    write(settings, as: "settings", to: &json)
    json.key("annotations")
    json.array { json in
      for (index, annotation) in annotations.enumerated() { json.object { write(annotation, index, to: &$0) } }
    }
    json.key("candidates")
    json.array { json in for candidate in candidates { json.object { write(candidate, to: &$0) } } }
  }

  private func write(_ annotation: Annotation, _ index: Int, to json: inout JSONBytes) {
    json.field("type", annotation.type)
    write(annotation.span, to: &json)
    write(annotation.features, as: "features", to: &json)
    // What the input brings was made by no module of this run.
    if index >= document.given.count { json.field("module", annotation.provenance.module) }
    json.field("rule", annotation.provenance.rules.first)
  }

  private func write(_ candidate: Candidate, to json: inout JSONBytes) {
    json.field("type", candidate.type)
    write(candidate.span, to: &json)
    write(candidate.features, as: "features", to: &json)
    json.field("rule", candidate.rule)
    json.key("captures")
    json.array { json in
      for capture in candidate.captures {
        json.object { json in
          json.field("name", capture.name)
          write(capture.span, to: &json)
        }
      }
    }
    json.key("annotations")
    json.array { json in for index in candidate.annotations { json.integer(index) } }
    if let winner = candidate.lostTo { json.field("lostTo", winner) }
  }

  private func write(_ span: Span, to json: inout JSONBytes) {
    json.field("start", offsets.codePointOffset(ofUTF8: span.start))
    json.field("end", offsets.codePointOffset(ofUTF8: span.end))
  }

  private func write(_ features: Features, as name: String, to json: inout JSONBytes) {
    json.key(name)
    json.object { write(features, to: &$0) }
  }

  private func write(_ features: Features, to json: inout JSONBytes) {
    for feature in features {
      json.key(feature.name)
      write(feature.value, to: &json)
    }
  }

  private func write(_ value: FeatureValue, to json: inout JSONBytes) {
    switch value {
    case .span(let span): json.object { write(span, to: &$0) }
    case .annotation(let index): json.object { $0.field("annotation", index) }
    case .list(let values): json.array { json in for value in values { write(value, to: &json) } }
    case .record(let fields): json.object { write(fields, to: &$0) }
    case .string(let text): json.string(text)
    case .number(let number): json.number(number)
    case .digits(let text): json.digits(text)
    case .boolean(let flag): json.boolean(flag)
    }
  }
}
