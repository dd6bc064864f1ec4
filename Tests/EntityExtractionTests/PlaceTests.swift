import PostilModuleKit
import Testing

@testable import EntityExtraction

/// Tables by the offsets of a text: `SpanSet` and `OffsetTable`.
@Suite struct PlaceTests {
  static let spans = [
    Span(start: 0, end: 0), Span(start: 0, end: 1), Span(start: 3, end: 64), Span(start: 63, end: 65),
    Span(start: 64, end: 128), Span(start: 10, end: 200), Span(start: 127, end: 129), Span(start: 199, end: 200),
    Span(start: 70, end: 70),
  ]

  @Test(arguments: spans, spans)
  func `a set of bytes answers like a list of them`(taken: Span, asked: Span) {
    var set = SpanSet(count: 200)
    set.insert(taken)
    let bytes = Set(taken.start..<taken.end)
    #expect(set.overlaps(asked) == (asked.start..<asked.end).contains { bytes.contains($0) })
    #expect(set.contains(asked) == (asked.start..<asked.end).allSatisfy { bytes.contains($0) })
    set.removeAll()
    #expect(!set.overlaps(Span(start: 0, end: 200)))
  }

  @Test func `of numbers at one offset the last stands`() {
    let table = OffsetTable([(7, 1), (3, 2), (7, 3), (9, 4)])
    #expect([3, 5, 7, 9, 11].map { table[$0] } == [2, nil, 3, 4, nil])
    #expect(table.first(in: 4..<9) == 3)
    #expect(table.first(in: 4..<7) == nil)
    #expect(table.first(in: 0..<20) { $0 > 7 } == 4)
  }
}
