import CPostilModule
import PostilModel
import PostilModuleBridge
import Testing

/// Copies of values for the other side of the interface.
@Suite struct ArenaTests {
  static let features: [Features] = [
    ["name": "علي", "n": 2, "span": .span(Span(start: 3, end: 7))],
    ["long": .string(String(repeating: "é", count: 40_000))],
    ["list": .list((0..<5000).map { .number(Double($0)) }), "": ""],
    ["record": .record(["a": ["x", "yy", .boolean(true)], "ref": .annotation(4)])],
  ]

  @Test(arguments: features) func `copies are read as what they are of, and go on after all before them are forgotten`(
    features: Features
  ) throws {
    let arena = Arena()
    for _ in 0..<3 {
      let copies = (0..<40).map { _ in arena.features(features) }
      for copy in copies { #expect(try copy.features() == features) }
      arena.removeAll()
    }
  }

  @Test func `tokens are shown where they lie`() throws {
    let kinds: [Token.Kind] = [.word, .number, .punctuation, .symbol]
    let tokens = kinds.enumerated().map { Token(span: Span(start: $0.offset, end: $0.offset + 3), kind: $0.element) }
    let structure = TextStructure(tokens: tokens)
    var view = postil_document()
    Arena().write(structure, to: &view)
    let rows = structure.withTokens(in: &view) { RowTable($0.tokens, zero: postil_token()).map { $0 } }
    #expect(rows.map(\.span.start) == [0, 1, 2, 3])
    #expect(rows.map(\.span.end) == [3, 4, 5, 6])
    #expect(rows.map(\.kind) == kinds.map(\.rawValue))
    #expect(MemoryLayout<Token>.stride == MemoryLayout<postil_token>.stride)
  }
}
