import Foundation
import PostilTestSupport
import Testing

/// Kinds of names that were missed, cut or made of nothing: the lines of `NameKinds.tsv`, each name in brackets with its type.
@Suite struct NameKindTests {
  private struct Line: Sendable {
    let kind: String
    let text: String
    /// The words of each name and its type.
    let names: [String]

    init(_ line: Substring) {
      let cells = line.split(separator: "\t", maxSplits: 1).map { String($0).replacing("\\n", with: "\n") }
      kind = cells[0]
      let marked = MarkedText(cells[1])
      (text, names) = (marked.text, marked.marks)
    }
  }

  private static let types: Set = ["person", "organization", "location", "misc"]

  private static func lines() throws -> [Line] {
    try String(contentsOfFile: "\(Program.checkout)/Tests/EndToEndTests/NameKinds.tsv", encoding: .utf8)
      .split(separator: "\n").dropFirst().map(Line.init)
  }

  @Test(arguments: ["", "é 👩‍👩‍👧 العراق.\n\n"])
  func `names of each kind are found whole, and nothing else`(prefix: String) throws {
    let lines = try Self.lines()
    #expect(lines.count > 90 && Set(lines.map(\.kind)).count > 20)
    let folder = try TemporaryFolder()
    let documents = try lines.enumerated().map { number, line in
      let object = ["id": String(number), "text": prefix + line.text]
      return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }
    let file = try folder.write("d.jsonl", documents.joined(separator: "\n") + "\n")
    let run = try Program.run("annotate", "--quiet", "--format", "jsonl", file)
    #expect(run.status == 0, "\(run.errors)")
    try #require(run.records.count == lines.count)
    for (line, record) in zip(lines, run.records) {
      let found = (record["annotations"] as? [[String: Any]] ?? []).filter {
        Self.types.contains($0["type"] as? String ?? "")
      }
      let names = found.map { "\($0["text"] ?? "") |\($0["type"] ?? "")" }
      #expect(names == line.names, "\(line.kind): \(line.text)")
    }
  }
}
