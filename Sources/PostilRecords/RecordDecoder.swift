import PostilJSON
import PostilModel

extension ReportRecord {
  /// The document of the record with its annotations, which keep their ids; null and what is no value is left out.
  ///
  /// - Throws: ``RecordError`` when there is neither a text nor an error, or a span or the date is none.
  public func annotatedDocument() throws(RecordError) -> AnnotatedDocument {
    guard let text = error == nil ? text : "" else { throw RecordError(.noText) }
    if let date, !DocumentDate.isValid(date) { throw RecordError(.badDate(date)) }
    let document = Document(
      id: id, set: self.set, text: text, metadata: Features(plain: metadata),
      date: date.map { DocumentDate(value: $0, origin: dateFrom.flatMap(DocumentDate.Origin.init) ?? .record) },
      detectedLanguage: detectedLanguage)
    let map = OffsetMap(text)
    return AnnotatedDocument(
      document: document, annotations: try Item.annotations(items, in: map),
      boilerplate: try boilerplateSpans(in: map),
      diagnostics: notices.map { $0.diagnostic(in: map) }, error: error)
  }
}

extension ReportRecord {
  private func boilerplateSpans(in map: OffsetMap) throws(RecordError) -> [Span] {
    var spans: [Span] = []
    for place in boilerplate {
      guard let start = map.utf8Offset(ofCodePoint: place.lowerBound),
        let end = map.utf8Offset(ofCodePoint: place.upperBound)
      else {
        throw RecordError(
          .spanOutsideText(start: place.lowerBound, end: place.upperBound, feature: Self.boilerplateField))
      }
      spans.append(Span(start: start, end: end))
    }
    return spans
  }
}

extension ReportRecord.Notice {
  fileprivate func diagnostic(in map: OffsetMap) -> DocumentDiagnostic {
    var span: Span?
    if let place, let start = map.utf8Offset(ofCodePoint: place.lowerBound),
      let end = map.utf8Offset(ofCodePoint: place.upperBound)
    {
      span = Span(start: start, end: end)
    }
    return DocumentDiagnostic(code: code, message: message, rule: rule, module: module, span: span)
  }
}

extension ReportRecord.Item {
  /// The annotations of a document, in the order of `items`.
  ///
  /// A reference to an annotation that is not among them stays a text, and is left out of what an annotation was made from.
  ///
  /// - Parameter map: The offsets of the document's text.
  /// - Throws: ``RecordError`` when an annotation covers nothing, or a span does not lie within the text.
  public static func annotations(_ items: [Self], in map: OffsetMap) throws(RecordError) -> [Annotation] {
    let indices = Dictionary(items.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    var annotations: [Annotation] = []
    annotations.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      let name = item.id.isEmpty ? "\(index + 1)" : item.id
      let decoder = FeatureDecoder(map: map, indices: indices, annotation: name)
      annotations.append(
        Annotation(
          type: item.type, span: try decoder.span(item.start, item.end),
          features: try decoder.features(item.features, item.kinds),
          provenance: Provenance(
            module: item.module, rules: item.rules, annotations: item.annotations.compactMap { indices[$0] },
            decision: item.decision, refinedBy: item.refinedBy),
          givenID: item.id.isEmpty ? nil : item.id))
    }
    return annotations
  }
}

/// Reads the features of one annotation back.
private struct FeatureDecoder {
  let map: OffsetMap
  /// The annotations of the document by their ids.
  let indices: [String: Int]
  /// What errors call the annotation.
  let annotation: String

  func span(_ start: Int, _ end: Int, feature: String? = nil) throws(RecordError) -> Span {
    guard start < end || feature != nil && start == end else { throw RecordError(.noSpan, annotation: annotation) }
    guard let from = map.utf8Offset(ofCodePoint: start), let to = map.utf8Offset(ofCodePoint: end), from <= to else {
      throw RecordError(.spanOutsideText(start: start, end: end, feature: feature), annotation: annotation)
    }
    return Span(start: from, end: to)
  }

  func features(_ members: [JSONValue.Member], _ kinds: [JSONValue.Member]) throws(RecordError) -> Features {
    let kinds = Dictionary(kinds.map { ($0.name, $0.value) }) { $1 }
    let spans = ends(of: members, kinds)
    let written = Set(spans.keys.map(FeatureKind.ends).flatMap { [$0.start, $0.end] })
    var entries: [Features.Entry] = []
    for member in members where !written.contains(member.name) {
      let value: FeatureValue?
      if let ends = spans[member.name] {
        value = .span(try span(ends.start, ends.end, feature: member.name))
      } else {
        value = try self.value(member.value, kinds[member.name], feature: member.name)
      }
      if let value { entries.append(Features.Entry(name: member.name, value: value)) }
    }
    return Features(entries)
  }

  /// The ends of those features that are spans: texts with two whole numbers beside them.
  private func ends(
    of members: [JSONValue.Member], _ kinds: [String: JSONValue]
  ) -> [String: (start: Int, end: Int)] {
    guard members.contains(where: { FeatureKind.span(endingIn: $0.name) != nil }) else { return [:] }
    let values = Dictionary(members.map { ($0.name, $0.value) }) { $1 }
    var ends: [String: (start: Int, end: Int)] = [:]
    for (name, value) in values where value.string != nil && kinds[name] != FeatureForm.string {
      let names = FeatureKind.ends(ofSpan: name)
      if let start = values[names.start]?.integer, let end = values[names.end]?.integer { ends[name] = (start, end) }
    }
    return ends
  }

  private func value(
    _ value: JSONValue, _ kind: JSONValue?, feature: String
  ) throws(RecordError) -> FeatureValue? {
    switch value {
    case .string(let id) where kind == FeatureForm.annotation: return indices[id].map { .annotation($0) } ?? .string(id)
    case .array(let values):
      if kind == FeatureForm.span, values.count == 2, let start = values[0].integer, let end = values[1].integer {
        return .span(try span(start, end, feature: feature))
      }
      var elements: [FeatureValue] = []
      for (index, value) in values.enumerated() {
        if let element = try self.value(value, FeatureForm.element(of: kind, index), feature: feature) {
          elements.append(element)
        }
      }
      return .list(elements)
    case .object(let members): return .record(try features(members, kind?.members ?? []))
    default: return FeatureValue(plain: value)
    }
  }
}
