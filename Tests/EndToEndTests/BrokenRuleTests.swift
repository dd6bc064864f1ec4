import Foundation
import Testing

/// Rule files with one mistake each, and all that is said about them.
@Suite struct BrokenRuleTests {
  private static let folder = "Tests/EndToEndTests/BrokenRules"

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: Program.checkout + "/" + folder)) ?? []
    return all.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func `there are at least sixty`() { #expect(Self.names.count >= 60) }

  /// The golden files are what `postil rules check` wrote on standard error, read before they were kept.
  @Test(arguments: names)
  func `the diagnostics are the ones kept`(name: String) throws {
    // The shipped rules of the whole chain have no part in it.
    let folder = try TemporaryFolder()
    let chain = try folder.write("postil.yaml", "postil: 1\nsteps: [{module: date-normalization}]\n")
    let run = try Program.run("rules", "check", "--chain", chain, "\(Self.folder)/\(name).yaml")
    let kept = try String(contentsOfFile: "\(Program.checkout)/\(Self.folder)/\(name).txt", encoding: .utf8)
    #expect(run.status == 1)
    #expect(run.errors == kept)
  }

  /// The character under the caret is the one that is meant, and the line shown is that of the place.
  @Test(arguments: names)
  func `every place is in the file that it names`(name: String) throws {
    let kept = try String(contentsOfFile: "\(Program.checkout)/\(Self.folder)/\(name).txt", encoding: .utf8)
    let lines = kept.split(separator: "\n", omittingEmptySubsequences: false)
    var places = 0
    for (line, shown) in zip(lines, lines.dropFirst()) {
      guard let place = line.prefixMatch(of: /([^:]+):([0-9]+):([0-9]+): (?:error|warning):/) else { continue }
      let (path, number, column) = (String(place.1), Int(place.2) ?? 0, Int(place.3) ?? 0)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(Program.checkout)/\(path)"))
      let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0 != "\u{FEFF}" }
      let written = text.split(separator: "\n", omittingEmptySubsequences: false)
      try #require(number <= written.count, "\(line)")
      // Control characters are replaced on their way to the terminal.
      let visible = written[number - 1].map {
        $0.properties.generalCategory == .control && $0 != "\t" ? "\u{FFFD}" : $0
      }
      #expect(shown == "\(number) | \(String(String.UnicodeScalarView(visible)))", "\(line)")
      #expect(column <= written[number - 1].count + 1, "\(line)")
      places += 1
    }
    #expect(places > 0)
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
