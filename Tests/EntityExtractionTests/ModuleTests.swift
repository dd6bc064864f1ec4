import PostilModuleKit
import Testing

@testable import EntityExtraction

/// The parts of the module that need no document.
@Suite struct ModuleTests {
  @Test func `a set of spans knows what is taken`() {
    var set = SpanSet(count: 200)
    set.insert(Span(start: 60, end: 70))
    #expect(set.overlaps(Span(start: 50, end: 61)))
    #expect(!set.overlaps(Span(start: 50, end: 60)))
    #expect(set.contains(Span(start: 62, end: 66)))
    #expect(!set.contains(Span(start: 62, end: 71)))
  }
}
