import PostilJSON
import PostilModel

extension ReportRecord {
  /// The record of `document`; metadata called like a field of the document itself get `metadata.` in front.
  public init(_ document: AnnotatedDocument) {
    let encoder = RecordEncoder(document)
    self.init(document, encoder, items: document.error == nil ? encoder.items.map(\.self) : [])
  }

  /// Writes the record of `document` without holding all of its annotations' forms at once.
  ///
  /// - Parameter spill: Called behind each annotation, to take away what was written so far.
  public static func write(
    _ document: AnnotatedDocument, to json: inout JSONBytes, spill: (inout JSONBytes) throws -> Void
  ) rethrows {
    let encoder = RecordEncoder(document)
    try Self(document, encoder, items: []).write(to: &json, items: encoder.items, spill: spill)
  }

  private init(_ document: AnnotatedDocument, _ encoder: RecordEncoder, items: [Item]) {
    let head = document.document
    self.init(
      id: head.id, set: head.set, date: head.date?.value, dateFrom: head.date?.origin.rawValue,
      detectedLanguage: head.detectedLanguage,
      metadata: head.metadata.map { entry in
        JSONValue.Member(
          name: Self.ownFields.contains(entry.name) ? "metadata." + entry.name : entry.name,
          value: JSONValue(plain: entry.value))
      },
      text: document.error == nil ? head.text : nil,
      boilerplate: document.error == nil ? encoder.boilerplate : [], items: items,
      notices: document.diagnostics.map(encoder.notice), error: document.error)
  }
}

/// Writes annotations as items of a record.
private struct RecordEncoder {
  private let annotations: [Annotation]
  private let order: ReportOrder
  private let map: OffsetMap
  private let text: String
  private let spans: [Span]

  init(_ document: AnnotatedDocument) {
    annotations = document.annotations
    order = ReportOrder(document.annotations)
    map = OffsetMap(document.document.text)
    text = document.document.text
    spans = document.boilerplate
  }

  var boilerplate: [Range<Int>] { spans.map { start($0)..<end($0) } }

  /// In the order of the text.
  var items: some Sequence<ReportRecord.Item> { order.indices.lazy.map(item) }

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

  private func text(_ span: Span) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: span.start)
    return String(decoding: text.utf8[start..<text.utf8.index(start, offsetBy: span.end - span.start)], as: UTF8.self)
  }
}
