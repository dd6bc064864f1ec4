/// A number that a template function reckons with.
enum TemplateOperand: Sendable {
  case constant(Double)
  /// What a capture took, or the column of its row, or the feature of its annotation.
  case capture(name: String, column: String?)

  /// The number; nil where the capture took no part or took no number.
  func value(in context: TemplateContext) -> Double? {
    switch self {
    case .constant(let number): number
    case .capture(let name, nil): context.text(name).flatMap(context.numbers.number)
    case .capture(let name, let column?): context.cell(name, column).flatMap(context.numbers.number)
    }
  }
}

extension TemplateOperand {
  /// The capture that must take part; nil for a number.
  var capture: String? { if case .capture(let name, _) = self { name } else { nil } }

  /// Whether it is what a capture took, whatever its row.
  var isText: Bool { if case .capture(_, nil) = self { true } else { false } }
}
