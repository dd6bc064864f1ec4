import PostilModuleKit

/// The cells of a line of a table: between bars or tabs, or parted by wide blanks or leaders.
struct TableRow {
  let line: Span
  /// Without blanks; those of a frame at the sides are left out.
  let cells: [Span]

  init(_ line: Span, of document: DocumentView) {
    self.line = line
    let bytes = document.utf8
    let isBarred = bytes[line.start..<line.end].contains { $0 == UInt8(ascii: "|") || $0 == .tab }
    var cells: [Span] = []
    var start = line.start
    var next = line.start
    while next <= line.end {
      let width = next == line.end ? 1 : Self.mark(at: next, line.end, bytes, isBarred: isBarred)
      if width > 0 {
        cells.append(Self.trimmed(Span(start: start, end: next), bytes))
        start = min(next + width, line.end)
      }
      next += max(width, 1)
    }
    let isFramed = isBarred && cells.count > 2 && cells[0].isEmpty && cells[cells.count - 1].isEmpty
    self.cells = isFramed ? Array(cells.dropFirst().dropLast()) : isBarred ? cells : cells.filter { !$0.isEmpty }
  }

  /// How many bytes at `offset` part two cells; 0 for none.
  private static func mark(at offset: Int, _ end: Int, _ bytes: [UInt8], isBarred: Bool) -> Int {
    if isBarred { return bytes[offset] == UInt8(ascii: "|") || bytes[offset] == .tab ? 1 : 0 }
    let isLeader = bytes[offset] == UInt8(ascii: ".") || bytes[offset] == UInt8(ascii: "_")
    guard isLeader || bytes[offset] == .space else { return 0 }
    var last = offset
    while last < end, bytes[last] == bytes[offset] { last += 1 }
    return last - offset >= (isLeader ? 3 : 2) ? last - offset : 0
  }

  private static func trimmed(_ span: Span, _ bytes: [UInt8]) -> Span {
    var (start, end) = (span.start, span.end)
    while start < end, bytes[start] == .space { start += 1 }
    while end > start, bytes[end - 1] == .space { end -= 1 }
    return Span(start: start, end: end)
  }

  /// The number that a cell is: `31`, `31 %`, `31,5`, `±3.1`; nil when letters stand in it.
  static func number(in cell: Span, of document: DocumentView) -> Double? {
    var digits = ""
    for byte in document.utf8[cell.start..<cell.end] {
      switch byte {
      case _ where byte.isASCIIDigit || byte == UInt8(ascii: "."): digits.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ","): digits += "."
      case _ where byte.isASCIILetter: return nil
      default: break
      }
    }
    return Double(digits)
  }

  /// The whole number that a cell begins with, `1,024 adults`, `1.024`, `n = 812`; nil when there is none.
  static func count(in cell: Span, of document: DocumentView) -> Double? {
    let bytes = document.utf8[cell.start..<cell.end]
    let first = bytes.firstIndex { $0.isASCIIDigit } ?? bytes.endIndex
    let digits = bytes[first...].prefix { !$0.isASCIILetter }.filter(\.isASCIIDigit)
    return Double(String(decoding: digits, as: UTF8.self))
  }
}
