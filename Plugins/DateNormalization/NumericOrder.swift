import PostilModuleKit

/// The order of day and month in numeric dates of a document.
enum NumericOrder: String, CaseIterable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"
  case unknown

  /// The order that the setting, the dates of the document itself, or its language and country tell.
  static func of(_ document: DocumentView, setting: String) -> NumericOrder {
    NumericOrder(rawValue: setting) ?? evidence(document) ?? language(document) ?? .unknown
  }

  private static func evidence(_ document: DocumentView) -> NumericOrder? {
    let reference = document.date.flatMap { CivilDay(iso: $0.value) }
    for candidate in document.candidates {
      let fields = Fields(candidate.features)
      guard let first = fields.integer("firstNumber"), let second = fields.integer("secondNumber"), first != second
      else { continue }
      if first > 12, second <= 12 { return .dayFirst }
      if second > 12, first <= 12 { return .monthFirst }
      if let reference, fields.year == reference.year {
        if first == reference.day, second == reference.month { return .dayFirst }
        if first == reference.month, second == reference.day { return .monthFirst }
      }
    }
    return nil
  }

  /// American English alone writes the month first.
  private static func language(_ document: DocumentView) -> NumericOrder? {
    guard let tag = document.metadata["language"]?.string?.lowercased(), tag.count > 2 else { return nil }
    return tag.hasSuffix("us") ? .monthFirst : .dayFirst
  }
}

extension Resolver {
  /// Whether an expression is a date in figures whose order nothing tells.
  func isUnsure(_ fields: Fields, _ value: String) -> Bool {
    order == .unknown && fields.integer("firstNumber") != nil && value.hasSuffix("-XX-XX")
  }

  /// A date in figures; where both orders give one and nothing tells the order, only the year is sure.
  func numeric(_ first: Int, _ second: Int, _ fields: Fields) -> Dated? {
    guard let year = fields.year.flatMap({ year(ofTwoDigits: $0, fields)?.year }) else {
      return nearest(first, second)
    }
    let byDay = CivilDay(year: year, month: second, day: first)
    let byMonth = CivilDay(year: year, month: first, day: second)
    guard let day = order == .monthFirst ? byMonth ?? byDay : byDay ?? byMonth else { return nil }
    if order == .unknown, let byDay, let byMonth, byDay != byMonth {
      return Dated(open: "\(year.padded(to: 4))-XX-XX", .unknownOrder)
    }
    return Dated(Period(.day, containing: day), day == byDay ? .dayFirst : .monthFirst)
  }

  /// A day and month in figures without year, the nearest; of unknown order only the year.
  private func nearest(_ first: Int, _ second: Int) -> Dated? {
    guard let anchor else { return nil }
    if order == .unknown, first <= 12, second <= 12, first != second {
      return Dated(open: "\(anchor.day.year.padded(to: 4))-XX-XX", .unknownOrder)
    }
    let (day, month) = order == .monthFirst && first <= 12 || second > 12 ? (second, first) : (first, second)
    let years = (-1...1).compactMap { CivilDay(year: anchor.day.year + $0, month: month, day: day) }
    return choose(.nearest, among: years.map { Period(.day, containing: $0) }, anchor.day).map {
      Dated($0, day == first ? .dayFirst : .monthFirst, anchor: anchor)
    }
  }
}
