import PostilDiagnostics
import Testing

@Suite struct DiagnosticTests {
  @Test func `the caret stands under the column, counted in code points`() {
    let diagnostic = Diagnostic(
      code: .invalidPattern, message: "pattern does not compile",
      location: SourceLocation(file: "a.yaml", line: 3, column: 4),
      sourceLine: "é: [", help: "close it")
    #expect(
      diagnostic.rendered == """
        a.yaml:3:4: error: pattern does not compile [R012]
        3 | é: [
          |    ^
          = help: close it
        """)
  }

  @Test func `control characters of a file reach no terminal`() {
    let diagnostic = Diagnostic(
      code: .invalidYAML, message: "m", location: SourceLocation(file: "a", line: 1, column: 1),
      sourceLine: "\u{1B}[31mred")
    #expect(!diagnostic.rendered.contains("\u{1B}"))
  }

  @Test func `a code has a meaning of its own, and an error in a chain is told by its stage`() {
    let codes = Diagnostic.Code.allCases
    #expect(Set(codes.map(\.meaning)).count == codes.count)
    #expect(codes.allSatisfy { $0.rawValue.wholeMatch(of: /[A-Z][0-9]{3}/) != nil })
    #expect(codes.filter { $0.stage == .chain }.allSatisfy { $0.severity == .error })
    #expect(codes.filter { $0.stage == .doubt }.allSatisfy { $0.severity == .warning })
  }
}
