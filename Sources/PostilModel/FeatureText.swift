extension FeatureValue {
  /// The value as one line of text: `a, b` for a list, `name: value, …` for a record.
  ///
  /// Nil for what the closures have no text for; such elements of lists and records are left out.
  ///
  /// - Parameters:
  ///   - span: Writes a part of the document's text.
  ///   - annotation: Writes a reference, by the annotation's index.
  public func text(span: (Span) -> String?, annotation: (Int) -> String?) -> String? {
    switch self {
    case .string(let text), .digits(let text): text
    case .number(let number): number.plainText
    case .boolean(let flag): String(flag)
    case .span(let place): span(place)
    case .annotation(let index): annotation(index)
    case .list(let values): values.compactMap { $0.text(span: span, annotation: annotation) }.joined(separator: ", ")
    case .record(let fields):
      fields.compactMap { field in
        field.value.text(span: span, annotation: annotation).map { "\(field.name): \($0)" }
      }.joined(separator: ", ")
    }
  }

  /// The value as examples and explanations write it: spans and annotations by their words in `text`.
  public func text(in text: String, _ annotations: [Annotation] = []) -> String {
    self.text(
      span: { String(text[$0]) },
      annotation: { annotations.indices.contains($0) ? String(text[annotations[$0].span]) : "#\($0)" }) ?? ""
  }
}

extension Features {
  /// All features, `name=value`, in one line.
  public func text(in text: String, _ annotations: [Annotation] = []) -> String {
    map { "\($0.name)=\($0.value.text(in: text, annotations))" }.joined(separator: "  ")
  }
}
