import Foundation
import PostilMatching
import PostilModel
import PostilRules
import PostilText
import Testing

@testable import PostilPipeline

/// What a document's time being over ends, and whom it names.
@Suite struct OverdueTests {
  private static func chain(_ rules: String) throws -> Chain {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("overdue-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("postil: 1\nruleset: s\ntypes: {m: {}}\nrules:\n\(rules)\n".utf8).write(
      to: URL(fileURLWithPath: "\(folder)/r.yaml"))
    let loaded = RuleLoader(manifests: []).load([RuleFile(path: "\(folder)/r.yaml", displayName: "r.yaml")])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    return Chain(steps: [(nil, loaded.rulesets, [:])], textAnalyzer: TextAnalyzer(language: .none))
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let rules: String
    let subject: String
  }

  static let cases = [
    Case(
      testDescription: "a pattern",
      rules: "  - {id: first, type: m, pattern: 'zzz'}\n  - {id: slow, type: m, pattern: '(?:quiet|calm) day'}",
      subject: "rule 's/slow'"),
    Case(
      testDescription: "a pattern of a condition",
      rules: "  - {id: slow, type: m, sequence: [{pattern: 'a (?=quiet)'}, {pattern: 'quiet'}]}",
      subject: "rule 's/slow'"),
  ]

  @Test(arguments: cases) func `the rule that was looked for when the time was over is named`(_ c: Case) throws {
    let chain = try Self.chain(c.rules)
    let memory = WorkerMemory(tables: chain.originTables)
    memory.deadline = Deadline(seconds: 0.01)
    usleep(20_000)
    var text = "«é» It was a quiet day."
    let structure = chain.textAnalyzer.structure(of: text, given: [], using: Matcher())
    let candidates = text.withUTF8 { bytes in
      let subject = Subject(bytes: bytes, structure: structure, search: chain.search, using: memory.matcher)
      return chain.steps[0].finder.candidates(
        in: subject, tokens: structure.tokens, of: Document(id: "d", text: ""), annotations: [], using: memory)
    }
    #expect(candidates.candidates.values.isEmpty)
    let error = try #require(OverdueWork(memory, chain))
    #expect("\(error)" == "\(c.subject) was stopped: not done after 0.01 s, which is what --timeout gives a document")
  }
}
