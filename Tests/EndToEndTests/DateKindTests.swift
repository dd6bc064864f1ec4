import Foundation
import PostilTestSupport
import Testing

/// Kinds of dates that newsreaders meet: the lines of `DateKinds.tsv`, each expression in brackets with its value.
@Suite struct DateKindTests {
  private struct Line: Sendable {
    let kind: String
    let date: String
    let text: String
    /// The words of each expression and its value.
    let dates: [String]

    init(_ line: Substring) {
      let cells = line.split(separator: "\t", maxSplits: 2).map {
        String($0).replacing("\\r", with: "\r").replacing("\\n", with: "\n")
      }
      (kind, date) = (cells[0], cells[1])
      let marked = MarkedText(cells[2])
      (text, dates) = (marked.text, marked.marks)
    }
  }

  private static func lines() throws -> [Line] {
    try String(contentsOfFile: "\(Program.checkout)/Tests/EndToEndTests/DateKinds.tsv", encoding: .utf8)
      .split(separator: "\n").dropFirst().map(Line.init)
  }

  @Test(arguments: ["", "é 👩‍👩‍👧 العراق.\n\n"])
  func `dates of each kind are found whole with their values, and nothing else`(prefix: String) throws {
    let lines = try Self.lines()
    #expect(lines.count > 60 && Set(lines.map(\.kind)).count > 8)
    let folder = try TemporaryFolder()
    let documents = try lines.enumerated().map { number, line in
      let object = ["id": String(number), "text": prefix + line.text, "date": line.date]
      return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }
    let file = try folder.write("d.jsonl", documents.joined(separator: "\n") + "\n")
    let run = try Program.run("annotate", "--quiet", "--format", "jsonl", file)
    #expect(run.status == 0, "\(run.errors)")
    try #require(run.records.count == lines.count)
    for (line, record) in zip(lines, run.records) {
      let found = (record["annotations"] as? [[String: Any]] ?? []).filter { $0["type"] as? String == "timex" }
      let dates = found.map { "\($0["text"] ?? "") |\(($0["features"] as? [String: Any])?["value"] ?? "")" }
      #expect(dates == line.dates, "\(line.kind): \(line.text)")
    }
  }
}
