import PostilModel

/// A place in a document, as `file:line:column` or an offset.
struct TextPlace {
  /// What cannot be understood of it.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  let path: String
  private let line: Int?
  private let column: Int?
  private let offset: Int?

  /// - Parameter offset: In code points; wins over a line.
  init(_ text: String, offset: Int?) throws(Fault) {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    var numbers: [Int] = []
    while parts.count > 1, numbers.count < 2, let last = parts.last, let number = Int(last) {
      numbers.insert(number, at: 0)
      parts.removeLast()
    }
    path = parts.joined(separator: ":")
    line = numbers.first
    column = numbers.count > 1 ? numbers[1] : nil
    self.offset = offset
    if let offset, offset < 0 { throw Fault(description: "an offset counts from 0, so \(offset) is none") }
    if numbers.contains(where: { $0 < 1 }) { throw Fault(description: "lines and columns count from 1") }
  }

  /// The place in `text`: one code point, a line, or all of it.
  func span(in text: String) throws(Fault) -> Span {
    let map = OffsetMap(text)
    if let offset {
      guard let start = map.utf8Offset(ofCodePoint: offset) else {
        throw Fault(description: "the document has no code point \(offset)")
      }
      return Span(start: start, end: map.utf8Offset(ofCodePoint: offset + 1) ?? start)
    }
    guard let line else { return Span(start: 0, end: text.utf8.count) }
    let lines = Array(text.utf8).split(separator: .lineFeed, omittingEmptySubsequences: false)
    guard line <= lines.count else { throw Fault(description: "the document has no line \(line)") }
    let whole = Span(start: lines[line - 1].startIndex, end: lines[line - 1].endIndex)
    guard let column else { return whole }
    let scalars = String(decoding: lines[line - 1], as: UTF8.self).unicodeScalars
    guard column <= scalars.count + 1 else { throw Fault(description: "line \(line) has no column \(column)") }
    let before = scalars.prefix(column - 1).reduce(0) { $0 + UTF8.width($1) }
    let width = scalars.dropFirst(column - 1).first.map { UTF8.width($0) } ?? 0
    return Span(start: whole.start + before, end: whole.start + before + width)
  }
}
