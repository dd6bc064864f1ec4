import Foundation
import PostilModel
import PostilRules
import PostilText
import Testing

@testable import PostilPipeline

/// Rules by themselves, run over one text.
struct RuleRun {
  let text: String
  /// What the rules made.
  let annotations: [Annotation]

  /// - Parameters:
  ///   - rules: The text of a rule file without warnings of the loader.
  ///   - files: Further files beside it, by their names.
  ///   - inEnglish: Whether the tables of English that ship with the program are known.
  init(_ rules: String, on text: String, with files: [String: String] = [:], inEnglish: Bool = false) throws {
    let chain = try Self.chain(rules, with: files, inEnglish: inEnglish)
    self.text = text
    annotations = try DocumentWorker(chain).annotate(Document(id: "d", text: text)).annotations
  }

  /// The chain of one rule file alone.
  static func chain(_ rules: String, with files: [String: String], inEnglish: Bool) throws -> Chain {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
    try Data(rules.utf8).write(to: URL(fileURLWithPath: "\(folder)/r.yaml"))
    let tables = inEnglish ? try english() : [:]
    let loader = RuleLoader(
      manifests: [], inflections: Inflections(lemmas: tables["lemmas"] ?? [], endings: tables["inflections"] ?? []))
    let loaded = loader.load([RuleFile(path: "\(folder)/r.yaml", displayName: "r.yaml")])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    return Chain(
      steps: [(nil, loaded.rulesets, [:])], textAnalyzer: TextAnalyzer(language: .none),
      words: SentenceWords(tables: tables))
  }

  /// The rows of the tables of English.
  private static func english() throws -> [String: [[String]]] {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    return try ["lemmas", "inflections", "clauses", "negations"].reduce(into: [:]) { tables, name in
      let text = try String(contentsOfFile: "\(checkout)/rules/en/text/\(name).tsv", encoding: .utf8)
      tables[name] = text.split(separator: "\n").dropFirst().map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    }
  }

  /// The words of the annotations of a type.
  func words(ofType type: String) -> [String] { annotations.filter { $0.type == type }.map { String(text[$0.span]) } }
}
