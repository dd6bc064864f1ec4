import PostilJSON
import PostilModel

extension ReportRecord {
  /// The record of `document`; metadata called like a field of the document itself get `metadata.` in front.
  public init(_ document: AnnotatedDocument) {
    let head = document.document
    let encoder = RecordEncoder(document)
    self.init(
      id: head.id, set: head.set, date: head.date?.value, dateFrom: head.date?.origin.rawValue,
      metadata: head.metadata.map { entry in
        JSONValue.Member(
          name: Self.ownFields.contains(entry.name) ? "metadata." + entry.name : entry.name,
          value: JSONValue(plain: entry.value))
      },
      text: document.error == nil ? head.text : nil, items: document.error == nil ? encoder.items : [],
      notices: document.diagnostics.map(encoder.notice), error: document.error)
  }
}

/// Writes annotations as items of a record.
private struct RecordEncoder {
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

  /// In the order of the text.
  var items: [ReportRecord.Item] { order.indices.map(item) }

  private func item(_ index: Int) -> ReportRecord.Item {
    let annotation = annotations[index]
    let provenance = annotation.provenance
    return ReportRecord.Item(
      id: order.ids[index], type: annotation.type, start: start(annotation.span), end: end(annotation.span),
      text: text(annotation.span), features: members(annotation.features),
      kinds: FeatureForm.kinds(of: annotation.features), module: provenance.module, rules: provenance.rules,
      annotations: provenance.annotations.map { order.ids[$0] }, decision: provenance.decision,
      refinedBy: provenance.refinedBy)
  }

  func notice(_ diagnostic: DocumentDiagnostic) -> ReportRecord.Notice {
    ReportRecord.Notice(
      code: diagnostic.code, message: diagnostic.message, rule: diagnostic.rule, module: diagnostic.module,
      place: diagnostic.span.map { start($0)..<end($0) })
  }

  private func members(_ features: Features) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    members.reserveCapacity(features.count)
    for feature in features {
      guard case .span(let span) = feature.value else {
        members.append(JSONValue.Member(name: feature.name, value: value(feature.value)))
        continue
      }
      members.append(JSONValue.Member(name: feature.name, value: .string(text(span))))
      let ends = FeatureKind.ends(ofSpan: feature.name)
      members.append(JSONValue.Member(name: ends.start, value: .number(Double(start(span)))))
      members.append(JSONValue.Member(name: ends.end, value: .number(Double(end(span)))))
    }
    return members
  }

  private func value(_ value: FeatureValue) -> JSONValue {
    switch value {
    case .span(let span): .array([.number(Double(start(span))), .number(Double(end(span)))])
    case .annotation(let index): .string(order.ids[index])
    case .list(let values): .array(values.map(self.value))
    case .record(let fields): .object(members(fields))
    default: JSONValue(plain: value)
    }
  }

  private func start(_ span: Span) -> Int { map.codePointOffset(ofUTF8: span.start) }
  private func end(_ span: Span) -> Int { map.codePointOffset(ofUTF8: span.end) }
  private func text(_ span: Span) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }
}
