import PostilJSON
import PostilModel
import PostilRecords

/// An annotation as formats of other programs take it: in the order of the text, values as text.
struct ExportedAnnotation {
  let id: String
  let type: String
  let span: Span
  let text: String
  let module: String
  let rule: String
  /// In the order of the report; spans are their words, references ids.
  let features: [(name: String, value: String)]

  /// All annotations of `document`.
  static func all(_ document: AnnotatedDocument) -> [ExportedAnnotation] {
    let order = ReportOrder(document.annotations)
    let bytes = Array(document.document.text.utf8)
    return order.indices.map { index in
      let annotation = document.annotations[index]
      return ExportedAnnotation(
        id: order.ids[index], type: annotation.type, span: annotation.span,
        text: String(decoding: bytes[annotation.span.start..<annotation.span.end], as: UTF8.self),
        module: annotation.provenance.module ?? "", rule: annotation.provenance.rules.first ?? "",
        features: annotation.features.map { ($0.name, HTMLTables.plain($0.value, bytes, order)) })
    }
  }

  /// The features as a JSON object of texts on one line.
  var featuresJSON: String {
    var json = JSONBytes()
    json.object { json in for feature in features { json.field(feature.name, feature.value) } }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
