import PostilModel

/// An annotation or candidate that an example is held against.
struct Finding {
  let span: Span
  /// The values as examples write them: references and spans by their words; of a list each element.
  let features: [String: [String]]
  let rules: [String]

  /// - Parameter targets: Where that stands which references of `features` lead to.
  init(span: Span, _ features: Features, rules: [String], text: String, targets: [Span]) {
    self.span = span
    self.rules = rules
    func written(_ value: FeatureValue) -> String? {
      value.text(
        span: { String(text[$0]) }, annotation: { targets.indices.contains($0) ? String(text[targets[$0]]) : nil })
    }
    self.features = Dictionary(
      features.map { ($0.name, ($0.value.list ?? [$0.value]).compactMap(written)) }
    ) { first, _ in first }
  }
}
