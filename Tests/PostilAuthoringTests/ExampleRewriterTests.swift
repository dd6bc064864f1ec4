import Foundation
import PostilDiagnostics
import PostilRules
import PostilText
import Testing

@testable import PostilAuthoring
@testable import PostilPipeline

@Suite struct ExampleRewriterTests {
  private static let head = """
    postil: 1
    ruleset: t   # é stays
    types: {x: {features: {name: string, all: list of string}}}
    rules:
      - id: r
        pattern: '\\b(?<n>tanks?|it''s)\\b'
        features: {name: '${n|upper}', all: 'a, b'}
        conflict: all
        examples:

    """

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let old: String
    /// Nil where the example must stay as it is.
    let new: String?
  }

  static let cases = [
    Case(testDescription: "single quotes", old: "- 'é [[a]] tank' # why", new: "- 'é a [[tank]]' # why"),
    Case(testDescription: "a quotation mark", old: "- '[[a]] it''s'", new: "- 'a [[it''s]]'"),
    Case(testDescription: "double quotes", old: #"- "«\"[[a\"» tank]]\n""#, new: #"- "«\"a\"» [[tank]]\n""#),
    Case(testDescription: "a plain text", old: "- a [[é]] tank", new: "- 'a é [[tank]]'"),
    Case(testDescription: "a text over two lines", old: "- 'a\n      [[b]] tank'", new: "- 'a b [[tank]]'"),
    Case(
      testDescription: "a block of lines", old: "- text: |-\n          é [[a]]\n            b tank",
      new: "- text: |-\n          é a\n            b [[tank]]"),
    Case(
      testDescription: "a feature", old: "- {text: '[[tank]]', features: {name: é, all: [a, b]}} # c",
      new: "- {text: '[[tank]]', features: {name: TANK, all: [a, b]}} # c"),
    Case(
      testDescription: "a list of another length", old: "- {text: '[[tank]]', features: {all: [é, c, d]}}",
      new: "- {text: '[[tank]]', features: {all: [a, b]}}"),
    Case(testDescription: "a folded text", old: "- >-\n        a [[b]]\n        tank", new: nil),
    Case(testDescription: "an example of nothing", old: "- {text: 'a tank', none: true}", new: nil),
    Case(testDescription: "nothing found", old: "- 'a [[tunk]]'", new: nil),
    Case(testDescription: "what is to do", old: "- {text: '[[a]] tank', todo: later}", new: nil),
    Case(testDescription: "one that holds", old: "- 'a  [[tank]]'", new: nil),
    Case(
      testDescription: "features that differ", old: "- {text: '[[tank]] [[tanks]]', features: {name: TANK}}", new: nil),
  ]

  private static func outcomes(_ text: String) throws -> [ExampleOutcome] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rewrite-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/r.yaml"))
    let loaded = RuleLoader(manifests: []).load([RuleFile(path: "\(folder)/r.yaml", displayName: "r.yaml")])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    let chain = Chain(steps: [(nil, loaded.rulesets, [:])], textAnalyzer: TextAnalyzer(language: .none))
    return try ExampleTester(chain: chain).outcomes(files: nil)
  }

  @Test(arguments: cases)
  func `an example is rewritten in its place, and nothing else`(_ c: Case) throws {
    let tail = "\n      - {text: 'no', none: true}   # the end"
    let text = Self.head + "      \(c.old)" + tail
    let rewriter = try ExampleRewriter(source: SourceFile(name: "r.yaml", text: text))
    let (rewritten, entries) = rewriter.rewritten(try Self.outcomes(text))
    #expect(rewritten == Self.head + "      \(c.new ?? c.old)" + tail)
    #expect(entries.filter { $0.obstacle == nil }.count == (c.new == nil ? 0 : 1))
    if c.new != nil { #expect(try Self.outcomes(rewritten).allSatisfy { !$0.isFailure }) }
  }

  @Test func `one that cannot be rewritten spares the others`() throws {
    let text = Self.head + "      - >-\n        a [[b]] tank\n      - '[[a]] tank'\n      - '[[b]] tank'\n"
    let rewriter = try ExampleRewriter(source: SourceFile(name: "r.yaml", text: text))
    let (rewritten, entries) = rewriter.rewritten(try Self.outcomes(text))
    #expect(rewritten.hasSuffix("a [[b]] tank\n      - 'a [[tank]]'\n      - 'b [[tank]]'\n"))
    #expect(entries.map(\.obstacle) == ["its text is folded over lines (>)", nil, nil])
  }
}
