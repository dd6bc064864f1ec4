import PostilModuleKit

/// Gives time expressions their TIMEX3 values.
public struct DateAnalyzer: Analyzer {
  static let styles = ["news", "narrative", "colloquial"]

  /// What the module takes and gives.
  public static let manifest = ModuleManifest(
    name: "date-normalization", version: "0.2.0",
    assigns: [
      .init(
        "timex", "a time expression by TIMEX3",
        features: [
          .init("timexType", .string, "DATE, TIME, DURATION or SET"), .init("value", .string, "the ISO-TimeML value"),
          .init("mod", .string, "START, MID, END, APPROX, …"), .init("quant", .string, "the quantifier of a set"),
          .init("freq", .string, "how often, in a set"),
          .init("anchor", .string, "the date that the value was reckoned from"),
        ])
    ],
    inputs: [
      .init(
        "timex",
        "a time expression; what its group 'link' matched may join it to the next, what 'until' matched lead to the end of a range",
        features: Contract.expression),
      .init("modifier", "words that change the expression before or behind them", features: Contract.modifier),
      .init(
        "tense", "a cue of the tense of what stands round it",
        features: [.init("tense", .string, "where the cue points", choices: ["past", "future"])]),
    ],
    rejectReasons: ["no such day", "not in this style or tense", "needs a neighbour"],
    decisions: DateDecision.declared,
    settings: [
      .init(
        "style", .string, default: "news", choices: styles,
        meaning: "how undated expressions are read: from the document's date, along the text, or as short messages",
        fromMetadata: true),
      .init(
        "date-order", .string, default: "auto", choices: ["auto", "day-first", "month-first"],
        meaning: "the order of day and month in numeric dates", fromMetadata: true),
    ], takesTables: [Feasts.table])

  private let feasts: Feasts

  /// Style and order are read from each document, whose metadata may change them.
  public init(settings: Settings) { feasts = Feasts(settings.table(Feasts.table)) }

  /// Resolves the expressions of a document from left to right.
  public mutating func analyze(_ document: DocumentView) -> Analysis {
    var analysis = Analysis()
    let style = document.settings.string("style")
    let tense = Tense(document)
    var selection = Selection(document: document, style: style, tense: tense)
    let chosen = selection.choose()
    for index in selection.refused { analysis.reject(index, "not in this style or tense") }
    let order = NumericOrder.of(document, setting: document.settings.string("date-order"))
    let reference = document.date.flatMap { CivilDay(iso: $0.value) }
    if reference == nil, let date = document.date { analysis.diagnose("the document's date '\(date.value)' is no day") }
    var resolver = Resolver(
      reference: reference, secondOfDay: document.date.flatMap { CivilDay.second(of: $0.value) }, style: style,
      order: order, feasts: feasts,
      tense: tense)
    /// The expressions that each annotation was made from, and the annotation of each, by deciding candidate.
    var sources: [[Int]] = []
    var places: [Int: Int] = [:]
    for expression in Composer.expressions(of: chosen, in: document) {
      guard let found = take(expression, &resolver, &analysis) else { continue }
      places[expression.candidates[0]] = document.annotations.count + sources.count
      sources.append(found)
    }
    // A range names its end, which stands behind it.
    for (place, found) in sources.enumerated() {
      analysis.annotations[place].annotations = found.compactMap { places[$0] }.uniqued()
    }
    return analysis
  }

  /// Adds the annotation of an expression, if it has a value.
  ///
  /// - Returns: The deciding candidates of the expressions that it was made from.
  private func take(_ expression: Expression, _ resolver: inout Resolver, _ analysis: inout Analysis) -> [Int]? {
    let needsNeighbour = expression.fields.string("needs") == "neighbour" && !expression.hasNeighbour
    guard !needsNeighbour, let resolved = resolver.resolve(expression) else {
      analysis.reject(expression.candidates[0], needsNeighbour ? "needs a neighbour" : "no such day")
      return nil
    }
    if resolver.isUnsure(expression.fields, resolved.value) {
      analysis.diagnose(
        "nothing tells whether day or month comes first; set date-normalization.date-order", at: expression.span)
    }
    var features: Features = ["timexType": .string(resolved.type), "value": .string(resolved.value)]
    for name in ["mod", "quant", "freq"] { features[name] = expression.string(name).map { .string($0) } }
    if let anchor = resolved.anchor { features["anchor"] = .string(anchor.iso) }
    analysis.annotations.append(
      NewAnnotation(
        type: "timex", span: expression.span, features: features,
        candidates: (expression.candidates + resolved.cues).uniqued(), decision: resolved.decision.rawValue))
    return resolved.sources
  }
}

/// The module’s one exported function.
@c(postil_module_DateNormalization)
public func entry() -> UnsafePointer<postil_module> { exportModule(DateAnalyzer.self) }
