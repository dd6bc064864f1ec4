import Foundation
import PostilAuthoring
import PostilDiagnostics
import PostilModel
import PostilPipeline
import PostilRules

/// Rule files: loading, lints, layout, and what their rules do with their own examples.
struct RulesTarget: FuzzTarget {
  static let name = "rules"
  private static let mutator = Mutator(tokens: [
    "'", "\"", ": ", "- ", "{", "}", "[", "]", "|-\n", "&a ", "*a", "${", "}", "(?<x>", ")", "*", "+", "{2,}", "\\",
    "é",
    "pattern: ", "terms: ", "sequence: ", "gap: {max: 3}", "type: ", "phase: 1", "within: {pattern: a}", "span: x",
    "scope: line", "[[", "]]", "#", "\t", "\r\n", "\u{85}", "\u{2028}", "\u{FEFF}", "? ", "!!str ", "<<: ", "---\n",
  ])

  private let files: [(folder: String, bytes: [UInt8])]
  private let workplace: Workplace
  private let chain: ChainFile

  init(_ workplace: Workplace) throws {
    self.workplace = workplace
    let paths =
      ["rules/en", "Documentation/RuleLibrary", "Tests/EndToEndTests/BrokenRules"].flatMap {
        workplace.files($0, ".yaml")
      }
    files = try paths.map { (URL(fileURLWithPath: $0).deletingLastPathComponent().path, try workplace.bytes($0)) }
    try workplace.write("chain.yaml", Array("postil: 1\nsteps:\n  - rules: [rules/r.yaml]\n".utf8))
    chain = try ChainFile.find(workplace.folder + "/chain.yaml", from: workplace.folder)
  }

  mutating func run(_ generator: inout SplitMix) throws -> String? {
    let file = generator.pick(files)
    let bytes = Self.mutator.mutated(file.bytes, &generator)
    // A link to the folder of the file, so that lexicons and imports are found.
    let folder = workplace.folder + "/rules"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: file.folder) where name.hasSuffix(".tsv") {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(name)", withDestinationPath: "\(file.folder)/\(name)")
    }
    let path = try workplace.write("rules/r.yaml", bytes)
    let build = ChainBuilder(file: chain, extraRules: [], moduleFolders: [], overrides: []).build()
    for (ruleset, source) in build.lintSources { _ = RuleLint(ruleset: ruleset, source: source).diagnostics() }
    if let chain = build.chain { _ = try ExampleTester(chain: chain).outcomes(files: nil) }
    return misplaced(build.diagnostics, bytes) ?? unstable(path)
  }

  /// A diagnostic whose place is not in the file.
  private func misplaced(_ diagnostics: [Diagnostic], _ bytes: [UInt8]) -> String? {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return diagnostics.first { diagnostic in
      guard diagnostic.location.file.hasSuffix("r.yaml"),
        ![.unreadableFile, .folderWithoutRules].contains(diagnostic.code)
      else { return false }
      guard diagnostic.location.line >= 1, diagnostic.location.line <= lines.count + 1 else { return true }
      let line = diagnostic.location.line <= lines.count ? lines[diagnostic.location.line - 1] : []
      return diagnostic.location.column < 1
        || diagnostic.location.column > line.count { $0 & 0xC0 != 0x80 } + 2
    }.map { "misplaced: \($0.rendered)" }
  }

  /// A layout that is not laid out, once written.
  private func unstable(_ path: String) -> String? {
    guard let first = try? RuleFormatter.formatted(path),
      let written = try? workplace.write("rules/laid-out.txt", Array(first.formatted.utf8))
    else { return nil }
    guard let second = try? RuleFormatter.formatted(written) else { return "laid out, it cannot be read" }
    return second.formatted == first.formatted ? nil : "laid out twice, it differs"
  }
}
