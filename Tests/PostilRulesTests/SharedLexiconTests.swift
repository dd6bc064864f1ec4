import Foundation
import PostilModel
import Testing

@testable import PostilRules

/// Lexicons of a folder beside that of a rule file.
@Suite struct SharedLexiconTests {
  private static func load(_ imports: String) throws -> LoadedRules {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shared-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let lists = "postil: 1\nruleset: lists\nlexicons: {orte: {file: orte.tsv}, more: [Tir]}\ndefinitions: {d: x}\n"
    let rules = """
      postil: 1
      ruleset: é
      types: {m: {}}
      imports: [\(imports)]
      rules: [{id: a, terms: orte}]
      """
    for (name, text) in [
      "lists/l.yaml": lists, "lists/orte.tsv": "term\nKöln\nAden\n", "own/r.yaml": rules, "up.yaml": lists,
    ] {
      let url = URL(fileURLWithPath: "\(folder)/\(name)")
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return RuleLoader(manifests: []).load([RuleFile(path: "\(folder)/own/r.yaml", displayName: "r.yaml")])
  }

  @Test func `lexicons that an import names are visible, with the files beside it`() throws {
    let loaded = try Self.load("{file: ../lists/l.yaml, lexicons: [orte]}")
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    #expect(loaded.rulesets[0].lexicons.keys.sorted() == ["orte"])
    #expect(loaded.rulesets[0].lexicons["orte"]?.count == 2)
  }

  @Test(arguments: [
    ("{file: ../lists/l.yaml, lexicons: [ort]}", "R023 R015", "'../lists/l.yaml' has no lexicon 'ort'"),
    ("{file: ../lists/l.yaml}", "R009", "an import with 'file' needs the field 'lexicons'"),
    ("{lexicons: [orte]}", "R009", "an import needs the field 'file'"),
    ("../lists/l.yaml", "R027", "'../lists/l.yaml' lies outside the ruleset's folder"),
    (
      "{file: ../../l.yaml, lexicons: [orte]}", "R027",
      "'../../l.yaml' lies outside the ruleset's folder and those beside it"
    ),
    ("{file: ../lists/none.yaml, lexicons: [orte]}", "R019", "cannot import '../lists/none.yaml'"),
    ("{file: ../lists/l.yaml, lexicons: [orte], terms: [x]}", "R007", "unknown field 'terms' in an import"),
  ])
  func `what cannot be imported is told`(imports: String, codes: String, message: String) throws {
    let told = try Self.load(imports).diagnostics
    #expect(told.contains { codes.contains($0.code.rawValue) && $0.message.hasPrefix(message) }, "\(told)")
    #expect(told.allSatisfy { $0.location.line == 4 || $0.code.rawValue == "R015" }, "\(told)")
  }
}
