import Foundation
import PostilModel
import PostilRules

/// What a rule file of the checkout gives its module apart from candidates.
public enum ShippedRules {
  /// The file does not load.
  public struct Broken: Error {
    /// The first thing that is wrong, or the file where it gives no ruleset.
    public let what: String
  }

  /// The frames and tables of `file`, by its path below `rules/en`, as settings of the module of `manifest`.
  ///
  /// - Throws: ``Broken``.
  public static func settings(_ file: String, for manifest: ModuleManifest) throws -> Features {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = checkout.appendingPathComponent("rules/en").appendingPathComponent(file).path
    let loaded = RuleLoader(manifests: [manifest]).load([RuleFile(path: path, displayName: file)])
    guard let ruleset = loaded.rulesets.first else { throw Broken(what: loaded.diagnostics.first?.message ?? path) }
    let frames = ruleset.rules.compactMap { rule in
      rule.frame.map { FrameRule(rule: rule.name, type: rule.type, text: $0.text) }
    }
    let tables = ruleset.tables.map { ModuleTable(name: $0.name, rows: $0.rows) }
    return Features([
      .init(name: FrameRule.setting, value: .list(frames.map(\.value))),
      .init(
        name: ModuleTable.setting,
        value: .record(Features(tables.map { .init(name: $0.name, value: $0.value) }))),
    ])
  }
}
