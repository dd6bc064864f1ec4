import PostilModuleKit

/// Finds answers in the cells of a row with their shares in the cells of the next, and tables with a question a row.
struct AnswerCells {
  private let page: PollPage
  private var document: DocumentView { page.document }

  init(page: PollPage) { self.page = page }

  /// A row of answers over, or under, a row of as many shares.
  func bodies(at index: Int) -> [AnswerBody] {
    guard index + 1 < page.lines.count, page.lines[index + 1].gap <= 1 else { return [] }
    let rows = [cells(of: index), cells(of: index + 1)]
    guard rows[0].count > 1, rows[0].count == rows[1].count else { return [] }
    let shares = rows.map { $0.map(share) }
    guard let figures = shares.firstIndex(where: { $0.allSatisfy { $0 != nil } }) else { return [] }
    let words = rows[1 - figures]
    guard words.allSatisfy({ share($0) == nil && document.hasWords($0) }) else { return [] }
    return [
      AnswerBody(
        form: .cells, lines: index..<index + 2,
        span: Span(start: page.lines[index].span.start, end: page.lines[index + 1].span.end),
        answers: zip(words, shares[figures]).map { PollAnswer(words: $0.answer(in: document), share: $1) })
    ]
  }

  /// A poll for each row under a heading row with its answers: the row's first long cell is the question.
  func rows(under heading: Int) -> [AnswerBody] {
    let headings = cells(of: heading)
    guard headings.count > 2, headings.allSatisfy({ share($0) == nil }) else { return [] }
    var bodies: [AnswerBody] = []
    var next = heading + 1
    while next < page.lines.count {
      let cells = cells(of: next)
      guard cells.count == headings.count else { break }
      if let body = row(cells, headings, next) { bodies.append(body) }
      next += 1
    }
    return bodies
  }

  private func row(_ cells: [Span], _ headings: [Span], _ index: Int) -> AnswerBody? {
    let line = page.lines[index]
    var answers: [PollAnswer] = []
    var votes: Double?
    for (cell, heading) in zip(cells, headings) {
      guard let number = number(cell) else { continue }
      if number > 100 || isNamed(heading, "poll-total") {
        votes = number
      } else {
        answers.append(PollAnswer(words: heading.answer(in: document), share: number))
      }
    }
    let questions = zip(cells, headings).filter { cell, heading in
      let text = document.text(cell)
      return number(cell) == nil && text.contains(" ")
        && (text.hasSuffix("?") || isNamed(heading, "poll-column-of-questions"))
    }.map(\.0)
    guard answers.count > 1, let question = questions.max(by: { $0.count < $1.count }),
      abs(answers.compactMap(\.share).reduce(0, +) - 100) <= 3
    else { return nil }
    return AnswerBody(
      form: .cells, lines: index..<index + 1, span: line.span, answers: answers, question: question,
      start: line.span.start, votes: votes)
  }

  /// The answers of a table that has a column of shares without signs.
  func answers(under heading: Int) -> [AnswerBody] {
    let headings = cells(of: heading)
    guard let column = headings.firstIndex(where: { isNamed($0, "poll-column-of-shares") }), column > 0 else {
      return []
    }
    let votes = headings.firstIndex { isNamed($0, "poll-total") }
    var answers: [PollAnswer] = []
    var next = heading + 1
    while next < page.lines.count {
      let row = cells(of: next)
      guard row.count == headings.count, let words = row.first(where: { number($0) == nil }),
        let share = share(row[column])
      else { break }
      answers.append(
        PollAnswer(words: words.answer(in: document), share: share, votes: votes.flatMap { number(row[$0]) }))
      next += 1
    }
    guard answers.count > 1 else { return [] }
    let span = Span(start: page.lines[heading].span.start, end: page.lines[next - 1].span.end)
    return [AnswerBody(form: .cells, lines: heading..<next, span: span, answers: answers)]
  }

  private func isNamed(_ heading: Span, _ type: String) -> Bool {
    document.candidates(ofType: type).contains { heading.overlaps(document.candidates[$0].span) }
  }

  /// The share that a cell is, with or without a sign; nil for words.
  private func share(_ cell: Span) -> Double? { number(cell).flatMap { $0 <= 100 ? $0 : nil } }

  private func number(_ cell: Span) -> Double? {
    let text = document.text(cell).filter { !" %\u{A0}\u{202F},±~<".contains($0) }
    return text.first?.isNumber == true ? Double(text) : nil
  }

  /// What stands between bars, tabs or wide blanks on a line.
  private func cells(of index: Int) -> [Span] {
    let line = page.lines[index].span
    let text = document.utf8[line.start..<line.end]
    let isBarred = text.contains(UInt8(ascii: "|"))
    var cells: [Span] = []
    var start = line.start
    var offset = line.start
    while offset < line.end {
      let byte = document.utf8[offset]
      let isWide = !isBarred && byte == .space && offset + 1 < line.end && document.utf8[offset + 1] == .space
      if byte == UInt8(ascii: "|") || (!isBarred && byte == .tab) || isWide {
        cells.append(Span(start: start, end: offset))
        start = offset + 1
      }
      offset += 1
    }
    cells.append(Span(start: start, end: line.end))
    return cells.map { document.trimmed($0) { $0.properties.isWhitespace } }.filter { !$0.isEmpty }
  }
}
