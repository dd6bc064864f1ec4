import PostilModuleKit

/// Finds when a poll was taken: the dates behind the words for asking, in the same sentence.
struct FieldDates {
  private let document: DocumentView
  private let dates: [Annotation]
  private let places: SpanIndex

  init(document: DocumentView) {
    self.document = document
    dates = document.annotations.filter { $0.type == "timex" && ($0.features["value"]?.string?.count ?? 0) >= 10 }
      .filter { $0.features["timexType"]?.string != "DURATION" }
    places = SpanIndex(dates.map(\.span))
  }

  /// The first and last day; the same day when there is one.
  func range(of field: Candidate) -> (start: FeatureValue, end: FeatureValue)? {
    guard let sentence = document.sentence(at: field.span.start) else { return nil }
    let rest = Span(start: min(field.span.start, sentence.end), end: sentence.end)
    let values = places.inside(rest).compactMap { dates[$0].features["value"]?.string }.map { String($0.prefix(10)) }
    guard let first = values.first, let second = values.dropFirst().first ?? sameMonth(field, first) else { return nil }
    let start = first.hasPrefix("XXXX") ? second.prefix(4) + first.dropFirst(4) : first[...]
    guard start <= second[...] else { return nil }
    return (.string(String(start)), .string(second))
  }

  /// The first and last day that stand in `cell`.
  func range(in cell: Span) -> (start: FeatureValue, end: FeatureValue)? {
    let values = places.inside(cell).compactMap { dates[$0].features["value"]?.string }.map { String($0.prefix(10)) }
    guard let first = values.first, let last = values.last, first <= last else { return nil }
    return (.string(first), .string(last))
  }

  /// `September 20 and 24`: the second day in the month of the first.
  private func sameMonth(_ field: Candidate, _ first: String) -> String? {
    guard let day = field.features["lastDay"]?.number, day >= 1, day <= 31 else { return first }
    let digits = day < 10 ? "0\(Int(day))" : "\(Int(day))"
    return first.prefix(8) + digits
  }
}
