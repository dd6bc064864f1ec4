import Foundation
import PostilMatching
import PostilModel
import PostilRules
import PostilText
import Testing

@testable import PostilPipeline

/// A sequence takes time in proportion to the text, and says so where it may not.
@Suite struct SequenceStateTests {
  private static let ordinary = """
    postil: 1
    ruleset: s
    types: {n: {}, m: {}}
    rules:
      - {id: name, type: n, phase: 0, pattern: '\\b(?:Ada|Luis)\\b'}
      - id: met
        type: m
        phase: 1
        scope: sentence
        sequence:
          - {type: n, as: who}
          - {gap: {max: 5, not: {type: n}}}
          - {pattern: '\\b(?:met|saw)\\b'}
          - {gap: {max: 8}}
          - {type: n, as: whom}
    """
  /// Every place begins a hundred repetitions that may end anywhere.
  private static let ambiguous = """
    postil: 1
    ruleset: s
    types: {m: {}}
    rules:
      - id: all
        type: m
        sequence: [{pattern: 'a ', max: 100}, {gap: {max: 100}}, {pattern: 'a ', max: 100}, {pattern: 'never'}]
    """

  private static func chain(_ rules: String) throws -> Chain {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("states-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(rules.utf8).write(to: URL(fileURLWithPath: "\(folder)/r.yaml"))
    let loaded = RuleLoader(manifests: []).load([RuleFile(path: "\(folder)/r.yaml", displayName: "r.yaml")])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    return Chain(steps: [(nil, loaded.rulesets, [:])], textAnalyzer: TextAnalyzer(language: .none))
  }

  /// The states of rule `id` in `text`.
  private static func states(ofRule id: String, in chain: Chain, _ text: String) throws -> Int {
    let rule = try #require(chain.steps[0].rulesets[0].rules.first { $0.id == id })
    guard case .sequence(let sequence) = rule.matcher else { return 0 }
    let structure = chain.textAnalyzer.structure(of: text)
    var text = text
    return text.withUTF8 { bytes in
      let memory = WorkerMemory(tables: chain.originTables)
      let subject = Subject(bytes: bytes, structure: structure, search: chain.search, using: memory.matcher)
      let checker = chain.steps[0].finder.checker(
        beforePhase: rule.phase, in: subject, tokens: structure.tokens, of: Document(id: "d", text: ""),
        annotations: [], using: memory)
      return subject.regions[rule.scope.rawValue].reduce(0) { states, region in
        var search = SequenceSearch(sequence, in: region, tokens: structure.tokens, checker: checker, states: states)
        _ = search.compositions()
        return search.states
      }
    }
  }

  @Test func `twice the text has twice the states, few for each place where it may begin`() throws {
    let chain = try Self.chain(Self.ordinary)
    let piece = "«é» Ada and the others met the tall Luis here. Then Luis left. Ada, who knew it, saw Luis again. "
    let counts = try [1, 2, 4, 8].map { times in
      try Self.states(ofRule: "met", in: chain, String(repeating: piece, count: 25 * times))
    }
    // Five names in a piece; a few states for each.
    #expect(counts[0] <= 25 * 5 * 4)
    for (count, times) in zip(counts, [1, 2, 4, 8]) {
      #expect(abs(count - counts[0] * times) <= 2 * times, "\(counts)")
    }
  }

  @Test func `a sequence with too many ways is told, and the others go on`() throws {
    let worker = try DocumentWorker(try Self.chain(Self.ambiguous + "\n  - {id: last, type: m, pattern: 'é'}"))
    let document = Document(id: "d", text: String(repeating: "a ", count: 4000) + "é")
    let annotated = worker.annotate(document)
    #expect(annotated.diagnostics.map(\.code) == ["L003"])
    #expect(annotated.diagnostics.first?.rule == "s/all")
    #expect(annotated.annotations.map(\.provenance.rules) == [["s/last"]])
  }
}
