import PostilModel
import Testing

@Suite struct AnnotationTests {
  private let structure = TextStructure(
    boilerplate: [Span(start: 2, end: 6), Span(start: 6, end: 9), Span(start: 20, end: 30)])

  @Test(arguments: [(2, 6), (3, 5), (6, 9), (20, 21), (29, 30)])
  func `an annotation inside boilerplate is marked`(start: Int, end: Int) {
    let marked = Annotation(type: "person", span: Span(start: start, end: end), features: ["entity": "Ann"])
      .marked(in: structure)
    #expect(marked.features == ["entity": "Ann", "boilerplate": .boolean(true)])
  }

  @Test(arguments: [(0, 2), (1, 3), (5, 7), (2, 9), (9, 20), (0, 40), (30, 31)])
  func `one that lies outside, or partly outside, is not`(start: Int, end: Int) {
    let annotation = Annotation(type: "person", span: Span(start: start, end: end))
    #expect(annotation.marked(in: structure) == annotation)
    #expect(annotation.marked(in: TextStructure()) == annotation)
  }
}
