import PostilModuleKit

/// A day that others are reckoned from.
struct Anchor {
  let day: CivilDay
  /// The deciding candidate of the expression that named it; nil for the document's date.
  var source: Int?
}

/// A date, or its value where only a part of it is known, with how it was found.
struct Dated {
  private(set) var period: Period?
  let text: String
  let decision: DateDecision
  /// What it was reckoned from, if anything.
  private(set) var anchor: Anchor?
  /// The deciding candidates of the expressions whose dates it was made from.
  private(set) var sources: [Int]
  /// The candidates beside the expression's own that it was made from: the cue of tense.
  private(set) var cues: [Int] = []
  /// The time of day, `T10:20`, of a moment that was reckoned from another.
  var clock: String?

  /// - Parameter source: The deciding candidate of an expression other than that of the anchor.
  init(_ period: Period, _ decision: DateDecision, anchor: Anchor? = nil, source: Int? = nil, cue: Int? = nil) {
    self.period = period
    self.decision = decision
    self.anchor = anchor
    sources = [anchor?.source, source].compactMap(\.self)
    cues = cue.map { [$0] } ?? []
    text = period.value
  }

  init(open text: String, _ decision: DateDecision) {
    self.text = text
    self.decision = decision
    sources = []
  }

  /// The same date as a part of `whole`, with what that was reckoned from.
  func inside(_ whole: Dated) -> Dated {
    var part = self
    part.anchor = whole.anchor
    part.sources += whole.sources
    part.cues += whole.cues
    return part
  }

  /// The same date as the day of a time that stands beside it.
  var holdingTime: Dated {
    guard let period else { return self }
    var day = Dated(period, .timeOfJoinedDay, anchor: anchor)
    day.sources = sources
    day.cues = cues
    return day
  }

  /// The same date as the day of a time of its sentence, which `source` says.
  func ofSentence(_ source: Int) -> Dated {
    guard let period else { return self }
    var day = Dated(period, .timeOfDayInSentence, anchor: anchor)
    day.sources = (sources + [source]).uniqued()
    day.cues = cues
    return day
  }

  /// Whether a time of day can follow.
  var isDay: Bool { period.map { $0.unit == .day } ?? (text.utf8.count { $0 == UInt8(ascii: "-") } == 2) }
}
