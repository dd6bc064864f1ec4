import PostilModuleKit

/// Cuts an answer out of the words between two shares.
struct AnswerWords {
  private static let anywhere: Set<String> = ["any", ""]

  private let page: PollPage
  private let fillers: [(span: Span, place: String)]
  private let places: SpanIndex
  private let predicates: [Span]
  private var document: DocumentView { page.document }

  init(page: PollPage) {
    self.page = page
    let document = page.document
    fillers = document.candidates(ofTypes: ["poll-filler", "poll-votes"]).map {
      (document.candidates[$0].span, document.candidates[$0].features["place"]?.string ?? "")
    }
    places = SpanIndex(fillers.map(\.span))
    predicates = document.candidates(ofType: "poll-predicate").map { document.candidates[$0].span }
  }

  /// The answer behind a share: up to the end of the sentence, without `of you said`.
  func behindShare(_ place: Span, _ bars: [Span]) -> Span? {
    guard let piece = pieces(of: place, bars).first else { return nil }
    // A sentence that ends right behind the share leaves nothing for it.
    let before = Span(start: place.start, end: piece.start)
    guard !document.text(before).contains(where: { ".!".contains($0) }) else { return nil }
    let end = document.breaks(in: piece, ".!;").first ?? piece.end
    return checked(trimmed(Span(start: piece.start, end: end), atStart: ["behind-share"], atEnd: []))
  }

  /// The answer before a share: from the beginning of its sentence, without `came second with`.
  func beforeShare(_ place: Span, _ bars: [Span]) -> Span? {
    guard let piece = pieces(of: place, bars).last else { return nil }
    var words = Span(start: document.breaks(in: piece, ".!?:;").last ?? piece.start, end: piece.end)
    if let predicate = predicates.first(where: { words.contains($0) && $0.start > words.start }) {
      words = Span(start: words.start, end: predicate.start)
      words = Span(start: document.breaks(in: words, ",").last ?? words.start, end: words.end)
    }
    return checked(trimmed(words, atStart: ["before-answer"], atEnd: ["before-share"]))
  }

  private func pieces(of place: Span, _ bars: [Span]) -> [Span] {
    document.pieces(of: place, without: bars.filter(place.contains))
  }

  private func checked(_ words: Span) -> Span? {
    document.hasWords(words) && words.count <= AnswersInLine.longestAnswer ? words : nil
  }

  /// The words without those at their ends that are no part of an answer; a usual answer is left as it is.
  private func trimmed(_ span: Span, atStart: Set<String>, atEnd: Set<String>) -> Span {
    var rest = span.answer(in: document)
    while !page.isWhollyUsual(rest) {
      let cut = places.inside(rest).lazy.map { fillers[$0] }.first { filler in
        (filler.span.start == rest.start && atStart.union(Self.anywhere).contains(filler.place))
          || (filler.span.end == rest.end && atEnd.union(Self.anywhere).contains(filler.place))
      }
      guard let cut else { break }
      let isFirst = cut.span.start == rest.start
      rest = Span(start: isFirst ? cut.span.end : rest.start, end: isFirst ? rest.end : cut.span.start)
        .answer(in: document)
      guard document.hasWords(rest) else { break }
    }
    return rest
  }
}
