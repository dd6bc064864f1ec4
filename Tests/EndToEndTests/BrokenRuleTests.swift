import Foundation
import Testing

/// Rule files with one mistake each, and all that is said about them.
@Suite struct BrokenRuleTests {
  private static let folder = "Tests/EndToEndTests/BrokenRules"

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: Program.checkout + "/" + folder)) ?? []
    return all.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func `there are at least twenty`() { #expect(Self.names.count >= 20) }

  /// The golden files are what `postil rules check` wrote on standard error, read before they were kept.
  @Test(arguments: names)
  func `the diagnostics are the ones kept`(name: String) throws {
    let run = try Program.run("rules", "check", "\(Self.folder)/\(name).yaml")
    let kept = try String(contentsOfFile: "\(Program.checkout)/\(Self.folder)/\(name).txt", encoding: .utf8)
    #expect(run.status == 1)
    #expect(run.errors == kept)
  }

  @Test(arguments: [
    ("100,000 lines", "R004"), ("a text of a megabyte", "R012"), ("an alias bomb", "R004"), ("deep nesting", "R004"),
  ])
  func `files that are too much end with a message`(kind: String, code: String) throws {
    let folder = try TemporaryFolder()
    let head = "postil: 1\nruleset: much\ntypes: {x: {}}\n"
    let text =
      switch kind {
      case "100,000 lines": head + "rules:\n" + String(repeating: "  - {id: a, pattern: b}\n", count: 100_000)
      case "a text of a megabyte":
        head + "rules:\n  - {id: a, pattern: '(" + String(repeating: "b", count: 1_000_000) + "'}\n"
      case "an alias bomb":
        head
          + (1...9).reduce("a0: &a0 [x, x, x]\n") { text, level in
            text + "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
              + "]\n"
          }
      default: head + "rules: " + String(repeating: "[", count: 5000) + "\n"
      }
    let run = try Program.run("rules", "check", "--errors-only", try folder.write("much.yaml", text))
    #expect(run.status == 1)
    #expect(run.errors.contains("[\(code)]"), "\(run.errors.prefix(300))")
  }
}
