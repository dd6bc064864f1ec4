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
  init(_ rules: String, on text: String, with files: [String: String] = [:]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
    try Data(rules.utf8).write(to: URL(fileURLWithPath: "\(folder)/r.yaml"))
    let loaded = RuleLoader(manifests: []).load([RuleFile(path: "\(folder)/r.yaml", displayName: "r.yaml")])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    let chain = Chain(steps: [(nil, loaded.rulesets, [:])], textAnalyzer: TextAnalyzer(language: .none))
    self.text = text
    annotations = try DocumentWorker(chain).annotate(Document(id: "d", text: text)).annotations
  }

  /// The words of the annotations of a type.
  func words(ofType type: String) -> [String] { annotations.filter { $0.type == type }.map { String(text[$0.span]) } }
}
