import PostilModuleKit

/// Cuts paragraphs into the sentences, or clauses of them, that speak of one poll each.
struct OpinionUnits {
  private let document: DocumentView
  private let winners: [Int]
  private let places: SpanIndex
  private let pollsters: Pollsters
  private let dates: FieldDates

  init(document: DocumentView, dates: FieldDates, thresholds: OpinionThresholds) {
    self.document = document
    winners = document.winners
    places = SpanIndex(winners.map { document.candidates[$0].span })
    pollsters = Pollsters(document: document, thresholds: thresholds)
    self.dates = dates
  }

  /// The units of a paragraph that hold candidates, by place.
  func units(of paragraph: Span, number: Int) -> [OpinionUnit] {
    guard places.isAnyInside(paragraph) else { return [] }
    let sentences = document.structure.sentences
    var next = sentences.partitioningIndex { $0.end > paragraph.start }
    var units: [OpinionUnit] = []
    while next < sentences.count, sentences[next].start < paragraph.end {
      let start = sentences[next].start
      var end = sentences[next].end
      // Leaders between an answer and its share look like the end of a sentence.
      while next + 1 < sentences.count, sentences[next + 1].start < paragraph.end,
        isAnyAcross(end, from: sentences[next].start)
      {
        next += 1
        end = sentences[next].end
      }
      units += clauses(of: Span(start: start, end: end)).map { unit($0, number) }
      next += 1
    }
    return units
  }

  /// Whether a candidate that begins behind `start` goes on behind `offset`.
  private func isAnyAcross(_ offset: Int, from start: Int) -> Bool {
    places.starting(from: start).prefix { document.candidates[winners[$0]].span.start < offset }
      .contains { document.candidates[winners[$0]].span.end > offset }
  }

  private func unit(_ span: Span, _ paragraph: Int) -> OpinionUnit {
    OpinionUnit(
      span, paragraph: paragraph, candidates(in: span), of: document, pollsters: pollsters, dates: dates)
  }

  /// Those behind the dateline.
  private func candidates(in span: Span) -> [Int] {
    let start = document.structure.dateline?.span.end ?? 0
    return places.inside(span).lazy.map { winners[$0] }.filter { document.candidates[$0].span.start >= start }
  }

  /// The sentence, cut before the clause of each further poll that has another pollster.
  private func clauses(of sentence: Span) -> [Span] {
    let inside = candidates(in: sentence)
    let reports = inside.filter { document.candidates[$0].type == "poll-report" }
      .map { OpinionReport($0, of: document, pollsters: pollsters) }.filter { $0.pollster != nil || $0.isOther }
    guard reports.count > 1 else { return [sentence] }
    let breaks = inside.filter { document.candidates[$0].type == "poll-clause" }.map { document.candidates[$0].span }
    var clauses: [Span] = []
    var start = sentence.start
    for (one, other) in zip(reports, reports.dropFirst()) where Self.areOfTwoPolls(one, other) {
      guard let cut = breaks.last(where: { $0.start >= one.span.end && $0.end <= other.span.start }), cut.start > start
      else { continue }
      clauses.append(Span(start: start, end: cut.start))
      start = cut.start
    }
    return clauses + [Span(start: start, end: sentence.end)]
  }

  private static func areOfTwoPolls(_ one: OpinionReport, _ other: OpinionReport) -> Bool {
    guard let first = one.pollster, let second = other.pollster else { return other.isOther }
    return !Pollsters.areSame(first, second)
  }
}
