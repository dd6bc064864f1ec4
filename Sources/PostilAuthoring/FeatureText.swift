import PostilModel

extension FeatureValue {
  /// The value as examples and explanations write it; a span by its words, an annotation by its words too.
  func written(in text: String, _ annotations: [Annotation] = []) -> String {
    switch self {
    case .string(let string): string
    case .number(let number): number.plainText
    case .boolean(let boolean): String(boolean)
    case .span(let span): String(text[span])
    case .annotation(let index):
      annotations.indices.contains(index) ? String(text[annotations[index].span]) : "#\(index)"
    case .list(let values): values.map { $0.written(in: text, annotations) }.joined(separator: ", ")
    case .record(let fields):
      fields.map { "\($0.name): \($0.value.written(in: text, annotations))" }.joined(separator: ", ")
    }
  }
}

extension Features {
  /// All features, `name=value`, in one line.
  func written(in text: String, _ annotations: [Annotation] = []) -> String {
    map { "\($0.name)=\($0.value.written(in: text, annotations))" }.joined(separator: "  ")
  }
}
