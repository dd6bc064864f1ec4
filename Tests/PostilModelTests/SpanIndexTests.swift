import PostilModel
import Testing

@Suite struct SpanIndexTests {
  private static func spans(_ count: Int, _ generator: inout SystemRandomNumberGenerator) -> [Span] {
    (0..<count).map { _ in
      let start = Int.random(in: 0...60, using: &generator)
      return Span(start: start, end: start + Int.random(in: 0...12, using: &generator))
    }
  }

  @Test func `answers are those of looking at every span`() {
    var generator = SystemRandomNumberGenerator()
    for count in 0..<60 {
      let spans = Self.spans(count, &generator)
      let index = SpanIndex(spans)
      for asked in Self.spans(20, &generator) {
        #expect(Set(index.inside(asked)) == Set(spans.indices.filter { asked.contains(spans[$0]) }))
        #expect(Set(index.around(asked)) == Set(spans.indices.filter { spans[$0].contains(asked) }))
        #expect(index.covers(asked) == spans.contains { $0.contains(asked) })
        #expect(Set(index.starting(from: asked.start)) == Set(spans.indices.filter { spans[$0].start >= asked.start }))
      }
    }
  }

  @Test func `what lies inside comes by place, what lies round from within`() {
    let index = SpanIndex([Span(start: 5, end: 9), Span(start: 0, end: 20), Span(start: 2, end: 4)])
    #expect(Array(index.inside(Span(start: 1, end: 10))) == [2, 0])
    #expect(Array(index.around(Span(start: 6, end: 7))) == [0, 1])
  }
}

@Suite struct DisjointSpansTests {
  @Test func `a span is added only where none overlaps it`() {
    var spans = DisjointSpans()
    #expect(spans.insert(Span(start: 30, end: 100), owner: 7) == nil)
    #expect(spans.insert(Span(start: 99, end: 101), owner: 8) == 7)
    #expect(spans.insert(Span(start: 100, end: 101), owner: 9) == nil)
    #expect(spans.owner(overlapping: Span(start: 0, end: 500)) == 7)
    #expect(spans.owner(overlapping: Span(start: 0, end: 30)) == nil)
  }
}
