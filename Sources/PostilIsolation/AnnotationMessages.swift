import PostilModel

extension MessageWriter {
  mutating func annotation(_ annotation: Annotation) {
    name(annotation.type)
    span(annotation.span)
    features(annotation.features)
    let provenance = annotation.provenance
    optional(provenance.module) { $0.name($1) }
    list(provenance.rules) { $0.name($1) }
    list(provenance.annotations) { $0.number($1) }
    optional(provenance.decision) { $0.name($1) }
    list(provenance.refinedBy) { $0.name($1) }
    optional(annotation.givenID) { $0.text($1) }
  }

  mutating func diagnostic(_ diagnostic: DocumentDiagnostic) {
    name(diagnostic.code)
    text(diagnostic.message)
    optional(diagnostic.rule) { $0.name($1) }
    optional(diagnostic.module) { $0.name($1) }
    optional(diagnostic.span) { $0.span($1) }
  }

  mutating func date(_ date: DocumentDate) {
    text(date.value)
    text(date.origin.rawValue)
  }
}

extension MessageReader {
  /// All annotations of a document; what they refer to is among them.
  mutating func annotations() throws(MessageError) -> [Annotation] {
    let annotations = try list { reader throws(MessageError) in try reader.annotation() }
    for annotation in annotations {
      let all = annotation.provenance.annotations + annotation.features.flatMap(\.value.references)
      guard all.allSatisfy(annotations.indices.contains) else { throw .badValue }
    }
    return annotations
  }

  private mutating func annotation() throws(MessageError) -> Annotation {
    let (type, span, features) = (try name(), try span(mayBeEmpty: false), try features())
    let provenance = Provenance(
      module: try optionalName(), rules: try list { reader throws(MessageError) in try reader.name() },
      annotations: try list { reader throws(MessageError) in try reader.number() }, decision: try optionalName(),
      refinedBy: try list { reader throws(MessageError) in try reader.name() })
    return Annotation(
      type: type, span: span, features: features, provenance: provenance,
      givenID: try optional { reader throws(MessageError) in try reader.string() })
  }

  mutating func diagnostic() throws(MessageError) -> DocumentDiagnostic {
    DocumentDiagnostic(
      code: try name(), message: try string(), rule: try optionalName(), module: try optionalName(),
      span: try optional { reader throws(MessageError) in try reader.span() })
  }

  mutating func date() throws(MessageError) -> DocumentDate {
    let value = try string()
    guard let origin = DocumentDate.Origin(rawValue: try string()) else { throw .badValue }
    return DocumentDate(value: value, origin: origin)
  }

  mutating func optionalName() throws(MessageError) -> String? {
    try optional { reader throws(MessageError) in try reader.name() }
  }
}
