import PostilModel

/// The cells of a lexicon, kept as bytes: of a cell text is made when it is asked for, since most never are.
struct LexiconCells: Sendable {
  private let bytes: [UInt8]
  private let columnCount: Int
  /// Where each cell begins and ends in ``bytes``, row by row.
  private var bounds: [Cell] = []

  private struct Cell {
    let start: UInt32
    let end: UInt32
  }

  /// No cells yet, of a file of `bytes`.
  init(bytes: [UInt8], columnCount: Int) {
    self.bytes = bytes
    self.columnCount = columnCount
  }

  /// One column.
  init(terms: [String]) {
    bytes = terms.flatMap { Array($0.utf8) }
    columnCount = 1
    var start = 0
    for term in terms {
      bounds.append(Cell(start: UInt32(start), end: UInt32(start + term.utf8.count)))
      start += term.utf8.count
    }
  }

  var rowCount: Int { bounds.count / columnCount }

  /// Makes room for `count` more rows.
  mutating func reserve(_ count: Int) { bounds.reserveCapacity(bounds.count + count * columnCount) }

  /// Adds the row that the bytes of `line` hold, divided by tabs.
  ///
  /// - Returns: How many cells the line has. With more than there are columns, or an empty first cell, nothing is added.
  mutating func add(_ line: Range<Int>) -> (cells: Int, isAdded: Bool) {
    let first = bounds.count
    bytes.withUnsafeBufferPointer { bytes in
      var start = line.lowerBound
      while let tab = bytes.first(.tab, from: start, to: line.upperBound) {
        bounds.append(Cell(start: UInt32(start), end: UInt32(tab)))
        start = tab + 1
      }
      bounds.append(Cell(start: UInt32(start), end: UInt32(line.upperBound)))
    }
    let cells = bounds.count - first
    guard cells <= columnCount, bounds[first].start < bounds[first].end else {
      bounds.removeSubrange(first...)
      return (cells, false)
    }
    let end = UInt32(line.upperBound)
    for _ in cells..<columnCount { bounds.append(Cell(start: end, end: end)) }
    return (cells, true)
  }

  /// What tells the cells from others.
  var digest: ContentDigest {
    let parts = [ContentDigest(of: bytes), ContentDigest(of: bounds)]
    return ContentDigest(of: parts.flatMap { [$0.first, $0.second] } + [UInt64(columnCount)])
  }

  /// A cell as text, nil when it is empty.
  func text(row: Int, column: Int) -> String? {
    let cell = bounds[row * columnCount + column]
    return cell.start == cell.end ? nil : String(decoding: bytes[Int(cell.start)..<Int(cell.end)], as: UTF8.self)
  }

  /// Calls `each` with the bytes of the first cell of every row.
  func terms(_ each: (_ row: Int, UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<rowCount {
        let cell = bounds[row * columnCount]
        each(row, UnsafeBufferPointer(rebasing: bytes[Int(cell.start)..<Int(cell.end)]))
      }
    }
  }
}
