import PostilModuleKit

/// Candidates and dates in the order of the text, handed out line by line.
struct FoundWords {
  private static let taken: Set<String> = [
    "poll-mark", "poll-figure", "poll-count", "poll-bar", "poll-label", "poll-prompt", "poll-helper", "poll-votes",
    "poll-button", "poll-author", "poll-own", "poll-doubt", "poll-order",
  ]

  private let document: DocumentView
  private let candidates: [Int]
  private let dates: [Span]
  private var nextCandidate = 0
  private var nextDate = 0

  init(document: DocumentView) {
    self.document = document
    candidates = document.winners.filter { Self.taken.contains(document.candidates[$0].type) }
    dates = document.annotations(ofType: "timex").map { document.annotations[$0].span }
  }

  /// The line at `span`; lines are asked for in order.
  mutating func line(_ span: Span, gap: Int) -> PollLine {
    var parts = Parts()
    while nextCandidate < candidates.count, start(nextCandidate) < span.end {
      if document.candidates[candidates[nextCandidate]].span.end > span.start {
        add(candidates[nextCandidate], to: &parts)
      }
      nextCandidate += 1
    }
    while nextDate < dates.count, dates[nextDate].start < span.end {
      if dates[nextDate].start >= span.start {
        parts.cues.append(
          PollCue(kind: .date, span: dates[nextDate], weight: 0, votes: nil, rule: "", candidate: nil))
      }
      nextDate += 1
    }
    return parts.line(span, gap: gap, in: document)
  }

  private func start(_ place: Int) -> Int { document.candidates[candidates[place]].span.start }

  private func add(_ index: Int, to parts: inout Parts) {
    let candidate = document.candidates[index]
    let features = candidate.features
    let figure = PollFigure(
      span: candidate.span, share: features["share"]?.number.flatMap { $0 <= 100 ? $0 : nil },
      votes: features["votes"]?.number, candidate: index)
    switch candidate.type {
    case "poll-mark":
      let kind = features["kind"]?.string.flatMap(ReaderEvidence.init) ?? .bullet
      let place = ["inner", "plain", "letter"].lazy.compactMap(candidate.capture).first
      parts.marks.append(
        PollMark(
          kind: kind, place: features["place"]?.string ?? "", placeSpan: place, span: candidate.span, candidate: index))
    case "poll-figure": parts.figures.append(figure)
    case "poll-count": parts.count = figure
    case "poll-bar": parts.bars.append(candidate.span)
    default:
      guard let kind = PollCue.Kind(rawValue: candidate.type) else { return }
      parts.cues.append(
        PollCue(
          kind: kind, span: candidate.span, weight: features["weight"]?.number ?? 1,
          votes: features["votes"]?.number.map { $0 * (features["times"]?.number ?? 1) }, rule: candidate.rule,
          candidate: index))
    }
  }
}

/// What stands on a line.
private struct Parts {
  /// A shorter line with a post's time is the post's own, in bytes.
  private static let shortPost = 40

  var marks: [PollMark] = []
  var figures: [PollFigure] = []
  var bars: [Span] = []
  var count: PollFigure?
  var cues: [PollCue] = []

  func line(_ span: Span, gap: Int, in document: DocumentView) -> PollLine {
    let bars = bars.filter { bar in !figures.contains { $0.span.contains(bar) } }
    let votes = cues.filter { $0.kind == .votes }.map(\.span)
    let isMarked = marks.first.map { $0.span.start <= span.start } ?? false
    let removed = (isMarked ? [marks[0].span] : []) + bars + figures.map(\.span) + votes
    return PollLine(
      span: span, gap: gap, marks: marks, figures: figures, bars: bars,
      count: (figures.map(\.span) + votes + bars.filter { !isDrawn($0, in: document) }).isEmpty ? count : nil,
      cues: cues,
      texts: document.pieces(of: span, without: removed), isCued: isCued(span, in: document))
  }

  /// Whether a bar shows the number behind it by its length, as leaders before a price do not.
  private func isDrawn(_ bar: Span, in document: DocumentView) -> Bool {
    (0x2581...0x25FF).contains(document.utf8.scalar(at: bar.start).scalar.value)
  }

  /// Whether the letters that no cue covers are few.
  private func isCued(_ span: Span, in document: DocumentView) -> Bool {
    if cues.contains(where: { $0.kind == .author }), span.count <= Self.shortPost { return true }
    let covering = cues.filter { $0.kind.fillsLines }.map(\.span)
    guard !covering.isEmpty, span.count < 400 else { return false }
    let whole = document.wordCharacters(span)
    // An answer with its votes is no line of votes.
    if let first = covering.min(), first.start > span.start, cues.allSatisfy({ [.votes, .own].contains($0.kind) }),
      document.hasWords(Span(start: span.start, end: first.start))
    {
      return false
    }
    let left = document.pieces(of: span, without: covering).map(document.wordCharacters).reduce(0, +)
    return Double(left) <= 0.4 * Double(whole)
  }
}
