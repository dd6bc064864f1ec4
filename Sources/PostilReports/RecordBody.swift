import PostilModel

/// Writes the annotations of one record.
struct RecordBody {
  private let annotations: [Annotation]
  private let order: ReportOrder
  private let map: OffsetMap
  private let bytes: [UInt8]

  init(_ document: AnnotatedDocument) {
    annotations = document.annotations
    order = ReportOrder(document.annotations)
    map = OffsetMap(document.document.text)
    bytes = Array(document.document.text.utf8)
  }

  func write(_ json: inout JSONBytes) {
    json.array { json in
      for index in order.indices { annotation(index, &json) }
    }
  }

  private func annotation(_ index: Int, _ json: inout JSONBytes) {
    let annotation = annotations[index]
    json.object { json in
      json.field("id", order.ids[index])
      json.field("type", annotation.type)
      json.field("start", map.codePointOffset(ofUTF8: annotation.span.start))
      json.field("end", map.codePointOffset(ofUTF8: annotation.span.end))
      json.field("text", text(annotation.span))
      json.key("features")
      json.object { json in for feature in annotation.features { self.feature(feature, &json) } }
      provenance(annotation.provenance, &json)
    }
  }

  private func provenance(_ provenance: Provenance, _ json: inout JSONBytes) {
    json.key("by")
    json.object { json in
      json.key("module")
      if let module = provenance.module { json.string(module) } else { json.null() }
      json.key("rule")
      if let rule = provenance.rules.first { json.string(rule) } else { json.null() }
    }
    json.key("from")
    json.object { json in
      json.key("rules")
      json.array { json in for rule in provenance.rules { json.string(rule) } }
      json.key("annotations")
      json.array { json in for source in provenance.annotations { json.string(order.ids[source]) } }
    }
    guard !provenance.refinedBy.isEmpty else { return }
    json.key("refinedBy")
    json.array { json in for module in provenance.refinedBy { json.string(module) } }
  }

  private func feature(_ feature: Features.Entry, _ json: inout JSONBytes) {
    json.key(feature.name)
    guard case .span(let span) = feature.value else {
      value(feature.value, &json)
      return
    }
    json.string(text(span))
    json.field(feature.name + "Start", map.codePointOffset(ofUTF8: span.start))
    json.field(feature.name + "End", map.codePointOffset(ofUTF8: span.end))
  }

  private func value(_ value: FeatureValue, _ json: inout JSONBytes) {
    switch value {
    case .span(let span):
      json.array { json in
        json.integer(map.codePointOffset(ofUTF8: span.start))
        json.integer(map.codePointOffset(ofUTF8: span.end))
      }
    case .annotation(let index): json.string(order.ids[index])
    case .list(let values): json.array { json in for element in values { self.value(element, &json) } }
    case .record(let fields): json.object { json in for field in fields { self.feature(field, &json) } }
    default: PlainValue.write(value, &json)
    }
  }

  private func text(_ span: Span) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }
}
