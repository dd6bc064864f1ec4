import PostilModuleKit

/// Gives time expressions their TIMEX3 values.
public struct DateAnalyzer: Analyzer {
  private static let contract: [ModuleManifest.Feature] = [
    .init("timexType", .string, "the TIMEX3 type", choices: ["DATE", "TIME", "DURATION", "SET"]),
    .init("value", .string, "the value itself, where the words give it whatever the reference date"),
    .init("year", .number, "the year; two digits mean the century nearest to the reference date"),
    .init("month", .number, "the month, 1 to 12"),
    .init("day", .number, "the day of the month"),
    .init("weekday", .number, "1 for Monday to 7 for Sunday"),
    .init(
      "direction", .string,
      "where a day or month without year lies; nearest by default for days of a month, past for weekdays",
      choices: ["nearest", "past", "future"]),
    .init("offset", .number, "so many units after the reference date, negative for before"),
    .init(
      "unit", .string, "day, week, month, quarter, year, decade, century, hour, minute, second", choices: TimeUnit.names
    ),
    .init("amount", .number, "the number of units of a duration; absent for a vague one"),
    .init("quarter", .number, "1 to 4"),
    .init("season", .string, "SP, SU, FA or WI", choices: ["SP", "SU", "FA", "WI"]),
    .init("decade", .number, "the first year of a decade, such as 1990"),
    .init("partOfDay", .string, "MO, MI, AF, EV or NI", choices: ["MO", "MI", "AF", "EV", "NI"]),
    .init("hour", .number, "0 to 23"),
    .init("minute", .number, "0 to 59"),
    .init(
      "anchor", .string, "what the value depends on: the document's date, or the date before it in the text",
      choices: ["document", "text"]),
    .init("mod", .string, "TIMEX3 mod", choices: ["START", "MID", "END", "APPROX", "EQUAL_OR_LESS", "EQUAL_OR_MORE"]),
    .init("quant", .string, "TIMEX3 quant, such as EVERY"),
    .init("freq", .string, "TIMEX3 freq, such as 2X"),
  ]

  /// What the module takes and gives.
  public static let manifest = ModuleManifest(
    name: "date-normalization", version: "0.1.0",
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
    inputs: [.init("timex", "a time expression", features: contract)],
    rejectReasons: ["no such day"])

  /// It has no settings yet.
  public init(settings: Settings) {}

  /// Resolves the candidates that kept their place, from left to right.
  public mutating func analyze(_ document: DocumentView) -> Analysis {
    var analysis = Analysis()
    var resolver = Resolver(reference: document.date.flatMap { CivilDay(iso: $0.value) })
    for index in document.candidates(ofType: "timex") {
      let candidate = document.candidates[index]
      guard let resolved = resolver.resolve(candidate.features) else {
        analysis.reject(index, "no such day")
        continue
      }
      var features: Features = ["timexType": .string(resolved.type), "value": .string(resolved.value)]
      for name in ["mod", "quant", "freq"] { features[name] = candidate.features[name] }
      if let anchor = resolved.anchor { features["anchor"] = .string(anchor) }
      analysis.annotations.append(
        NewAnnotation(type: "timex", span: candidate.span, features: features, candidates: [index]))
    }
    return analysis
  }
}

/// The module’s one exported function.
@c(postil_module_DateNormalization)
public func entry() -> UnsafePointer<postil_module> { exportModule(DateAnalyzer.self) }
