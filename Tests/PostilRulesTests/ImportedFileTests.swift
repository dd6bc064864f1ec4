import Foundation
import PostilDiagnostics
import PostilMatching
import PostilModel
import Testing

@testable import PostilRules

/// Files that others import are read once a run, and what their YAML says is kept from one start to the next.
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

  static let texts = [
    "", "# é\n", "é", "- a\n- 'b'\n- \"c\\u00e9\"\n", "é: {x: [1, 2], y: ''}\nz: |\n  one\n  two\nw: >\n  three\n",
    "a: &n {é: 1}\nb: *n\n", "\u{FEFF}é: [ü, 日本]\n",
  ]

  @Test(arguments: texts) func `a tree that was kept is the same`(text: String) throws {
    let first = RuleCache([])
    let source = SourceFile(name: "a.yaml", text: text)
    let before = try first.tree(of: source)
    #expect("\(String(describing: before))" == "\(String(describing: try YAMLReader.read(source)))")
    let kept = try #require(first.toKeep())
    let second = RuleCache(kept)
    let moved = SourceFile(name: "é/b.yaml", text: text)
    let after = try second.tree(of: moved)
    #expect("\(String(describing: after))" == "\(String(describing: try YAMLReader.read(moved)))")
    let learnt = second.toKeep()
    #expect(learnt == nil)
  }

  @Test func `a tree whose bytes are damaged is read anew`() throws {
    let first = RuleCache([])
    let source = SourceFile(name: "a.yaml", text: "é: {x: [1, 2], y: ''}")
    let before = "\(String(describing: try first.tree(of: source)))"
    let kept = try #require(first.toKeep())
    for place in kept.indices {
      var bytes = kept
      bytes[place] = 0xFF
      // Text and places may read otherwise; that it is a tree at all, and that nothing ends the program, is what counts.
      _ = try RuleCache(bytes).tree(of: source)
      #expect("\(String(describing: try RuleCache(Array(kept[..<place])).tree(of: source)))" == before)
    }
  }

  @Test func `a file that cannot be read is told at every start`() throws {
    let cache = RuleCache([])
    let source = SourceFile(name: "a.yaml", text: "é: [")
    #expect(throws: Diagnostic.self) { try cache.tree(of: source) }
    let learnt = cache.toKeep()
    #expect(learnt == nil)
  }
}
