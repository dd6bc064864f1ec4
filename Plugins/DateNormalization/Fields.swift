import PostilModuleKit

/// A candidate's features by the names of the contract.
struct Fields {
  var features: Features

  init(_ features: Features) { self.features = features }

  /// A whole number; nil for one that no calendar needs.
  func integer(_ name: String) -> Int? {
    features[name]?.number.flatMap { abs($0) <= 1e9 ? Int(exactly: $0.rounded()) : nil }
  }
  func string(_ name: String) -> String? { features[name]?.string }
  func flag(_ name: String) -> Bool { features[name]?.boolean ?? false }

  var type: String { string("timexType") ?? "DATE" }
  var year: Int? { integer("year") }
  var month: Int? { integer("month") }
  var day: Int? { integer("day") }
  var weekday: Int? { integer("weekday") }
  var week: Int? { integer("week") }
  var nth: Int? { integer("nth") }
  var easter: Int? { integer("easter") }
  var isFeast: Bool { features["feast"] != nil }
  var quarter: Int? { integer("quarter") }
  var half: Int? { integer("half") }
  var season: String? { string("season") }
  var decade: Int? { integer("decade") }
  var century: Int? { integer("century") }
  var hour: Int? { integer("hour") }
  var partOfDay: String? { string("partOfDay") }
  var offset: Int? { integer("offset") }
  var unit: TimeUnit? { string("unit").flatMap(TimeUnit.init) }
  var direction: Direction? { string("direction").flatMap(Direction.init) }
  var isAnchoredInText: Bool { string("anchor") == "text" }

  /// The number of units with its fraction; nil for a vague one.
  var amount: Double? {
    let whole = features["amount"]?.number
    let part = features["fraction"]?.number
    return whole == nil && part == nil ? nil : (whole ?? 0) + (part ?? 0)
  }

  /// Whether it says a time of day.
  var hasTime: Bool { hour != nil || partOfDay != nil }

  /// Whether it says a time of day and no date.
  var isTimeAlone: Bool { hasTime && unitOfDate == nil }

  /// The unit of the date that it says; nil where it says none.
  var unitOfDate: TimeUnit? {
    if weekday != nil || day != nil || easter != nil || isFeast || features["firstNumber"] != nil {
      return string("around") == nil ? .day : .weekend
    }
    if week != nil { return .week }
    if month != nil { return .month }
    if quarter != nil { return .quarter }
    if season != nil { return .season }
    if half != nil { return .half }
    if offset != nil || nth != nil, let unit { return unit }
    if year != nil { return .year }
    if decade != nil { return .decade }
    return century == nil ? nil : .century
  }

  /// Whether the year is said, or follows from the reference date.
  var isComplete: Bool { year != nil || offset != nil || decade != nil || century != nil }
}
