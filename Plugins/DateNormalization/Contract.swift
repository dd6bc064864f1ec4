import PostilModuleKit

/// What candidates may say to the module, as `postil modules describe date-normalization` prints it.
enum Contract {
  private typealias Feature = ModuleManifest.Feature

  /// The features of an expression of time.
  static let expression: [ModuleManifest.Feature] = calendar + clock + relative + amounts + standing

  private static let calendar: [Feature] = [
    Feature("value", .string, "the value itself, where the words give it whatever the reference date"),
    Feature("year", .number, "the year; two digits mean a year at most 20 years ahead"),
    Feature("era", .string, "BC for a year before the year 1", choices: ["BC"]),
    Feature("yearStart", .number, "the month in which a fiscal year begins, named by the year in which it ends"),
    Feature("month", .number, "the month, 1 to 12"),
    Feature("day", .number, "the day of the month; with weekday and month, the first such weekday from that day on"),
    Feature("weekday", .number, "1 for Monday to 7 for Sunday"),
    Feature("week", .number, "the ISO week of the year"),
    Feature("nth", .number, "which one, -1 for the last: of the weekday in the month, or of the unit in what follows"),
    Feature("count", .number, "of a weekday with the direction last or next: how many of them back or ahead"),
    Feature("beside", .string, "the weekday before or after what is joined to it", choices: ["before", "after"]),
    Feature("feast", .string, "the feast, a row of the table `feasts`, which has its days by year"),
    Feature("daysAfter", .number, "days from what comes once a year to the day meant, negative for before"),
    Feature("around", .string, "the weekend that what comes once a year lies in or beside", choices: ["weekend"]),
    Feature("easter", .number, "days after Easter Sunday, negative for before"),
    Feature("quarter", .number, "1 to 4"),
    Feature("half", .number, "the half of a year, 1 or 2"),
    Feature("season", .string, "SP, SU, FA or WI; a winter belongs to the year it begins in", choices: Season.names),
    Feature("decade", .number, "the first year of a decade, such as 1990, or 90"),
    Feature("century", .number, "the number of a century, 20 for the years from 1900"),
    Feature("firstNumber", .number, "the first of day and month in a numeric date whose order is to be found"),
    Feature("secondNumber", .number, "the second of day and month in a numeric date"),
  ]

  private static let clock: [Feature] = [
    Feature("hour", .number, "0 to 24"), Feature("minute", .number, "0 to 59, or negative for minutes before the hour"),
    Feature("second", .number, "0 to 59"),
    Feature("meridiem", .string, "am or pm, where the hour is one of twelve", choices: ["am", "pm"]),
    Feature("partOfDay", .string, "MO, MI, AF, EV, NI or DT", choices: ["MO", "MI", "AF", "EV", "NI", "DT"]),
    Feature("zone", .string, "the time zone as written in the value, such as Z or +03:00"),
    Feature("summerZone", .string, "the zone in summer time, where it differs"),
    Feature("summerTime", .string, "the law by which summer time begins and ends", choices: SummerTime.names),
    Feature("of24", .boolean, "true when the hour is one of 24 whatever stands beside it"),
  ]

  private static let relative: [Feature] = [
    Feature("offset", .number, "so many units after the anchor, negative for before"),
    Feature("unit", .string, "the unit of offset, amount or nth", choices: TimeUnit.names),
    Feature(
      "anchor", .string, "what offset and missing years count from: the document's date, or the last date in the text",
      choices: ["document", "text"]),
    Feature(
      "direction", .string,
      "where a day, month or season without year lies: past and future include the reference date, last and next do not; "
        + "by the tense around it when absent", choices: Direction.names),
  ]

  private static let amounts: [Feature] = [
    Feature("timexType", .string, "the TIMEX3 type; DATE when absent", choices: ["DATE", "TIME", "DURATION", "SET"]),
    Feature("amount", .number, "the number of units of a duration; absent for a vague one"),
    Feature("fraction", .number, "a part of a unit to add to amount, such as 0.5"),
    Feature("shift", .string, "where a duration leads by itself, as in `in two weeks`", choices: ["past", "future"]),
    Feature("mod", .string, "TIMEX3 mod", choices: mods), Feature("quant", .string, "TIMEX3 quant, such as EVERY"),
    Feature("freq", .string, "TIMEX3 freq, such as 2X"),
  ]

  private static let standing: [Feature] = [
    Feature(
      "needs", .string, "when it counts: only beside another expression or a modifier, or after a cue of the future",
      choices: ["neighbour", "future"]),
    Feature(
      "style", .string, "the only style in which it counts", choices: DateAnalyzer.styles),
  ]

  /// The features of words that change the expression beside them.
  static let modifier: [ModuleManifest.Feature] = [
    Feature("mod", .string, "the TIMEX3 mod of the expression behind it", choices: mods),
    Feature("quant", .string, "the TIMEX3 quant of the expression behind it, which becomes a SET"),
    Feature("freq", .string, "the TIMEX3 freq of the expression behind it, which becomes a SET"),
    Feature("shift", .string, "where the duration before it leads", choices: ["past", "future"]),
    Feature(
      "anchor", .string, "what shift counts from: the document's date, the last date in the text, the next expression",
      choices: ["document", "text", "next"]),
    Feature("of", .string, "the only kind of expression that it changes", choices: ["date", "duration"]),
    Feature("outside", .boolean, "true when the word stays outside the span"),
    Feature("drop", .boolean, "true when the duration before it is no time, such as an age"),
  ]

  private static let mods = [
    "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
    "EQUAL_OR_LESS", "EQUAL_OR_MORE",
  ]
}

/// Where a date without year lies, seen from the reference date.
enum Direction: String, CaseIterable {
  case nearest, past, future, last, next, this

  static var names: [String] { allCases.map(\.rawValue) }
}

/// The seasons by the month in which they begin.
enum Season {
  static let names = ["SP", "SU", "FA", "WI"]

  /// The first month of a season.
  static func month(of name: String) -> Int? { names.firstIndex(of: name).map { 3 * $0 + 3 } }
}
