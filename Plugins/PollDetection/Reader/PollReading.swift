import PostilModuleKit

/// One way to read lines as a poll.
struct PollReading {
  let span: Span
  let head: PollHead
  /// Nil where no answers are shown.
  let body: AnswerBody?
  let tail: PollTail?
  /// What speaks for it.
  let score: PollScore
  /// What speaks against it.
  let doubts: [PollCue]

  /// What speaks for it less what speaks against it.
  var points: Double { score.points + doubts.map(\.weight).reduce(0, +) }
  /// The words that made it.
  var cues: [PollCue] { head.cues + (tail?.cues ?? []) }
  /// By index among the document's candidates.
  var candidates: [Int] {
    (cues.compactMap(\.candidate) + (body?.answers ?? []).flatMap(\.candidates)
      + (tail?.results?.answers ?? []).flatMap(\.candidates)).uniqued()
  }

  /// The answers with the shares that a line of results gives them.
  func answers(_ page: PollPage) -> [PollAnswer] {
    guard let body, let results = tail?.results else { return body?.answers ?? [] }
    return body.answers.map { answer in
      var answer = answer
      let words = page.wordings.number(answer.words)
      answer.share = results.answers.first { page.wordings.number($0.words) == words }?.share
      return answer
    }
  }
}

/// Makes the readings of a document.
struct PollReadings {
  /// So many lines over and under a poll may tell that it is none.
  private static let reach = 3
  /// From this weight down words speak against the lines that they stand on alone.
  private static let strong = -5.0
  /// Prices in so many answers count.
  private static let mostOfOneRule = 4

  private let page: PollPage
  private let weights: ReaderWeights
  private let heads: PollHeads
  private let tails: PollTails
  /// Whether the text reports an opinion poll.
  private let isPress: Bool

  init(page: PollPage, weights: ReaderWeights) {
    self.page = page
    self.weights = weights
    heads = PollHeads(page: page, weights: weights)
    tails = PollTails(page: page)
    let document = page.document
    isPress =
      !document.candidates(ofType: "poll-margin").isEmpty
      || document.candidates(ofType: "poll-report").contains {
        // "v Velm⏎Poll closes": the words of two lines are no name of a poll.
        let report = document.candidates[$0]
        return report.features["pollster"]?.string?.isEmpty == false
          && !document.utf8[report.span.start..<report.span.end].contains(.lineFeed)
      }
  }

  /// All readings that reach `least` points, by place.
  func all(least: Double) -> [PollReading] {
    var readings: [PollReading] = []
    /// Those that reach too few are not kept until the end of the page.
    func add(_ reading: PollReading) { if reading.score.points >= least { readings.append(reading) } }
    var lists = AnswerLists(page: page)
    let inLine = AnswersInLine(page: page)
    let cells = AnswerCells(page: page)
    for index in hopefulLines {
      let rows = cells.rows(under: index)
      let bodies =
        lists.bodies(from: index) + (rows.isEmpty ? inLine.bodies(at: index) : rows) + cells.bodies(at: index)
        + cells.answers(under: index)
      let over = bodies.isEmpty ? nil : heads.best(over: index)
      for body in bodies {
        let own = body.question.map { heads.head(at: body.lines.lowerBound, asking: $0) }
        let isLines = body.form == .list || body.form == .cells
        guard let head = own ?? (isLines ? over : over?.asked(weights)) else { continue }
        add(reading(head, body))
      }
      if let reading = readingWithoutAnswers(at: index) { add(reading) }
    }
    return readings
  }

  /// So many lines under a line that may be of a poll, or over it, may be of it too.
  private static let span = 12

  /// The lines near which something stands that polls have: words about them, a marker, a share, a question. Pages are mostly of others.
  private var hopefulLines: [Int] {
    var isHopeful = [Bool](repeating: false, count: page.lines.count)
    let usual = page.document.candidates(ofType: "poll-answer", winnersOnly: false)
      .map { page.document.candidates[$0].span.start }.sorted()
    for (index, line) in page.lines.enumerated() {
      let answer = usual.partitioningIndex { $0 >= line.span.start }
      guard hasSign(line) || answer < usual.count && usual[answer] < line.span.end else { continue }
      for near in max(0, index - Self.span)...min(page.lines.count - 1, index + Self.span) { isHopeful[near] = true }
    }
    return page.lines.indices.filter { isHopeful[$0] }
  }

  private func hasSign(_ line: PollLine) -> Bool {
    !line.marks.isEmpty || !line.figures.isEmpty || line.count != nil
      || line.cues.contains { ![.doubt, .date, .author].contains($0.kind) }
      || page.document.utf8[line.span.start..<line.span.end].contains(UInt8(ascii: "?"))
  }

  private func reading(_ head: PollHead, _ body: AnswerBody) -> PollReading {
    var head = head
    if body.form != .list, body.form != .cells {
      head.cues += page.lines[body.lines.lowerBound].cues.filter { [.own, .votes, .label, .helper].contains($0.kind) }
    }
    let tail = tails.tail(under: body)
    var score = body.score(page, weights)
    score.add(head.form)
    tail.results?.addShares(to: &score, weights)
    body.addVotes(of: body.votes ?? tail.cues.lazy.compactMap(\.votes).first, to: &score, weights)
    if head.cues.contains(where: { $0.kind == .own }) {
      if body.form == .prose { score.add(.prose, weights, times: -1) }
      if [.prose, .sentence].contains(body.form), head.question == nil { score.add(.noQuestion, weights, times: -1) }
    }
    let start = body.start ?? page.lines[head.first].span.start
    return reading(
      head, body, tail, score, Span(start: min(start, body.span.start), end: tail.end), lines: head.first..<tail.next)
  }

  private func reading(
    _ head: PollHead, _ body: AnswerBody?, _ tail: PollTail?, _ form: PollScore, _ span: Span, lines: Range<Int>
  ) -> PollReading {
    var score = form
    let cues = head.cues + (tail?.cues ?? [])
    score.add(cues.score)
    if !head.isAsked, !cues.contains(where: { $0.kind != .author && $0.kind != .date }) { score.add(.unasked, weights) }
    if isPress, !cues.contains(where: { $0.weight >= 2 }) { score.add(.press, weights) }
    return PollReading(
      span: span, head: head, body: body, tail: tail, score: score, doubts: doubts(round: lines, but: head.question))
  }

  /// A question with words that ask readers to answer right beside it, or a proposition that stands twice.
  private func readingWithoutAnswers(at index: Int) -> PollReading? {
    guard var head = heads.head(questionAt: index, between: []), index + 1 < page.lines.count else { return nil }
    let next = page.lines[index + 1]
    guard next.isCued, next.gap <= 2, let asking = next.cue(.prompt) ?? next.cue(.button) else { return nil }
    if asking.kind == .prompt { head.prompt = asking.span }
    head.cues.append(asking)
    var score = head.form
    score.add(.noAnswers, weights)
    if asking.weight >= 2 { score.add(.askedOutright, weights) }
    let span = Span(start: page.lines[head.first].span.start, end: next.span.end)
    return reading(head, nil, nil, score, span, lines: head.first..<index + 2)
  }

  /// Words that speak against a poll, on its lines and near them, but not in its question; the strongest count on its lines alone,
  /// and there in the question too.
  private func doubts(round lines: Range<Int>, but question: Span?) -> [PollCue] {
    let near = max(0, lines.lowerBound - Self.reach)..<min(page.lines.count, lines.upperBound + Self.reach)
    var counts: [String: Int] = [:]
    return near.flatMap { line in
      page.lines[line].cues.filter { doubt in
        guard doubt.kind == .doubt else { return false }
        if doubt.weight <= Self.strong { return lines.contains(line) }
        return question.map { !$0.overlaps(doubt.span) } ?? true
      }
    }.filter { doubt in
      counts[doubt.rule, default: 0] += 1
      return counts[doubt.rule, default: 0] <= (doubt.weight > -2 ? Self.mostOfOneRule : 1)
    }
  }
}
