import Foundation
import PostilDiagnostics
import PostilMatching
import PostilModel
import Testing

@testable import PostilRules

/// Files that others import are read once a run.
@Suite struct ImportedFileTests {
  private static let shared = "lexicons: {é: [Köln, Aden]}\ndefinitions: {d: x}\n"

  private static func rules(_ name: String, _ imports: String) -> String {
    "postil: 1\nruleset: \(name)\ntypes: {m: {}}\nimports: [\(imports)]\nrules: [{id: a, terms: é, type: m}]\n"
  }

  /// What comes of the rule files `a.yaml` and `b.yaml` beside `files`.
  private static func load(_ files: [String: String], _ cache: RuleCache = RuleCache()) throws -> LoadedRules {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("imported-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
    let names = files.keys.filter { $0 == "a.yaml" || $0 == "b.yaml" }.sorted()
    return RuleLoader(manifests: [], cache: cache).load(
      names.map { RuleFile(path: "\(folder)/\($0)", displayName: $0) })
  }

  @Test func `files of a run share what they import`() throws {
    let loaded = try Self.load([
      "a.yaml": Self.rules("a", "c.yaml"), "b.yaml": Self.rules("b", "c.yaml"), "c.yaml": Self.shared,
    ])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    let lexicons = loaded.rulesets.compactMap { $0.lexicons["é"] }
    try #require(lexicons.count == 2)
    #expect(lexicons[0] === lexicons[1])
  }

  @Test func `each file is read once`() throws {
    let files = ImportedFiles()
    var reads = 0
    for _ in 0..<3 {
      let declared = try files.file(at: "/é/c.yaml", called: "c.yaml").declarations { () throws(Diagnostic) in
        reads += 1
        let source = SourceFile(name: "c.yaml", text: "definitions: {d: x}")
        return (source, try YAMLReader.read(source))
      } _: { source, root in
        Declarations(definitions: ["d": Definition(scalar: root.entries![0].key, source: source)])
      }
      #expect(declared?.definitions.count == 1)
    }
    #expect(reads == 1)
  }

  struct Fault: CustomTestStringConvertible {
    let testDescription: String
    let shared: String
    let codes: [String]
  }

  static let faults = [
    Fault(testDescription: "a list that is none", shared: "lexicons: {é: {x: y}}", codes: ["R007"]),
    Fault(testDescription: "broken YAML", shared: "lexicons: {é: [", codes: ["R019", "R019"]),
  ]

  @Test(arguments: faults) func `whoever imports a broken file is told`(_ c: Fault) throws {
    let loaded = try Self.load([
      "a.yaml": Self.rules("a", "c.yaml"), "b.yaml": Self.rules("b", "c.yaml"), "c.yaml": c.shared,
    ])
    let told = loaded.diagnostics.map(\.code.rawValue)
    for code in Set(c.codes) { #expect(told.contains(code), "\(loaded.diagnostics)") }
    #expect(loaded.rulesets.flatMap(\.rules).isEmpty)
  }

  @Test func `files that import each other are told and do not wait for each other`() throws {
    let ring = { (other: String) in "imports: [\(other)]\nlexicons: {é: [Köln]}\n" }
    for _ in 0..<20 {
      let loaded = try Self.load([
        "a.yaml": Self.rules("a", "c.yaml"), "b.yaml": Self.rules("b", "d.yaml"), "c.yaml": ring("d.yaml"),
        "d.yaml": ring("c.yaml"),
      ])
      #expect(loaded.diagnostics.contains { $0.message.hasSuffix("imports itself") }, "\(loaded.diagnostics)")
    }
  }
}
