import PostilModel

/// Matches of many patterns in one text, as rows of fixed size: by pattern, then from left to right.
public struct MatchTable: Sendable {
  /// One match of one pattern.
  public struct Row: Sendable {
    fileprivate let number: UInt32
    fileprivate let start: UInt32
    fileprivate let end: UInt32
    fileprivate let firstCapture: UInt32
    fileprivate let captures: UInt32

    /// The pattern's index in its set.
    public var pattern: Int { Int(number) }
    /// How many ``Pattern/captureNames`` the pattern has.
    public var captureCount: Int { Int(captures) }
    /// The whole match.
    public var span: Span { Span(start: Int(start), end: Int(end)) }
  }

  /// What a group matched; nothing from `none` on.
  private struct Capture: Hashable, Sendable {
    let start: UInt32
    let end: UInt32

    static let none = Capture(start: .max, end: .max)
    var span: Span? { self == .none ? nil : Span(start: Int(start), end: Int(end)) }
  }

  private var rows: [Row] = []
  private var captures: [Capture] = []

  /// What number `place` of the pattern's ``Pattern/captureNames`` matched; nil when it took no part.
  public func capture(_ place: Int, of row: Row) -> Span? { captures[Int(row.firstCapture) + place].span }

  /// What each of the pattern's ``Pattern/captureNames`` matched.
  public func captures(of row: Row) -> [Span?] { (0..<row.captureCount).map { capture($0, of: row) } }

  /// Appends the last match of `matcher`.
  mutating func append(_ span: Span, of code: CompiledCode, at index: Int, from matcher: Matcher) {
    let first = captures.count
    for number in code.groups.numbers {
      let span = matcher.group(number)
      captures.append(span.map { Capture(start: UInt32($0.start), end: UInt32($0.end)) } ?? .none)
    }
    rows.append(
      Row(
        number: UInt32(index), start: UInt32(span.start), end: UInt32(span.end), firstCapture: UInt32(first),
        captures: UInt32(captures.count - first)))
  }

  /// Gives back the room for more matches.
  mutating func fit() {
    rows = rows.withUnsafeBufferPointer { Array($0) }
    captures = captures.withUnsafeBufferPointer { Array($0) }
  }

  /// Takes away all but the first `count` rows.
  mutating func shorten(to count: Int) {
    guard count < rows.count else { return }
    captures.removeSubrange(Int(rows[count].firstCapture)...)
    rows.removeSubrange(count...)
  }
}

extension MatchTable: RandomAccessCollection {
  /// Where the first match stands.
  public var startIndex: Int { 0 }
  /// The number of matches.
  public var endIndex: Int { rows.count }
  /// A match.
  public subscript(position: Int) -> Row { rows[position] }
}
