import PostilModuleKit

/// Finds tables of polls: under a heading row that has a column of pollsters, each row is a poll.
struct PollTables {
  /// What a column holds.
  private enum Column: Equatable {
    case pollster, date, sample, margin, other
    case option(String)
  }

  /// A row's shares add up to no more than this.
  private static let most = 102.0

  private let document: DocumentView
  private let dates: FieldDates
  /// The headings of columns that say what these hold, by candidate.
  private let kinds: [(candidate: Int, span: Span, kind: String)]

  init(document: DocumentView, dates: FieldDates) {
    self.document = document
    self.dates = dates
    kinds = document.candidates(ofType: "poll-column").compactMap { index in
      let candidate = document.candidates[index]
      return candidate.features["holds"]?.string.map { (index, candidate.span, $0) }
    }
  }

  func find() -> [NewAnnotation] {
    let lines = document.structure.lines
    var found: [NewAnnotation] = []
    var next = 0
    for heading in document.candidates(ofType: "poll-table") {
      let start = document.candidates[heading].span.start
      var row = lines.partitioningIndex { $0.end > start }
      guard row < lines.count, row >= next else { continue }
      let columns = columns(of: lines[row])
      guard columns.contains(.pollster), columns.contains(where: { if case .option = $0 { true } else { false } })
      else {
        continue
      }
      let candidates = [heading] + kinds.filter { lines[row].contains($0.span) }.map(\.candidate)
      row += 1
      while row < lines.count {
        let cells = cells(of: lines[row])
        guard cells.count == columns.count else { break }
        if let poll = poll(cells, columns, lines[row], candidates) { found.append(poll) }
        row += 1
      }
      next = row
    }
    return found
  }

  private func columns(of line: Span) -> [Column] {
    cells(of: line).map { cell in
      let first = kinds.partitioningIndex { $0.span.start >= cell.start }
      guard first < kinds.count, kinds[first].span.end <= cell.end else { return .option(document.text(cell)) }
      switch kinds[first].kind {
      case "pollster": return .pollster
      case "date": return .date
      case "sample": return .sample
      case "margin": return .margin
      default: return .other
      }
    }
  }

  private func poll(_ cells: [Span], _ columns: [Column], _ line: Span, _ candidates: [Int]) -> NewAnnotation? {
    var features: Features = ["kind": "opinion"]
    var options: [FeatureValue] = []
    var shares: [Double] = []
    var days: [Int] = []
    for (cell, column) in zip(cells, columns) where !cell.isEmpty {
      switch column {
      case .pollster: features["pollster"] = .string(document.text(cell))
      case .date:
        let range = dates.range(in: cell)
        features["fieldStart"] = (range?.start).map { .string($0) }
        features["fieldEnd"] = (range?.end).map { .string($0) }
        days += range?.sources ?? []
      case .sample: features["sampleSize"] = number(in: cell).map { .number($0) }
      case .margin: features["marginOfError"] = number(in: cell).map { .number($0) }
      case .option(let option):
        guard let share = number(in: cell), share <= 100 else { continue }
        options.append(.string(option))
        shares.append(share)
      case .other: break
      }
    }
    guard features["pollster"] != nil, shares.count > 1, shares.reduce(0, +) <= Self.most else { return nil }
    features["options"] = .list(options)
    features["shares"] = .list(shares.map { .number($0) })
    return NewAnnotation(
      type: "poll", span: line, features: features, candidates: candidates, annotations: days,
      decision: PollDecision.tableRow.rawValue)
  }

  /// The pieces between bars or tabs, without blanks; empty ones at the sides of a row are its frame.
  private func cells(of line: Span) -> [Span] {
    var cells: [Span] = []
    var start = line.start
    for offset in line.start...line.end {
      guard offset == line.end || document.utf8[offset] == UInt8(ascii: "|") || document.utf8[offset] == .tab else {
        continue
      }
      cells.append(trimmed(Span(start: start, end: offset)))
      start = offset + 1
    }
    if cells.count > 2, cells[0].isEmpty, cells[cells.count - 1].isEmpty { cells = Array(cells.dropFirst().dropLast()) }
    return cells
  }

  private func trimmed(_ span: Span) -> Span {
    var (start, end) = (span.start, span.end)
    while start < end, document.utf8[start] == .space { start += 1 }
    while end > start, document.utf8[end - 1] == .space { end -= 1 }
    return Span(start: start, end: end)
  }

  /// The number that a cell is: `31`, `31 %`, `1,024`, `±3.1`; nil when letters stand in it.
  private func number(in cell: Span) -> Double? {
    var digits = ""
    for byte in document.utf8[cell.start..<cell.end] {
      switch byte {
      case _ where byte.isASCIIDigit || byte == UInt8(ascii: "."): digits.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where byte.isASCIILetter: return nil
      default: break
      }
    }
    return Double(digits)
  }
}
