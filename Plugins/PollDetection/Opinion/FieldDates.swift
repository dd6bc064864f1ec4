import PostilModuleKit

/// Finds when a poll was taken: the dates beside the words for asking, in the same sentence.
struct FieldDates {
  /// The days of asking, and the dates that tell them.
  struct Range {
    let start: String
    let end: String
    /// By index among the document's annotations.
    let sources: [Int]
  }

  private struct Day {
    /// By index among the document's annotations.
    let index: Int
    let span: Span
    /// A day, a month or a year.
    let value: String
    /// The last day of a week; otherwise the same.
    let end: String
    /// Whether the year is reckoned from the document's date.
    let isReckoned: Bool
  }

  private let document: DocumentView
  private let days: [Day]
  private let places: SpanIndex
  /// So many bytes may lie between the days of a period.
  private let gap: Int

  init(document: DocumentView, thresholds: OpinionThresholds) {
    self.document = document
    gap = thresholds.gapOfDays
    let quotations = SpanIndex(document.structure.quotations.map(\.span))
    days = document.annotations(ofType: "timex").compactMap { index in
      let annotation = document.annotations[index]
      guard annotation.features["timexType"]?.string == "DATE", !quotations.covers(annotation.span),
        let value = annotation.features["value"]?.string,
        let start = CalendarValue.first(of: value), let end = CalendarValue.last(of: value)
      else { return nil }
      return Day(
        index: index, span: annotation.span, value: start, end: end,
        isReckoned: annotation.features["anchor"] != nil)
    }
    places = SpanIndex(days.map(\.span))
  }

  /// The period that stands behind a cue such as `conducted`, else the one before it; without any cue a period of several days
  /// in a sentence that speaks of a poll. A cue such as `published` takes what follows it.
  func range(of fields: [CandidateView], in unit: Span, isReport: Bool) -> Range? {
    let inside = days(in: unit)
    let asking = fields.filter { $0.features["published"]?.boolean != true }
    for field in asking {
      let next = fields.first { $0.span.start >= field.span.end }.map(\.span.start) ?? unit.end
      if let first = inside.firstIndex(where: { $0.span.start >= field.span.start && $0.span.start < next }) {
        return range(of: period(from: first, of: inside))
      }
    }
    let free = inside.indices.filter { place in
      let before = fields.last { $0.span.end <= inside[place].span.start }
      return before?.features["published"]?.boolean != true
    }
    guard !asking.isEmpty || isReport else { return nil }
    return free.lazy.map { period(from: $0, of: inside) }.first { $0.count > 1 }.flatMap(range)
  }

  /// The first and last day that stand in `cell`.
  func range(in cell: Span) -> Range? {
    let inside = days(in: cell)
    // A year on its own says more of the days before it.
    guard let first = inside.first, let last = inside.last(where: { $0.value.count >= first.value.count }) else {
      return nil
    }
    return range(of: first.index == last.index ? [first] : [first, last])
  }

  /// The first and last of the days in numbers that stand in `cell`; without a year, the last days that are not behind the
  /// document's date.
  func rangeInNumbers(in cell: Span) -> Range? {
    let found = document.candidates(ofType: "poll-day").map { document.candidates[$0] }
      .filter { cell.contains($0.span) }
    guard let first = found.first, let last = found.last else { return nil }
    let told = [last, first].lazy.compactMap { $0.features["year"]?.number.map { Int($0) } }.first
    let issued = document.date.flatMap { CivilDay(iso: $0.value) }
    let years = told.map { [$0 < 100 ? 2000 + $0 : $0] } ?? issued.map { [$0.year, $0.year - 1] } ?? []
    let ends = years.compactMap { Self.day(last, in: $0) }
    guard let end = told == nil ? ends.first(where: { $0.number <= issued?.number ?? 0 }) : ends.first else {
      return nil
    }
    let starts = [end.year, end.year - 1].compactMap { Self.day(first, in: $0) }
    guard let start = starts.first(where: { $0.number <= end.number }) else { return nil }
    return Range(start: start.iso, end: end.iso, sources: [])
  }

  private static func day(_ candidate: CandidateView, in year: Int) -> CivilDay? {
    guard let month = candidate.features["month"]?.number, let day = candidate.features["day"]?.number else {
      return nil
    }
    return CivilDay(year: year, month: Int(month), day: Int(day))
  }

  /// A date that stands in `span`.
  func first(in span: Span) -> (value: String, source: Int)? {
    days(in: span).first.map { ($0.value, $0.index) }
  }

  private func days(in span: Span) -> [Day] { places.inside(span).map { days[$0] } }

  /// The days that follow each other closely.
  private func period(from first: Int, of days: [Day]) -> [Day] {
    var found = [days[first]]
    for day in days[(first + 1)...] {
      guard let last = found.last, day.span.start >= last.span.end, day.span.start - last.span.end <= gap,
        day.value.count >= last.value.count
      else { break }
      found.append(day)
    }
    return found
  }

  private func range(of days: [Day]) -> Range? {
    guard let first = days.first, let last = days.last else { return nil }
    var (start, end) = (first.value, last.end)
    if start.hasPrefix("XXXX") { start = String(end.prefix(4) + start.dropFirst(4)) }
    if days.count > 1, last.isReckoned || first.isReckoned {
      if last.isReckoned, start.count == end.count { end = Self.moved(end, notBefore: start) }
      if !last.isReckoned, start.count == end.count { start = Self.moved(start, notAfter: end) }
    }
    guard start <= end || end.hasPrefix(start) else { return nil }
    return Range(start: start, end: end, sources: days.map(\.index))
  }

  private static func year(of value: String) -> Int? { Int(value.prefix(4)) }

  /// The same day of the first year in which it does not come before `start`.
  private static func moved(_ value: String, notBefore start: String) -> String {
    guard let year = year(of: start) else { return value }
    let rest = value.dropFirst(4)
    return rest >= start.dropFirst(4) ? "\(year)" + rest : "\(year + 1)" + rest
  }

  /// The same day of the last year in which it does not come behind `end`.
  private static func moved(_ value: String, notAfter end: String) -> String {
    guard let year = year(of: end) else { return value }
    let rest = value.dropFirst(4)
    return rest <= end.dropFirst(4) ? "\(year)" + rest : "\(year - 1)" + rest
  }
}
