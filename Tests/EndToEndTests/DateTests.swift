import Foundation
import Testing

/// Dates through the shipped rules, as users run them.
@Suite struct DateTests {
  /// A document for one run.
  struct Text {
    let text: String
    var date: String? = "2023-09-21"
    var metadata: [String: String] = [:]
  }

  /// The values of each document, in the order of the text, and what was diagnosed.
  static func annotate(_ texts: [Text], _ arguments: [String] = []) throws -> [(
    values: [String], diagnostics: [String]
  )] {
    let lines = try texts.enumerated().map { index, text in
      var record = text.metadata
      record["id"] = "d\(index)"
      record["text"] = text.text
      record["date"] = text.date
      return String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
    }
    let input = Data(lines.joined(separator: "\n").utf8)
    let run = try Program.run(
      ["annotate", "--format", "jsonl", "--input-format", "jsonl", "--keep-going"] + arguments + ["-"], input: input)
    #expect(run.status == 0, "\(run.errors)")
    return run.records.map { record in
      let annotations = record["annotations"] as? [[String: Any]] ?? []
      let values = annotations.filter { $0["type"] as? String == "timex" }.compactMap {
        ($0["features"] as? [String: Any])?["value"] as? String
      }
      let diagnostics = (record["diagnostics"] as? [[String: Any]] ?? []).compactMap { $0["message"] as? String }
      return (values, diagnostics)
    }
  }

  @Test(arguments: ["February 30", "13/13/2023", "2882015", "the 40th week", "2021-W53", "2023-02-29", "25:61"])
  func `what is no date gets no value`(words: String) throws {
    let found = try Self.annotate([Text(text: "It was due on \(words), he wrote.")])
    #expect(found.first?.values == [])
  }

  @Test func `a reference date that is no day is told by name and resolves nothing`() throws {
    let input = Data(#"{"id":"d","text":"They met on Wednesday.","date":"2023-02-29"}"#.utf8)
    let run = try Program.run("annotate", "--format", "jsonl", "--input-format", "jsonl", "-", input: input)
    #expect(run.status == 0)
    let record = try #require(run.records.first)
    let told = record["diagnostics"] as? [[String: Any]]
    #expect(told?.first?["code"] as? String == "I001")
    #expect((told?.first?["message"] as? String)?.contains("2023-02-29") == true)
    let values = (record["annotations"] as? [[String: Any]])?.compactMap { $0["features"] as? [String: Any] }
    #expect(values?.compactMap { $0["value"] as? String } == ["XXXX-WXX-3"])
  }

  /// Words of which the case decides what they mean.
  private static let ambiguous = #"(?i)\b(?:may|march|mar|sun|sat|second|fall|ad)\b"#

  /// The texts of the rules' own examples, without their marks; those of no date often turn on a name's capitals.
  private static func examples() throws -> [Text] {
    let folder = Program.checkout + "/rules/en/date-normalization/"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
    let example = #/^\s+- \{text: '(?<text>(?:[^']|'')*)'(?:, date: '?(?<date>[0-9-]+))?(?<rest>.*)/#
    return try files.flatMap { file in
      try String(contentsOfFile: folder + file, encoding: .utf8).split(separator: "\n").compactMap { line -> Text? in
        guard let match = line.firstMatch(of: example), !match.rest.contains("none: true") else { return nil }
        let text = match.text.replacing("''", with: "'").replacing("[[", with: "").replacing("]]", with: "")
        let style = match.rest.contains("colloquial") ? ["style": "colloquial"] : [:]
        return Text(text: String(text), date: match.date.map(String.init), metadata: style)
      }
    }
  }

  @Test func `capitals do not change the values of any example`() throws {
    let folder = try TemporaryFolder()
    let chain = try folder.write(
      "chain.yaml",
      "postil: 1\nsteps:\n  - module: date-normalization\n"
        + "    rules: [\(Program.checkout)/rules/en/date-normalization]\n")
    let texts = try Self.examples().filter { $0.text.range(of: Self.ambiguous, options: .regularExpression) == nil }
    #expect(texts.count > 300)
    let capitals = texts.map { Text(text: $0.text.uppercased(), date: $0.date, metadata: $0.metadata) }
    let found = zip(try Self.annotate(texts, ["--chain", chain]), try Self.annotate(capitals, ["--chain", chain]))
    for (text, pair) in zip(texts, found) {
      #expect(pair.0.values == pair.1.values, "\(text.text): \(pair.0.values), \(pair.1.values)")
    }
  }

  @Test func `numeric dates follow the setting, the document, or its language, else are told to be unsure`() throws {
    let text = "Signed on 05/06/2023."
    let found = try Self.annotate([
      Text(text: text), Text(text: text, metadata: ["language": "en-US"]),
      Text(text: text, metadata: ["language": "en-GB"]), Text(text: "Sent 25/06/2023. " + text),
    ])
    #expect(found.map { $0.values.last } == ["2023-XX-XX", "2023-05-06", "2023-06-05", "2023-06-05"])
    #expect(found.first?.diagnostics.isEmpty == false)
    for option in [["--set", "date-normalization.date-order=month-first"], ["--date-order", "month-first"]] {
      let set = try Self.annotate([Text(text: text)], option)
      #expect(set.first?.values ?? [] == ["2023-05-06"])
    }
  }

  @Test func `the style is chosen by setting or metadata`() throws {
    let text = "In 1941 it began. On June 22 they came."
    let found = try Self.annotate([Text(text: text), Text(text: text, metadata: ["style": "narrative"])])
    #expect(found.map { $0.values.last } == ["2023-06-22", "1941-06-22"])
    let short = try Self.annotate([Text(text: "see u tmr night")], ["--set", "date-normalization.style=colloquial"])
    #expect(short.first?.values ?? [] == ["2023-09-22TNI"])
  }

  @Test func `the additions of the documentation work as shown`() throws {
    let page = try String(contentsOfFile: Program.checkout + "/Documentation/Dates.md", encoding: .utf8)
    let folder = try TemporaryFolder()
    var name: String?
    var block: [Substring]?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("**"), line.hasSuffix("**") { name = String(line.dropFirst(2).dropLast(2)) }
      guard line.hasPrefix("```") else {
        block?.append(line)
        continue
      }
      if let lines = block, let file = name {
        _ = try folder.write(file, lines.joined(separator: "\n") + "\n")
        (block, name) = (nil, nil)
      } else {
        block = name == nil ? nil : []
      }
    }
    for addition in ["levant", "agency", "feast"] {
      let run = try Program.run("rules", "test", folder.path + "/" + addition)
      #expect(run.status == 0 && run.output.contains("3 examples, 0 failed"), "\(addition): \(run.output)\(run.errors)")
    }
  }
}
