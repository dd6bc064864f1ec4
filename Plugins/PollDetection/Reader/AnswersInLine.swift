import PostilModuleKit

/// Finds answers that stand on one line: by their shares, by markers, by marks of punctuation between them.
struct AnswersInLine {
  /// A longer line, or a longer answer, is none; in bytes.
  private static let longestLine = 1500
  private static let longestAnswer = 120
  /// Answers parted by marks of punctuation have at most so many bytes.
  private static let longestWord = 40

  private let page: PollPage
  private var document: DocumentView { page.document }

  init(page: PollPage) { self.page = page }

  /// The answers on a line, a body for each question on it; one body where no question stands there.
  func bodies(at index: Int) -> [AnswerBody] {
    let line = page.lines[index]
    guard line.span.count <= Self.longestLine else { return [] }
    let asked = questions(in: line)
    if let body = choices(line, index, asked.last) { return [body] }
    guard !asked.isEmpty else { return [body(in: line.span, line, index)].compactMap { $0 } }
    var bodies: [AnswerBody] = []
    for (number, question) in asked.enumerated() {
      let end = number + 1 < asked.count ? asked[number + 1].start : line.span.end
      guard question.end < end, var body = body(in: Span(start: question.end, end: end), line, index) else { continue }
      body.question = question
      body.start = number > 0 ? question.start : nil
      bodies.append(body)
    }
    return bodies
  }

  /// The questions of a line, from the beginning of their sentences to the mark and the closing quotation marks behind it.
  private func questions(in line: PollLine) -> [Span] {
    var questions: [Span] = []
    for offset in line.span.start..<line.span.end where document.utf8[offset] == UInt8(ascii: "?") {
      let begin = max(
        document.sentence(at: offset)?.start ?? line.span.start, questions.last?.end ?? line.span.start,
        line.span.start)
      var end = offset + 1
      while end < line.span.end, "”\"’'»)!?".unicodeScalars.contains(document.utf8.scalar(at: end).scalar) {
        end += document.utf8.scalar(at: end).length
      }
      questions.append(Span(start: begin, end: end))
    }
    return questions
  }

  private func body(in region: Span, _ line: PollLine, _ index: Int) -> AnswerBody? {
    let figures = line.shares.filter { region.contains($0.span) }
    if figures.count > 1 { return shared(figures, in: region, line, index) }
    let votes = line.figures.filter { $0.share == nil && region.contains($0.span) }
    if figures.isEmpty, votes.count > 1, let body = shared(votes, in: region, line, index) { return body }
    let marks = line.marks.filter { region.contains($0.span) }
    if figures.isEmpty, marks.count > 1, let body = marked(marks, in: region, line, index) { return body }
    return figures.isEmpty ? parted(region, line, index) : nil
  }

  // MARK: By shares

  /// Answers each before its share, or each behind it: whichever leaves nothing over.
  private func shared(_ figures: [PollFigure], in region: Span, _ line: PollLine, _ index: Int) -> AnswerBody? {
    let votes = line.cues.filter { $0.kind == .votes && region.contains($0.span) }
    let removed = line.bars
    var places: [Span] = []
    for (number, figure) in figures.enumerated() {
      let start = number == 0 ? region.start : figures[number - 1].span.end
      guard start <= figure.span.start else { return nil }
      places.append(Span(start: start, end: figure.span.start))
    }
    places.append(Span(start: figures[figures.count - 1].span.end, end: region.end))
    let behind = words(in: places[places.count - 1], without: removed, first: true)
    let isBehind = behind != nil && !isClosed(figures[figures.count - 1].span)
    let chosen = isBehind ? places.dropFirst() : places.dropLast()
    let words = chosen.map { self.words(in: $0, without: removed, first: isBehind) }
    guard words.allSatisfy({ $0 != nil }) else { return nil }
    let isTotal = figures.dropLast().allSatisfy { $0.votes == nil }
    let answers = zip(words.compactMap { $0 }, figures).map { words, figure in
      PollAnswer(
        words: words, share: figure.share, votes: isTotal ? nil : figure.votes, candidates: [figure.candidate])
    }
    return AnswerBody(
      form: .sentence, lines: index..<index + 1,
      span: Span(start: min(answers[0].words.start, figures[0].span.start), end: end(of: answers, figures, votes)),
      answers: answers, votes: isTotal ? figures.last?.votes ?? votes.first?.votes : votes.first?.votes)
  }

  private func end(of answers: [PollAnswer], _ figures: [PollFigure], _ votes: [PollCue]) -> Int {
    (answers.map(\.words.end) + figures.map(\.span.end) + votes.map(\.span.end)).max() ?? 0
  }

  /// Whether a share stands in brackets, as it does behind its answer.
  private func isClosed(_ span: Span) -> Bool { document.utf8[span.end - 1] == UInt8(ascii: ")") }

  /// The answer in `place`: up to the end of its first sentence, or from the beginning of the last.
  private func words(in place: Span, without removed: [Span], first: Bool) -> Span? {
    let kept = document.pieces(of: place, without: removed.filter { place.contains($0) })
    guard let piece = first ? kept.first : kept.last else { return nil }
    guard let sentence = first ? firstSentence(of: piece, in: place) : lastSentence(of: piece) else { return nil }
    let words = page.withoutFillers(sentence)
    guard document.hasWords(words), words.count <= Self.longestAnswer else { return nil }
    return words
  }

  private func firstSentence(of piece: Span, in place: Span) -> Span? {
    // A sentence that ends right behind the share leaves nothing for it.
    let before = Span(start: place.start, end: piece.start)
    if document.text(before).contains(where: { ".!".contains($0) }) { return nil }
    let end = breaks(in: piece, ".!;").first ?? piece.end
    return Span(start: piece.start, end: end)
  }

  private func lastSentence(of piece: Span) -> Span {
    Span(start: breaks(in: piece, ".!?:;").last ?? piece.start, end: piece.end)
  }

  /// Where one of `marks` stands before a blank: the places behind it.
  private func breaks(in piece: Span, _ marks: String) -> [Int] {
    (piece.start..<max(piece.start, piece.end - 1)).filter {
      marks.utf8.contains(document.utf8[$0]) && document.utf8.scalar(at: $0 + 1).scalar.properties.isWhitespace
    }.map { $0 + 1 }
  }

  // MARK: By markers and marks of punctuation

  private func marked(_ marks: [PollMark], in region: Span, _ line: PollLine, _ index: Int) -> AnswerBody? {
    let run = marks.prefix { $0.kind == marks[0].kind }
    guard run.count > 1, zip(run, run.dropFirst()).allSatisfy({ $0.isFollowed(by: $1) }) else { return nil }
    let ends = run.dropFirst().map(\.span.start) + [region.end]
    let answers = zip(run, ends).compactMap { mark, end -> PollAnswer? in
      guard let words = document.pieces(of: Span(start: mark.span.end, end: end), without: []).first else { return nil }
      return PollAnswer(words: words, mark: mark, candidates: [mark.candidate])
    }
    guard answers.count == run.count, answers.allSatisfy({ $0.words.count <= Self.longestAnswer }) else { return nil }
    return AnswerBody(
      form: .sentence, lines: index..<index + 1,
      span: Span(start: marks[0].span.start, end: answers[answers.count - 1].words.end), answers: answers)
  }

  /// Short words parted by strokes, bars, dots, wide blanks, or by commas and `or`.
  private func parted(_ region: Span, _ line: PollLine, _ index: Int) -> AnswerBody? {
    let cues = line.cues.filter { $0.kind == .votes || $0.kind == .button || $0.kind == .label }.map(\.span)
    guard let piece = document.pieces(of: region, without: cues).first else { return nil }
    let rest = Span(start: piece.start, end: breaks(in: piece, ".!").first ?? piece.end)
    for separators in [["] [", "][", ") ("], ["/", "|", "·", "•", "∙", "\t", "   "], [" or ", ", ", "; "]] {
      let pieces = pieces(of: rest, between: separators)
      guard (2...7).contains(pieces.count), pieces.allSatisfy({ $0.count <= Self.longestWord }) else { continue }
      return AnswerBody(
        form: .words, lines: index..<index + 1, span: rest, answers: pieces.map { PollAnswer(words: $0) })
    }
    return nil
  }

  private func pieces(of span: Span, between separators: [String]) -> [Span] {
    var pieces: [Span] = []
    var start = span.start
    var offset = span.start
    while offset < span.end {
      let left = document.utf8[offset..<span.end]
      guard let separator = separators.first(where: { left.starts(with: $0.utf8) }) else {
        offset += 1
        continue
      }
      pieces.append(Span(start: start, end: offset))
      offset += separator.utf8.count
      start = offset
    }
    pieces.append(Span(start: start, end: span.end))
    return pieces.map { $0.answer(in: document) }.filter(document.hasWords)
  }

  /// What to press, text or send for each answer.
  private func choices(_ line: PollLine, _ index: Int, _ question: Span?) -> AnswerBody? {
    let found = document.candidates(ofType: "poll-choice").filter { line.span.contains(document.candidates[$0].span) }
    guard found.count > 1 else { return nil }
    let answers = found.map { choice in
      let candidate = document.candidates[choice]
      return PollAnswer(words: candidate.capture("option") ?? candidate.span, candidates: [choice])
    }
    return AnswerBody(
      form: .choices, lines: index..<index + 1, span: line.span, answers: answers, question: question)
  }
}
