import PostilModuleKit

/// Finds tables of polls: under a heading row that says who asked, when, or what, each row is a poll.
struct PollTables {
  private let document: DocumentView
  private let dates: FieldDates
  private let mostInRow: Double
  /// The headings of columns that say what these hold, by place.
  private let headings: [Int]
  private let pollsters: Pollsters

  init(document: DocumentView, dates: FieldDates, thresholds: OpinionThresholds) {
    self.document = document
    self.dates = dates
    mostInRow = thresholds.mostInRow
    headings = document.candidates(ofType: "poll-column")
    pollsters = Pollsters(document: document, thresholds: thresholds)
  }

  func find() -> [NewAnnotation] {
    let lines = document.structure.lines
    var found: [NewAnnotation] = []
    var next = 0
    for heading in headings {
      let start = document.candidates[heading].span.start
      var row = lines.partitioningIndex { $0.end > start }
      guard row < lines.count, row >= next else { continue }
      let columns = TableColumns(TableRow(lines[row], of: document), headings, of: document)
      let common = columns.kinds.contains(.pollster) ? nil : pollster(before: start)
      guard columns.isOfPolls, columns.kinds.contains(.pollster) || common != nil else { continue }
      row += 1
      while row < lines.count {
        let cells = TableRow(lines[row], of: document)
        guard cells.cells.count == columns.kinds.count else { break }
        if let poll = poll(cells, columns, common) { found.append(poll) }
        row += 1
      }
      next = row
    }
    return found
  }

  /// Who took the polls of a table without a column for it: the pollster of the last report before it.
  private func pollster(before offset: Int) -> String? {
    document.candidates(ofType: "poll-report").lazy.filter { document.candidates[$0].span.start < offset }
      .reversed().lazy.compactMap { pollsters.captured(by: document.candidates[$0]) }.first
  }

  private func poll(_ row: TableRow, _ columns: TableColumns, _ pollster: String?) -> NewAnnotation? {
    var features: Features = ["kind": "opinion"]
    features["pollster"] = pollster.map { .string($0) }
    var options: [FeatureValue] = []
    var shares: [Double] = []
    var days: [Int] = []
    for (cell, column) in zip(row.cells, columns.kinds) where !cell.isEmpty {
      if case .option(let option) = column {
        guard let share = TableRow.number(in: cell, of: document), share <= 100, !option.isEmpty else { continue }
        options.append(.string(option))
        shares.append(share)
      } else if column == .date {
        let range = dates.range(in: cell) ?? dates.rangeInNumbers(in: cell)
        features["fieldStart"] = (range?.start).map { .string($0) }
        features["fieldEnd"] = (range?.end).map { .string($0) }
        days += range?.sources ?? []
      } else {
        take(cell, column, into: &features)
      }
    }
    let least = columns.kinds.contains(.question) ? 1 : 2
    guard features["pollster"] != nil, shares.count >= least, shares.reduce(0, +) <= mostInRow else { return nil }
    features["options"] = .list(options)
    features["shares"] = .list(shares.map { .number($0) })
    return NewAnnotation(
      type: "poll", span: row.line, features: features, candidates: columns.candidates, annotations: days,
      decision: PollDecision.tableRow.rawValue)
  }

  private func take(_ cell: Span, _ column: TableColumns.Kind, into features: inout Features) {
    let text = FeatureValue.string(document.text(cell))
    switch column {
    case .pollster: features["pollster"] = text
    case .client: features["commissionedBy"] = text
    case .mode: features["mode"] = text
    case .question: features["question"] = text
    case .sample: features["sampleSize"] = TableRow.count(in: cell, of: document).map { .number($0) }
    case .margin: features["marginOfError"] = TableRow.number(in: cell, of: document).map { .number($0) }
    default: break
    }
  }
}
