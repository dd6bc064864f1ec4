import PostilModel

/// What a template is filled in from.
public struct TemplateContext {
  let text: (String) -> String?
  let row: (String) -> (Lexicon, Int)?
  let lexicon: (String) -> Lexicon?

  /// - Parameters:
  ///   - text: What a group matched.
  ///   - row: The lexicon and row behind a group that is exactly one `${lexicon}`, or behind `term`.
  ///   - lexicon: A lexicon by its name.
  public init(
    text: @escaping (String) -> String?, row: @escaping (String) -> (Lexicon, Int)?,
    lexicon: @escaping (String) -> Lexicon?
  ) {
    self.text = text
    self.row = row
    self.lexicon = lexicon
  }
}

/// The value of one feature of a rule, with its `${…}`.
public struct FeatureTemplate: Sendable {
  enum Part: Sendable {
    case text(String)
    case capture(name: String, column: String?, functions: [TemplateFunction])
  }

  /// The feature's name.
  public let name: String
  /// The kind of the value.
  public let kind: FeatureKind
  let parts: [Part]

  /// The value, or nil when a capture took no part, a cell was empty, or the text is none of the kind.
  public func value(in context: TemplateContext) -> FeatureValue? {
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .capture(let name, let column, let functions):
        var value =
          column.map { column in context.row(name).flatMap { $0.0.value(row: $0.1, column: column) } }
          ?? context.text(name)
        for function in functions { value = function.apply(to: value, lexicon: context.lexicon) }
        guard let value else { return nil }
        text += value
      }
    }
    return Self.value(text, kind)
  }

  /// `text` as a value of `kind`, or nil when it is none.
  static func value(_ text: String, _ kind: FeatureKind) -> FeatureValue? {
    switch kind {
    case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil }
    case .boolean: ["true": .boolean(true), "false": .boolean(false)][text]
    case .list(let element):
      .list(text.split(separator: ",").compactMap { value($0.drop { $0 == " " }.description, element) })
    default: .string(text)
    }
  }
}
