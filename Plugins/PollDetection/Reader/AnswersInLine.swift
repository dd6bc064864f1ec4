import PostilModuleKit

/// Finds answers that stand on one line: by their shares, by markers, by marks of punctuation between them.
struct AnswersInLine {
  /// A longer line, or a longer answer, is none; in bytes.
  private static let longestLine = 1500
  static let longestAnswer = 120
  /// Answers parted by marks of punctuation have at most so many bytes.
  private static let longestWord = 40
  private static let mostParted = 7
  /// A line without a question that is longer holds more than such answers.
  private static let longestParted = mostParted * (longestWord + 5)
  private static let separators: [(bytes: [[UInt8]], form: AnswerBody.Form)] = [
    (["] [", "][", ") ("], .sentence), (["/", "|", "·", "•", "∙", "\t", "   "], .sentence),
    ([" or ", ", ", "; "], .words),
  ].map { marks, form in (marks.map { Array($0.utf8) }, form) }

  private let page: PollPage
  private let shares: SharesInLine
  private var document: DocumentView { page.document }

  init(page: PollPage) {
    self.page = page
    shares = SharesInLine(page: page)
  }

  /// The answers on a line, a body for each question on it; one body where no question stands there.
  func bodies(at index: Int) -> [AnswerBody] {
    let line = page.lines[index]
    guard line.span.count <= Self.longestLine else { return [] }
    let asked = questions(in: line)
    if let body = choices(line, index, asked.last) { return [body] }
    guard !asked.isEmpty else {
      return regions(of: line).compactMap { body(in: $0, line, index) }
    }
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

  /// The line, and what is left of it from each of its sentences on.
  private func regions(of line: PollLine) -> [Span] {
    guard line.shares.count > 2, line.cue(.own) != nil else { return [line.span] }
    return [line.span]
      + document.breaks(in: line.span, ".!").filter { $0 < line.span.end }.map { Span(start: $0, end: line.span.end) }
  }

  private func body(in region: Span, _ line: PollLine, _ index: Int) -> AnswerBody? {
    let figures = line.shares.filter { region.contains($0.span) }
    if figures.count > 1 { return shares.body(figures, in: region, line, index) }
    let votes = line.figures.filter { $0.share == nil && region.contains($0.span) }
    if figures.isEmpty, votes.count > 1, let body = shares.body(votes, in: region, line, index) { return body }
    let marks = line.marks.filter { region.contains($0.span) }
    if figures.isEmpty, marks.count > 1, let body = marked(marks, in: region, line, index) { return body }
    return figures.isEmpty ? parted(region, line, index) : nil
  }

  private func marked(_ marks: [PollMark], in region: Span, _ line: PollLine, _ index: Int) -> AnswerBody? {
    let run = marks.prefix { $0.kind == marks[0].kind }
    guard run.count > 1, zip(run, run.dropFirst()).allSatisfy({ $0.isFollowed(by: $1) }) else { return nil }
    let ends = run.dropFirst().map(\.span.start) + [region.end]
    let answers = zip(run, ends).compactMap { mark, end -> PollAnswer? in
      guard let words = document.pieces(of: Span(start: mark.span.end, end: end), without: []).first else { return nil }
      return PollAnswer(words: words, mark: mark, candidates: [mark.candidate])
    }
    guard answers.count == run.count, answers.allSatisfy({ isAnswer($0.words) }) else { return nil }
    return AnswerBody(
      form: .sentence, lines: index..<index + 1,
      span: Span(start: marks[0].span.start, end: answers[answers.count - 1].words.end), answers: answers)
  }

  /// Whether they are words, and not too many; numbers behind pictures count reactions.
  private func isAnswer(_ words: Span) -> Bool {
    words.count <= Self.longestAnswer && document.text(words).contains(where: \.isLetter)
  }

  /// Short words parted by strokes, bars, dots, wide blanks, or by commas and `or`.
  private func parted(_ region: Span, _ line: PollLine, _ index: Int) -> AnswerBody? {
    guard region.start > line.span.start || region.count <= Self.longestParted else { return nil }
    let cues = line.cues.filter { $0.kind == .votes || $0.kind == .button || $0.kind == .label }.map(\.span)
    guard let piece = document.pieces(of: region, without: cues).first else { return nil }
    let rest = Span(start: piece.start, end: document.breaks(in: piece, ".!").first ?? piece.end)
    if rest.count > Self.longestParted { return nil }
    for separators in Self.separators {
      let pieces = pieces(of: rest, between: separators.bytes)
      guard (2...Self.mostParted).contains(pieces.count), pieces.allSatisfy({ $0.count <= Self.longestWord }) else {
        continue
      }
      return AnswerBody(
        form: separators.form, lines: index..<index + 1, span: rest, answers: pieces.map { PollAnswer(words: $0) })
    }
    return nil
  }

  private func pieces(of span: Span, between separators: [[UInt8]]) -> [Span] {
    var pieces: [Span] = []
    var start = span.start
    var offset = span.start
    while offset < span.end {
      guard let separator = separators.first(where: { stands($0, at: offset, before: span.end) }) else {
        offset += 1
        continue
      }
      pieces.append(Span(start: start, end: offset))
      offset += separator.count
      start = offset
    }
    // A line without a separator is one answer, whatever it holds.
    if pieces.isEmpty { return [] }
    pieces.append(Span(start: start, end: span.end))
    return pieces.map { $0.answer(in: document) }.filter(document.hasWords)
  }

  private func stands(_ bytes: [UInt8], at offset: Int, before end: Int) -> Bool {
    guard document.utf8[offset] == bytes[0], offset + bytes.count <= end else { return false }
    return bytes.indices.allSatisfy { document.utf8[offset + $0] == bytes[$0] }
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
