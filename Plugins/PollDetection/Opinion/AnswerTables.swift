import PostilModuleKit

/// Finds tables whose rows are the answers to one question: the shares are those of the column of all who were asked, or of the
/// latest wave.
struct AnswerTables {
  /// What heads the columns of shares, and which of these counts.
  private struct Heading {
    let cells: Int
    /// The counted column, from the last one on: rows may have a cell more, for the answer.
    let fromEnd: Int
    let candidates: [Int]
  }

  private let document: DocumentView
  private let dates: FieldDates
  private let mostInRow: Double
  /// The headings of columns that say what these hold, by place.
  private let headings: [Int]

  init(document: DocumentView, dates: FieldDates, thresholds: OpinionThresholds) {
    self.document = document
    self.dates = dates
    mostInRow = thresholds.mostInRow
    headings = document.candidates(ofType: "poll-column")
  }

  /// The tables; whether they are of a poll is for the words round them to say.
  func find() -> [NewAnnotation] {
    let lines = document.structure.lines
    var found: [NewAnnotation] = []
    var next = 0
    while next < lines.count {
      let line = next
      next += 1
      guard let heading = heading(TableRow(lines[line], of: document)) else { continue }
      let rows = rows(under: heading, from: line + 1)
      guard rows.count > 1, rows.map(\.share).reduce(0, +) <= mostInRow else { continue }
      found.append(annotation(of: rows, heading, at: line))
      next = rows[rows.count - 1].line + 1
    }
    return found
  }

  private func heading(_ row: TableRow) -> Heading? {
    guard row.cells.count > 1 else { return nil }
    let columns = TableColumns(row, headings, of: document)
    if let whole = columns.kinds.firstIndex(of: .whole), columns.kinds.allSatisfy(Self.isOfShares) {
      return Heading(cells: row.cells.count, fromEnd: row.cells.count - whole, candidates: columns.candidates)
    }
    let waves = row.cells.enumerated().compactMap { index, cell in
      dates.range(in: cell).map { (index: index, start: $0.start) }
    }
    guard waves.count > 1, waves.count >= row.cells.count - 1,
      let latest = waves.max(by: { ($0.start, $1.index) < ($1.start, $0.index) })
    else { return nil }
    return Heading(cells: row.cells.count, fromEnd: row.cells.count - latest.index, candidates: columns.candidates)
  }

  private static func isOfShares(_ kind: TableColumns.Kind) -> Bool {
    switch kind {
    case .whole, .option: true
    default: false
    }
  }

  private typealias Answer = (line: Int, option: Span, share: Double)

  /// The answers on the lines from `first` on, without the rule under the heading.
  private func rows(under heading: Heading, from first: Int) -> [Answer] {
    let lines = document.structure.lines
    var answers: [Answer] = []
    for line in first..<lines.count {
      let row = TableRow(lines[line], of: document)
      let isAligned = row.cells.count == heading.cells || row.cells.count == heading.cells + 1
      guard isAligned, row.cells.count > heading.fromEnd, let option = row.cells.first,
        let share = TableRow.number(in: row.cells[row.cells.count - heading.fromEnd], of: document), share <= 100,
        document.text(option).contains(where: \.isLetter)
      else {
        if answers.isEmpty, line == first, !document.text(lines[line]).contains(where: { $0.isLetter || $0.isNumber }) {
          continue
        }
        break
      }
      answers.append((line, option, share))
    }
    return answers
  }

  private func annotation(of rows: [Answer], _ heading: Heading, at line: Int) -> NewAnnotation {
    let lines = document.structure.lines
    var features: Features = ["kind": "opinion"]
    let question = question(over: line)
    features["question"] = question.map { .string(document.text($0)) }
    features["options"] = .list(rows.map { .string(document.text($0.option)) })
    features["shares"] = .list(rows.map { .number($0.share) })
    // What stands between them, such as the sample, is read as text.
    let isRightOver = question.map {
      document.text(Span(start: $0.end, end: lines[line].start)).allSatisfy { !$0.isLetter }
    }
    let start = (isRightOver == true ? question ?? lines[line] : lines[line]).start
    return NewAnnotation(
      type: "poll", span: Span(start: start, end: lines[rows[rows.count - 1].line].end), features: features,
      candidates: heading.candidates, decision: PollDecision.answerTable.rawValue)
  }

  /// The question on the last line over the heading that has words, or on the one before it.
  private func question(over line: Int) -> Span? {
    let over = document.structure.lines[..<line].reversed().lazy
      .filter { document.text($0).contains(where: \.isLetter) }.prefix(2)
    for line in over {
      guard let mark = document.utf8[line.start..<line.end].lastIndex(of: UInt8(ascii: "?")) else { continue }
      return Span(start: line.start, end: mark + 1).answer(in: document)
    }
    return nil
  }
}
