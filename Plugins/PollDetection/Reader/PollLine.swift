import PostilModuleKit

/// The form of a line: its marker, its figures, what else stands on it, and the words that say what it is.
struct PollLine {
  /// From the first to the last character that is no white space.
  let span: Span
  /// How many blank lines, or lines without letters and figures, stand over it.
  let gap: Int
  /// Markers of answers, in order; one that begins the line is first.
  let marks: [PollMark]
  let figures: [PollFigure]
  /// Leaders and bars.
  let bars: [Span]
  /// A bare number at the end.
  let count: PollFigure?
  let cues: [PollCue]
  /// What is left without marker, bars, figures and numbers of votes.
  let texts: [Span]
  /// Whether words that say what a line is make up most of it.
  let isCued: Bool

  /// The marker that begins the line.
  var mark: PollMark? { marks.first.flatMap { $0.span.start <= span.start ? $0 : nil } }
  /// The figures that are shares.
  var shares: [PollFigure] { figures.filter { $0.share != nil } }

  /// The first words of one kind.
  func cue(_ kind: PollCue.Kind) -> PollCue? { cues.first { $0.kind == kind } }

  /// Whether nothing but figures stands on it.
  var isFigures: Bool {
    let isBare = texts.isEmpty || (texts.count == 1 && count.map { $0.span.contains(texts[0]) } == true)
    return isBare && (!figures.isEmpty || count != nil || cue(.votes) != nil)
  }

  /// A letter or number that is itself the answer: `1: 40%`.
  var placeAsAnswer: Span? { texts.isEmpty && !shares.isEmpty ? mark?.placeSpan : nil }

  /// Whether it can be no answer: a label, a prompt, a button, a total.
  var isFurniture: Bool {
    let isCertain = !shares.isEmpty || [.circle, .box, .letter, .number].contains(mark?.kind)
    return !isCertain && isCued && cues.contains { $0.kind.fillsLines && $0.kind != .date }
  }
}
