import PostilModuleKit

/// By which way a value was found.
enum DateDecision: String, Decision {
  case valueGiven = "dates.value-given"
  case recurring = "dates.set"
  case duration = "dates.duration"
  case namedPart = "dates.duration.part-of-period"
  case timeOfJoinedDay = "dates.time.of-joined-day"
  case timeOfDayInText = "dates.time.of-day-in-text"
  case timeOfDayInSentence = "dates.time.of-day-in-sentence"
  case timeOfReferenceDay = "dates.time.of-reference-day"
  case dayFirst = "dates.figures.day-first"
  case monthFirst = "dates.figures.month-first"
  case unknownOrder = "dates.figures.order-unknown"
  case vagueShift = "dates.shift.vague"
  case shiftFromNext = "dates.shift.from-joined-date"
  case shiftFromQuarter = "dates.shift.from-quarter-in-text"
  case shiftFromText = "dates.shift.from-text"
  case shiftFromDocument = "dates.shift.from-document"
  case relativeToText = "dates.relative.to-text"
  case relativeToDocument = "dates.relative.to-document"
  case justOver = "dates.relative.just-over"
  case sameQuarter = "dates.relative.same-quarter-of-year"
  case yearSaid = "dates.year-said"
  case inYearSaid = "dates.in-year.said"
  case inYearOfText = "dates.in-year.of-text"
  case partOfPeriod = "dates.part-of-period"
  case yearlyToRangeEnd = "dates.yearly.by-range-end"
  case yearlyAsSaid = "dates.yearly.as-said"
  case yearlyByTense = "dates.yearly.by-tense"
  case yearlyByNearness = "dates.yearly.by-nearness"
  case weekdayToRangeEnd = "dates.weekday.by-range-end"
  case weekdayAsSaid = "dates.weekday.as-said"
  case weekdayByTense = "dates.weekday.by-tense"
  case weekdayByNearness = "dates.weekday.by-nearness"
  case dayOfMonthAsSaid = "dates.day-of-month.as-said"
  case dayOfMonthByTense = "dates.day-of-month.by-tense"
  case dayOfMonthByNearness = "dates.day-of-month.by-nearness"
  case afterRangeStart = "dates.after-range-start"
  case noAnchor = "dates.open.no-anchor"
  case tooFar = "dates.open.too-far"

  var meaning: String { meaningAlone ?? meaningByAnchor ?? meaningBySide }

  /// Of those that need nothing but the words themselves.
  private var meaningAlone: String? {
    switch self {
    case .valueGiven: "the rule gives the value itself"
    case .recurring: "it recurs"
    case .duration: "a number of units, or units whose number is not told"
    case .namedPart: "units counted from an end of a longer period, which the calendar has a name for"
    case .dayFirst:
      "a date in figures, the day first: the setting, another date or the language tells, or no other order gives a day"
    case .monthFirst:
      "a date in figures, the month first: the setting, another date or the language tells, or no other order gives a day"
    case .unknownOrder: "a date in figures of which nothing tells the order, so that only the year is sure"
    case .yearSaid:
      "the words say year, decade or century; two digits mean a year at most 20 years ahead of the document's date"
    case .inYearSaid: "a day or part of a year with its year"
    case .partOfPeriod: "a part of the period that stands behind it"
    case .vagueShift: "before or after another date, but not told how long"
    case .tooFar: "it lies too many units off to be reckoned"
    case .noAnchor: "no date is known that it could be reckoned from"
    default: nil
    }
  }

  /// Of those that count from another date.
  private var meaningByAnchor: String? {
    switch self {
    case .timeOfJoinedDay: "a time of the day that stands beside it"
    case .timeOfDayInText: "a time of the day that the text named last, which lies right by the document's date"
    case .timeOfDayInSentence: "a time of a day that its sentence names, before it or soon behind it"
    case .timeOfReferenceDay: "a time of the document's date, in a narrative of the last date of the text"
    case .shiftFromNext: "a duration before or after the date that stands behind it"
    case .shiftFromQuarter: "years before or after the quarter that the text named shortly before"
    case .shiftFromText: "a duration before or after the last date of the text that is as fine"
    case .shiftFromDocument: "a duration before or after the document's date"
    case .relativeToText: "units counted from the last date of the text that is as fine"
    case .relativeToDocument: "units counted from the document's date"
    case .justOver: "the quarter or weekend meant is the last whole one before the document's date"
    case .sameQuarter: "the last quarter of the text in the year said"
    case .inYearOfText: "a day or part of the year that the text named last, else of the document's"
    default: nil
    }
  }

  /// Of those without a year, which lie on one side of the date they count from.
  private var meaningBySide: String {
    switch self {
    case .afterRangeStart:
      "where a range ends whose beginning is told: the first such day or part of a year from there on"
    case .yearlyToRangeEnd: "a day or part of a year where a range begins: the last before the range's end"
    case .yearlyAsSaid: "a day or part of a year on the side that the words say"
    case .yearlyByTense: "a day or part of a year on the side that the tense around it tells"
    case .yearlyByNearness:
      "a day or part of a year of which nothing tells the side: a day or month is the nearest, others the last"
    case .weekdayToRangeEnd: "a weekday where a range begins: the last before the range's end"
    case .weekdayAsSaid: "a weekday on the side that the words say"
    case .weekdayByTense: "a weekday on the side that the tense around it tells"
    case .weekdayByNearness: "a weekday of which nothing tells the side: the last, in a narrative the nearest"
    case .dayOfMonthAsSaid: "a day of the month on the side that the words say"
    case .dayOfMonthByTense: "a day of the month on the side that the tense around it tells"
    default: "a day of the month of which nothing tells the side: the nearest"
    }
  }

  /// Whether words or tense told the side on which it lies.
  var tellsSide: Bool {
    [.weekdayAsSaid, .weekdayByTense, .yearlyAsSaid, .yearlyByTense, .relativeToDocument].contains(self)
  }

  /// The decision about a weekday.
  static func weekday(_ side: Side) -> DateDecision {
    switch side.way {
    case .said: .weekdayAsSaid
    case .tense: .weekdayByTense
    case .nearness: .weekdayByNearness
    }
  }

  /// The decision about a day of the month.
  static func dayOfMonth(_ side: Side) -> DateDecision {
    switch side.way {
    case .said: .dayOfMonthAsSaid
    case .tense: .dayOfMonthByTense
    case .nearness: .dayOfMonthByNearness
    }
  }

  /// The decision about what comes once a year.
  static func yearly(_ side: Side) -> DateDecision {
    switch side.way {
    case .said: .yearlyAsSaid
    case .tense: .yearlyByTense
    case .nearness: .yearlyByNearness
    }
  }
}

/// Where an expression without year or date lies, and what tells it.
struct Side {
  /// What tells it.
  enum Way { case said, tense, nearness }

  let direction: Direction
  let way: Way
  /// Whether words say it, or the tense points ahead.
  var isTold: Bool { way == .said || way == .tense && direction == .future }
  /// The candidate that is the cue of tense.
  var cue: Int?
}
