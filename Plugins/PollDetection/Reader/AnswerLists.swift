import PostilModuleKit

/// Finds answers that stand on lines of their own, with their shares on the same line or on the next ones.
struct AnswerLists {
  /// Where the figures of an answer stand.
  private enum Style: Hashable {
    case sameLine
    /// On so many lines under its words.
    case under(Int)
    /// On so many lines over its words.
    case over(Int)
    /// On a line over its words and one under them: `19%`, `Three`, `(96 votes)`.
    case around

    var lines: Int {
      switch self {
      case .sameLine: 1
      case .under(let count), .over(let count): count + 1
      case .around: 3
      }
    }
  }

  /// An answer that another stands before.
  private struct Place: Hashable {
    let line: Int
    let style: Style
  }

  private static let styles: [Style] = [.sameLine, .under(1), .under(2), .under(3), .over(1), .over(2), .around]
  /// A poll has no more answers.
  private static let most = 40
  /// A longer line is no answer, in bytes.
  private static let longest = 240

  private let page: PollPage
  private var inside: Set<Place> = []

  init(page: PollPage) { self.page = page }

  /// Every run of at least two answers that begins at the line `first`; lines are asked for in order.
  mutating func bodies(from first: Int) -> [AnswerBody] { Self.styles.flatMap { bodies(from: first, $0) } }

  private mutating func bodies(from first: Int, _ style: Style) -> [AnswerBody] {
    var bodies: [AnswerBody] = []
    var answers: [PollAnswer] = []
    var next = first
    var gap: Int?
    while answers.count < Self.most, let answer = answer(at: next, style) {
      if let last = answers.last {
        guard continues(last, answer, gap: page.lines[next].gap, usual: gap) else { break }
        gap = gap ?? page.lines[next].gap
        if isSure(last), isSure(answer) { inside.insert(Place(line: next, style: style)) }
        if !bodies.isEmpty {
          bodies[bodies.count - 1].isFollowed = true
          bodies[bodies.count - 1].isCutShort = isSure(answer)
        }
      }
      answers.append(answer)
      next += style.lines
      if answers.count > 1 { bodies.append(body(answers, first..<next)) }
    }
    guard inside.contains(Place(line: first, style: style)) else { return bodies }
    return bodies.map { body in
      var body = body
      body.isCutShort = true
      return body
    }
  }

  private func body(_ answers: [PollAnswer], _ lines: Range<Int>) -> AnswerBody {
    AnswerBody(
      form: .list, lines: lines,
      span: Span(start: page.lines[lines.lowerBound].span.start, end: page.lines[lines.upperBound - 1].span.end),
      answers: VoteNumbers(document: page.document).parted(answers))
  }

  /// Whether an answer may stand behind another: the same marker, and no wider apart than the ones before.
  private func continues(_ last: PollAnswer, _ next: PollAnswer, gap: Int, usual: Int?) -> Bool {
    let isSure = isSure(next)
    guard gap <= (usual.map { isSure ? max($0, 1) : $0 } ?? (isSure ? 2 : 1)) else { return false }
    switch (last.mark, next.mark) {
    case (nil, nil): return true
    case (let mark?, let following?): return mark.isFollowed(by: following)
    default: return false
    }
  }

  /// Whether it is an answer by its form.
  private func isSure(_ answer: PollAnswer) -> Bool {
    answer.mark != nil || answer.share != nil || answer.votes != nil || page.isUsual(answer.words)
  }

  private func answer(at index: Int, _ style: Style) -> PollAnswer? {
    guard index + style.lines <= page.lines.count else { return nil }
    switch style {
    case .sameLine: return answer(page.lines[index])
    case .under(let count): return answer(page.lines[index], with: page.lines[index + 1...index + count])
    case .over(let count): return answer(page.lines[index + count], with: page.lines[index..<index + count])
    case .around: return answer(page.lines[index + 1], with: [page.lines[index], page.lines[index + 2]])
    }
  }

  private func answer(_ line: PollLine) -> PollAnswer? {
    guard let words = line.texts.first ?? line.placeAsAnswer, !line.isFurniture || page.isUsual(words),
      line.span.count <= Self.longest,
      line.shares.count <= 1, line.texts.count <= 2, !line.isFigures || line.placeAsAnswer != nil
    else { return nil }
    let count = line.count.flatMap { $0.span.end >= words.end && $0.span.start > words.start ? $0 : nil }
    return PollAnswer(
      words: words, share: line.shares.first?.share,
      votes: line.figures.lazy.compactMap(\.votes).first ?? line.cue(.votes)?.votes,
      mark: line.mark, hasBar: !line.bars.isEmpty, isUneven: line.texts.count > 1, count: count,
      candidates: (line.mark.map { [$0.candidate] } ?? []) + line.figures.map(\.candidate))
  }

  /// An answer whose figures stand on the lines `figures`.
  private func answer(_ line: PollLine, with figures: some Collection<PollLine>) -> PollAnswer? {
    guard line.shares.isEmpty, figures.allSatisfy({ $0.isFigures && $0.gap <= 1 }), var answer = answer(line),
      figures.contains(where: { !$0.figures.isEmpty || $0.count != nil || $0.cue(.votes) != nil })
    else { return nil }
    answer.count = nil
    for under in figures {
      answer.share = answer.share ?? under.shares.first?.share
      answer.votes =
        answer.votes ?? under.figures.lazy.compactMap(\.votes).first ?? under.count?.votes ?? under.cue(.votes)?.votes
      answer.hasBar = answer.hasBar || !under.bars.isEmpty
      answer.candidates += under.figures.map(\.candidate) + (under.count.map { [$0.candidate] } ?? [])
    }
    return answer
  }
}
