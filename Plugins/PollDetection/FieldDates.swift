import PostilModuleKit

/// Finds when a poll was taken: the dates behind the words for asking, in the same sentence.
struct FieldDates {
  /// The days of asking, and the dates that tell them.
  struct Range {
    let start: String
    let end: String
    /// By index among the document's annotations.
    let sources: [Int]
  }

  private let document: DocumentView
  /// The days of the document, by index among its annotations.
  private let dates: [Int]
  private let places: SpanIndex

  init(document: DocumentView) {
    self.document = document
    dates = document.annotations(ofType: "timex").filter { index in
      let features = document.annotations[index].features
      return (features["value"]?.string?.count ?? 0) >= 10 && features["timexType"]?.string != "DURATION"
    }
    places = SpanIndex(dates.map { document.annotations[$0].span })
  }

  /// The first and last day; the same day when there is one.
  func range(of field: CandidateView) -> Range? {
    guard let sentence = document.sentence(at: field.span.start) else { return nil }
    let days = days(in: Span(start: min(field.span.start, sentence.end), end: sentence.end)).prefix(2)
    guard let first = days.first, let second = days.dropFirst().first?.day ?? sameMonth(field, first.day) else {
      return nil
    }
    let start = first.day.hasPrefix("XXXX") ? second.prefix(4) + first.day.dropFirst(4) : first.day[...]
    guard start <= second[...] else { return nil }
    return Range(start: String(start), end: second, sources: days.map(\.date))
  }

  /// The first and last day that stand in `cell`.
  func range(in cell: Span) -> Range? {
    let days = days(in: cell)
    guard let first = days.first, let last = days.last, first.day <= last.day else { return nil }
    return Range(
      start: first.day, end: last.day, sources: first.date == last.date ? [first.date] : [first.date, last.date])
  }

  /// The days that stand in `span`, in order.
  private func days(in span: Span) -> [(date: Int, day: String)] {
    places.inside(span).compactMap { place in
      let value = document.annotations[dates[place]].features["value"]?.string
      return value.map { (dates[place], String($0.prefix(10))) }
    }
  }

  /// `September 20 and 24`: the second day in the month of the first.
  private func sameMonth(_ field: CandidateView, _ first: String) -> String? {
    guard let day = field.features["lastDay"]?.number, day >= 1, day <= 31 else { return first }
    let digits = day < 10 ? "0\(Int(day))" : "\(Int(day))"
    return first.prefix(8) + digits
  }
}
