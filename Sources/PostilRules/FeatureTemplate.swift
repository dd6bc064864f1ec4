import PostilModel

/// What a template is filled in from.
public struct TemplateContext {
  /// A place, and the annotations that stand there.
  public typealias Place = (span: Span, annotations: [Int])

  let text: (String) -> String?
  let cell: (String, String) -> String?
  let lexicon: (String) -> Lexicon?
  let numbers: NumberWords
  let place: (String) -> Place?

  /// - Parameters:
  ///   - text: What a capture took.
  ///   - cell: The column of the lexicon, or the feature of the annotation, behind a capture.
  ///   - lexicon: A lexicon by its name.
  ///   - numbers: The words of the language for numbers.
  ///   - place: Where a capture stands.
  public init(
    text: @escaping (String) -> String?, cell: @escaping (String, String) -> String?,
    lexicon: @escaping (String) -> Lexicon?, numbers: NumberWords, place: @escaping (String) -> Place? = { _ in nil }
  ) {
    self.text = text
    self.cell = cell
    self.lexicon = lexicon
    self.numbers = numbers
    self.place = place
  }
}

/// The value of one feature of a rule, with its `${…}`.
public struct FeatureTemplate: Sendable {
  enum Part: Sendable {
    case text(String)
    case capture(name: String, column: String?, functions: [TemplateFunction])
    case reference(String)
  }

  /// The feature's name.
  public let name: String
  /// The kind of the value.
  public let kind: FeatureKind
  /// The template as written; of a list those of its elements with commas between.
  public let written: String
  let parts: [Part]
  /// For a list written as one, a template for each of its elements.
  private let elements: [FeatureTemplate]
  /// The value of a template without captures; nil for any other.
  public let constant: FeatureValue?

  init(name: String, kind: FeatureKind, elements: [FeatureTemplate]) {
    self.name = name
    self.kind = kind
    self.elements = elements
    written = elements.map(\.written).joined(separator: ", ")
    parts = []
    let constants = elements.compactMap(\.constant)
    constant = constants.count == elements.count ? .list(constants) : nil
  }

  init(name: String, kind: FeatureKind, written: String, parts: [Part]) {
    self.name = name
    self.kind = kind
    self.written = written
    self.parts = parts
    elements = []
    let literals = parts.compactMap { if case .text(let literal) = $0 { literal } else { nil } }
    constant = literals.count == parts.count ? Self.value(literals.joined(), kind) : nil
  }

  /// Whether the value depends on nothing but the row of the term that a rule with `terms` found.
  public var dependsOnRowAlone: Bool {
    elements.allSatisfy(\.dependsOnRowAlone)
      && parts.allSatisfy {
        switch $0 {
        case .text: true
        case .capture(let name, let column, let functions):
          name == Candidate.termCapture && column != nil && !functions.contains { $0.operand?.isText ?? false }
        case .reference: false
        }
      }
  }

  /// The captures that must take part for there to be a value.
  public var captureNames: [String] {
    elements.flatMap(\.captureNames)
      + parts.flatMap { part -> [String] in
        switch part {
        case .text: []
        case .reference(let name): [name]
        case .capture(let name, _, let functions):
          functions.contains { $0.name == "default" } ? [] : [name] + functions.compactMap(\.operand?.capture)
        }
      }
  }

  /// The most bytes of a feature's text.
  public static let mostBytes = 65_536

  /// The value, or nil when a capture took no part, a cell was empty, or the text is none of the kind.
  ///
  /// - Throws: ``TextTooLong`` when the text, or a part of it on the way, is longer than ``mostBytes``.
  public func value(in context: TemplateContext) throws(TextTooLong) -> FeatureValue? {
    if let constant { return constant }
    if !elements.isEmpty {
      var values: [FeatureValue] = []
      for element in elements {
        if let value = try element.value(in: context) { values.append(value) }
      }
      return values.isEmpty ? nil : .list(values)
    }
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .capture(let name, let column, let functions):
        var value = column.map { context.cell(name, $0) } ?? context.text(name)
        for function in functions { value = try function.apply(to: value, in: context) }
        guard let value else { return nil }
        text += value
        guard text.utf8.count <= Self.mostBytes else { throw TextTooLong() }
      case .reference(let name): return context.place(name).flatMap { Self.value($0, kind) }
      }
    }
    return Self.value(text, kind)
  }

  private static func value(_ place: TemplateContext.Place, _ kind: FeatureKind) -> FeatureValue? {
    switch kind {
    case .span: .span(place.span)
    case .annotation: place.annotations.first.map { .annotation($0) }
    case .list(.annotation): .list(place.annotations.map { .annotation($0) })
    case .list(.span): .list([.span(place.span)])
    default: nil
    }
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

/// A feature's text that is longer than ``FeatureTemplate/mostBytes``.
public struct TextTooLong: Error {}

extension FeatureKind {
  /// Whether values are places or annotations, which no text can say.
  var isReference: Bool {
    switch self {
    case .span, .annotation: true
    case .list(let element): element.isReference
    default: false
    }
  }

  /// Whether values are annotations.
  var isAnnotation: Bool {
    switch self {
    case .annotation: true
    case .list(let element): element.isAnnotation
    default: false
    }
  }
}
