import PostilModel
import Testing

@Suite struct NumberTextTests {
  @Test func `a noun is in the plural unless it is one`() {
    #expect([0, 1, 2].map { $0.counted("document") } == ["0 documents", "1 document", "2 documents"])
  }
}
