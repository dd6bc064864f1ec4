import Foundation
import PostilDiagnostics
import PostilModel
import Testing

@testable import PostilRules

/// Rules that the module of their ruleset matches itself.
@Suite struct FrameRuleTests {
  private static let manifests = [
    ModuleManifest(
      name: "framer", version: "1", assigns: [.init("mark", "")], inputs: [.init("cue", "")], takesFrames: true),
    ModuleManifest(name: "plain", version: "1", assigns: [.init("spot", "")], inputs: [.init("hint", "")]),
  ]

  private func load(_ yaml: String) throws -> LoadedRules {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(("postil: 1\nruleset: é\n" + yaml).utf8).write(to: URL(fileURLWithPath: "\(folder)/r.yaml"))
    return RuleLoader(manifests: Self.manifests).load([RuleFile(path: "\(folder)/r.yaml", displayName: "r.yaml")])
  }

  @Test func `a frame is kept as it is written, with its place`() throws {
    let loaded = try load(
      """
      module: framer
      defaults: {scope: sentence, phase: 2, limits: {matches: 3}, priority: 4}
      rules:
        - {id: a, type: mark, frame: 'é cue[x=${no}] ~'}
        - {id: b, type: cue, conflict: first, pattern: 'é'}
        - {id: c, frame: x, priority: -1}
      """)
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    let ruleset = try #require(loaded.rulesets.first)
    #expect(ruleset.rules.map { $0.frame?.text } == ["é cue[x=${no}] ~", nil, "x"])
    #expect(ruleset.rules.first?.frame?.location == SourceLocation(file: "r.yaml", line: 6, column: 32))
    #expect(ruleset.rules.map(\.type) == ["mark", "cue", "mark"])
    #expect(ruleset.rules.map(\.priority) == [4, 4, -1])
    #expect(ruleset.rules.map(\.phase) == [0, 2, 0])
    #expect(ruleset.searched.map(\.id) == ["b"])
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let yaml: String
    let diagnostics: [String]
  }

  static let cases = [
    Case(
      testDescription: "no module", yaml: "types: {x: {}}\nrules:\n  - {id: a, frame: x}", diagnostics: ["R068 5:13"]),
    Case(
      testDescription: "a module that takes none", yaml: "module: plain\nrules:\n  - {id: a, type: spot, frame: x}",
      diagnostics: ["R068 5:25"]),
    Case(
      testDescription: "a type of candidates", yaml: "module: framer\nrules:\n  - {id: a, type: cue, frame: x}",
      diagnostics: ["R029 5:19"]),
    Case(
      testDescription: "fields of rules that are searched for",
      yaml: "module: framer\nrules:\n  - {id: é, frame: x, span: s, features: {}, scope: line, within: {type: mark}}",
      diagnostics: ["R068 5:23", "R068 5:32", "R068 5:46", "R068 5:59"]),
    Case(
      testDescription: "metadata that the file asks for",
      yaml: "module: framer\ndefaults: {document: {set: x}}\nrules:\n  - {id: é, frame: x}", diagnostics: ["R068 4:12"]),
    Case(
      testDescription: "another matcher beside it", yaml: "module: framer\nrules:\n  - {id: a, frame: x, terms: y}",
      diagnostics: ["R033 5:23"]),
    Case(
      testDescription: "nothing in it", yaml: "module: framer\nrules:\n  - {id: a, frame: ' '}",
      diagnostics: ["R010 5:20"]),
    Case(
      testDescription: "a list", yaml: "module: framer\nrules:\n  - {id: a, frame: [x]}", diagnostics: ["R005 5:20"]),
  ]

  @Test(arguments: cases)
  func `a frame that makes no sense is told, and left out`(_ c: Case) throws {
    let loaded = try load(c.yaml)
    #expect(
      loaded.diagnostics.map { "\($0.code) \($0.location.line):\($0.location.column)" } == c.diagnostics,
      "\(loaded.diagnostics)")
    #expect(loaded.rulesets.flatMap(\.rules).isEmpty)
  }
}
