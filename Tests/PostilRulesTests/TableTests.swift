import Foundation
import PostilDiagnostics
import PostilModel
import Testing

@testable import PostilRules

/// Tables that a ruleset gives its module.
@Suite struct TableTests {
  private static let manifests = [
    ModuleManifest(
      name: "weigher", version: "1", assigns: [.init("mark", "")], inputs: [], takesTables: ["factors", "limits"]),
    ModuleManifest(name: "plain", version: "1", assigns: [.init("spot", "")], inputs: []),
  ]

  /// Loads one file beside `files`.
  private func load(_ yaml: String, _ files: [String: String]) throws -> LoadedRules {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in files.merging(["r.yaml": "postil: 1\nruleset: é\n" + yaml], uniquingKeysWith: { $1 }) {
      let file = URL(fileURLWithPath: "\(folder)/\(name)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return RuleLoader(manifests: Self.manifests).load([RuleFile(path: "\(folder)/r.yaml", displayName: "r.yaml")])
  }

  @Test func `tables are kept as they are written, with their places`() throws {
    let loaded = try load(
      "module: weigher\ntables:\n  factors: {file: f.tsv}\n  limits: {file: in/l.tsv}\n",
      ["f.tsv": "\u{FEFF}né\tvalue\r\nb é\t0.5\r\n\r\na\t\r\n", "in/l.tsv": "name\n"])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    let tables = try #require(loaded.rulesets.first).tables
    #expect(tables.map(\.name) == ["factors", "limits"])
    #expect(tables.map(\.location.line) == [5, 6])
    #expect(tables.map(\.location.column) == [3, 3])
    #expect(tables[1].path.hasSuffix("/in/l.tsv"))
    #expect(tables[0].rows == [.init([("né", "b é"), ("value", "0.5")]), .init([("né", "a"), ("value", "")])])
    #expect(tables[1].rows.isEmpty)
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    var yaml = "module: weigher\ntables: {factors: {file: f.tsv}}"
    var table = "name\tvalue\n"
    let diagnostics: [String]
    var help: String?
    /// The keys of the rows that are left; nil for no table.
    var keys: [String]?
  }

  static let cases = [
    Case(
      testDescription: "no such file", yaml: "module: weigher\ntables: {factors: {file: é.tsv}}",
      diagnostics: ["R019 r.yaml:4:26: the file 'é.tsv' does not exist"]),
    Case(
      testDescription: "a file of another folder", yaml: "module: weigher\ntables: {factors: {file: ../f.tsv}}",
      diagnostics: ["R027 r.yaml:4:26: '../f.tsv' lies outside the ruleset's folder"]),
    Case(
      testDescription: "no file", yaml: "module: weigher\ntables: {factors: {}}",
      diagnostics: ["R009 r.yaml:4:19: a table needs the field 'file'"]),
    Case(
      testDescription: "the file's name alone", yaml: "module: weigher\ntables: {factors: f.tsv}",
      diagnostics: ["R005 r.yaml:4:19: a table must be a mapping, not text"], help: "write {file: table.tsv}"),
    Case(
      testDescription: "a list of tables", yaml: "module: weigher\ntables: [factors]",
      diagnostics: ["R005 r.yaml:4:9: 'tables' must be a mapping, not a list"]),
    Case(
      testDescription: "an empty file", table: "",
      diagnostics: ["R070 f.tsv:1:1: a table begins with a header row"],
      help: "begin the file with the names of its columns, such as 'name<tab>value'"),
    Case(
      testDescription: "an empty line in place of the header", table: "\na\t1\n",
      diagnostics: ["R070 f.tsv:1:1: a table begins with a header row"],
      help: "begin the file with the names of its columns, such as 'name<tab>value'"),
    Case(
      testDescription: "columns without names", table: "né\t\tvalue\t\na\t1\t2\t3\n",
      diagnostics: ["R070 f.tsv:1:4: a column without a name", "R070 f.tsv:1:11: a column without a name"]),
    Case(
      testDescription: "a column twice", table: "né\tvalue\tné\na\t1\t2\n",
      diagnostics: ["R072 f.tsv:1:10: column 'né' is given twice"]),
    Case(
      testDescription: "a key twice", table: "né\tvalue\né\t1\nb\t2\né\t3\n",
      diagnostics: ["R072 f.tsv:4:1: row 'é' is already given on line 2"], keys: ["é", "b"]),
    Case(
      testDescription: "no key", table: "né\tvalue\n\t1\nb\t2\n", diagnostics: ["R032 f.tsv:2:1: a row without a key"],
      keys: ["b"]),
    Case(
      testDescription: "too many cells", table: "né\tvalue\né\té\t1\n\nb\t2\n",
      diagnostics: ["R031 f.tsv:2:5: 3 cells in a table of 2 columns"], keys: ["b"]),
    Case(
      testDescription: "too few cells", table: "né\tvalue\né 1\nb\t2\n",
      diagnostics: ["R071 f.tsv:2:4: 1 cell in a table of 2 columns"],
      help: "divide cells by tabs, also the empty ones", keys: ["b"]),
    Case(
      testDescription: "a name that is almost one", yaml: "module: weigher\ntables: {factor: {file: f.tsv}}",
      diagnostics: ["R073 r.yaml:4:10: module 'weigher' takes no table 'factor'"], help: "did you mean 'factors'?"),
    Case(
      testDescription: "another name", yaml: "module: weigher\ntables: {é: {file: f.tsv}}",
      diagnostics: ["R073 r.yaml:4:10: module 'weigher' takes no table 'é'"], help: "it takes factors, limits"),
    Case(
      testDescription: "a module that takes none", yaml: "module: plain\ntables: {factors: {file: f.tsv}}",
      diagnostics: ["R073 r.yaml:4:10: module 'plain' takes no table 'factors'"], help: "it takes none"),
    Case(
      testDescription: "no module", yaml: "tables: {factors: {file: f.tsv}}",
      diagnostics: ["R073 r.yaml:3:10: a table in a ruleset without a module"],
      help: "write 'module:' with the module that takes it above the tables"),
    Case(
      testDescription: "a table that is not taken, and a fault in it",
      yaml: "module: plain\ntables: {factors: {file: f.tsv}}", table: "né\n\té\n",
      diagnostics: [
        "R031 f.tsv:2:2: 2 cells in a table of 1 columns", "R073 r.yaml:4:10: module 'plain' takes no table 'factors'",
      ]),
  ]

  @Test(arguments: cases)
  func `what is wrong with a table is told at its place`(_ c: Case) throws {
    let loaded = try load(c.yaml, ["f.tsv": c.table])
    #expect(
      loaded.diagnostics.map {
        "\($0.code) \($0.location.file):\($0.location.line):\($0.location.column): \($0.message)"
      } == c.diagnostics)
    if let help = c.help { #expect(loaded.diagnostics.first?.help == help) }
    #expect(loaded.rulesets.first?.tables.first?.rows.map(\.key) == c.keys)
  }

  @Test func `the tables of an imported file are its own`() throws {
    let loaded = try load(
      "module: weigher\nimports: [o.yaml]\ndefinitions: {d: x}\n",
      ["o.yaml": "postil: 1\nruleset: o\nmodule: weigher\ntables: {factors: {file: f.tsv}}\n"])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    #expect(loaded.rulesets.first?.tables.isEmpty == true)
  }
}
