import PostilModuleKit

/// Reads answers with their shares on one line: each answer before its share, or each behind it.
struct SharesInLine {
  private let page: PollPage
  private let words: AnswerWords
  private var document: DocumentView { page.document }

  init(page: PollPage) {
    self.page = page
    words = AnswerWords(page: page)
  }

  /// The answers of `figures`; nil where a share has none.
  func body(_ figures: [PollFigure], in region: Span, _ line: PollLine, _ index: Int) -> AnswerBody? {
    guard let places = places(between: figures, in: region) else { return nil }
    let last = figures[figures.count - 1]
    let isBehind =
      document.utf8[last.span.end - 1] != UInt8(ascii: ")")
      && words.behindShare(places[figures.count], line.bars) != nil
    let found =
      isBehind
      ? places.dropFirst().map { words.behindShare($0, line.bars) }
      : places.dropLast().map { words.beforeShare($0, line.bars) }
    guard found.allSatisfy({ $0 != nil }) else { return nil }
    let isTotal = figures.dropLast().allSatisfy { $0.votes == nil }
    let answers = zip(found.compactMap { $0 }, figures).map { words, figure in
      PollAnswer(
        words: words, share: figure.share, votes: isTotal ? nil : figure.votes, candidates: [figure.candidate])
    }
    let votes = line.cues.filter { $0.kind == .votes && region.contains($0.span) }
    let isProse =
      isBehind && !document.breaks(in: places[0], ".!").isEmpty
      || figures.contains { document.utf8[$0.span.start].isASCIILetter }
    return AnswerBody(
      form: isProse ? .prose : .sentence, lines: index..<index + 1,
      span: Span(
        start: min(answers[0].words.start, figures[0].span.start),
        end: (answers.map(\.words.end) + figures.map(\.span.end) + votes.map(\.span.end)).max() ?? region.end),
      answers: answers, votes: isTotal ? last.votes ?? votes.first?.votes : votes.first?.votes)
  }

  /// What stands before, between and behind the figures.
  private func places(between figures: [PollFigure], in region: Span) -> [Span]? {
    var places: [Span] = []
    var start = region.start
    for figure in figures {
      guard start <= figure.span.start else { return nil }
      places.append(Span(start: start, end: figure.span.start))
      start = figure.span.end
    }
    return places + [Span(start: start, end: max(start, region.end))]
  }
}
