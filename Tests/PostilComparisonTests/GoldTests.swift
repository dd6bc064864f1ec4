import Foundation
import PostilRecords
import Testing

@testable import PostilComparison

/// Gold in brat's and CoNLL's forms: read to its end, held against the text, or refused.
@Suite struct GoldTests {
  static let prefixes = ["", "é ", "👩‍👩‍👧 ", "العراق "]

  /// Goes when the test has ended.
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func record(_ text: String, _ items: [ReportRecord.Item] = []) -> ReportRecord {
    ReportRecord(id: "d", text: text, items: items)
  }

  private func item(_ type: String, _ words: String, in text: String) -> ReportRecord.Item {
    let range = text.range(of: words)!
    let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
    return ReportRecord.Item(id: "", type: type, start: start, end: start + words.unicodeScalars.count, text: words)
  }

  private func brat(_ text: String, _ lines: [String], end: String = "\n") throws -> Gold {
    _ = try folder.write("d.txt", raw: text)
    _ = try folder.write("d.ann", raw: lines.map { $0 + end }.joined())
    return try GoldReader.gold(at: folder.path)
  }

  private func conll(_ text: String) throws -> Gold { try GoldReader.gold(at: folder.write("d.conll", raw: text)) }

  private func spans(_ gold: Gold) -> [String] {
    gold.documents.flatMap(\.items).map { "\($0.type) \($0.start)-\($0.end)" }
  }

  @Test(arguments: ["\n", "\r\n", "\r"], prefixes)
  func `an ann is read to its end whatever its line ends`(_ end: String, _ prefix: String) throws {
    let text = prefix + "President Karim Salman met aides in Basra."
    let at = prefix.unicodeScalars.count
    let gold = try brat(
      text,
      [
        "T1\tperson \(at + 10) \(at + 22)\tKarim Salman", "T2\tlocation \(at + 36) \(at + 41)\tBasra",
        "T3\tlocation \(at) \(at + 9)\tPresident",
      ], end: end)
    let found = [item("person", "Karim Salman", in: text), item("location", "Basra", in: text)]
    let scores = try Evaluator.evaluation(gold: gold, report: [record(text, found)]).types.last?.strict
    #expect(scores == Evaluation.Score(right: 2, system: 2, gold: 3))
  }

  @Test func `words that do not stand at their span are refused, and the shift is named`() throws {
    let text = "One\r\ntwo\r\nKarim Salman left."
    let error = #expect(throws: ReportError.self) { try brat(text, ["T1\tperson 8 20\tKarim Salman"]) }
    #expect(error?.description.contains("line 1") == true)
    #expect(error?.description.contains("stand 2 code points later, one for each line end") == true)
    let other = #expect(throws: ReportError.self) { try brat("é Bob", ["T1\tperson 2 5\tAnn"]) }
    #expect(other?.description.contains("says 'Ann', but 'Bob' stands there") == true)
    let beyond = #expect(throws: ReportError.self) { try brat("é Bob", ["T1\tperson 2 9\tBob"]) }
    #expect(beyond?.description.contains("beyond the text, which has 5 code points") == true)
    let jsonl = try folder.write(
      "g.jsonl", [#"{"id":"d","text":"é Bob","annotations":[{"type":"person","start":0,"end":3,"text":"Bob"}]}"#])
    let third = #expect(throws: ReportError.self) {
      _ = try Evaluator.evaluation(gold: GoldReader.gold(at: jsonl), report: [record("é Bob")])
    }
    #expect(third?.description.contains("2 code points later") == true)
  }

  @Test func `spans in parts and of no length are told, notes for people are no features`() throws {
    let gold = try brat(
      "Ann and Bob Lee\nCo. left.",
      [
        "T1\tperson 0 3;12 15\tAnn Lee", "T2\torganization 12 15;16 19\tLee Co.", "T3\tperson 4 4\t",
        "#1\tAnnotatorNotes T1\tlooks odd", "#2\tAnnotatorNotes T2\t{\"entity\":\"Lee\"}", "A1\tRole T1 envoy",
        "E1\tMove:T1",
      ])
    #expect(spans(gold) == ["person 0-15", "organization 12-19"])
    #expect(gold.documents[0].items.map { $0.features.map(\.name) } == [["Role"], ["entity"]])
    #expect(gold.notes.contains("annotations of no length are left out: d T3"))
    #expect(gold.notes.contains { $0.contains("first to their last code point: d T1") && !$0.contains("T2") })
    let report = [record("Ann and Bob Lee\nCo. left.")]
    #expect(try Evaluator.evaluation(gold: gold, report: report).text().contains("of no length"))
  }

  @Test func `an ann without its text is proved against the report's`() throws {
    let path = try folder.write("d.ann", ["T1\tperson 2 5;10 13\tAnn Lee", "T2\tperson 6 9\tBob"])
    let gold = try GoldReader.gold(at: path)
    let text = "é Ann Bob Lee"
    let found = ReportRecord.Item(id: "", type: "person", start: 2, end: 13, text: "Ann Bob Lee")
    let scores = try Evaluator.evaluation(gold: gold, report: [record(text, [found, item("person", "Bob", in: text)])])
    #expect(scores.types.last?.strict.right == 2)
    #expect(gold.notes.contains { $0.contains("first to their last code point: d T1") })
    #expect(throws: ReportError.self) { try Evaluator.evaluation(gold: gold, report: [record("ee Ann Rob Lee")]) }
  }

  @Test(arguments: [0, 1])
  func `a byte order mark is no part of the text, whether it was counted or not`(_ counted: Int) throws {
    let gold = try brat("\u{FEFF}é Bob left", ["T1\tperson \(2 + counted) \(5 + counted)\tBob"])
    let text = "é Bob left"
    let scores = try Evaluator.evaluation(gold: gold, report: [record(text, [item("person", "Bob", in: text)])])
    #expect(scores.types.last?.strict.right == 1)
    let marked = try conll("\u{FEFF}é\tO\nBob\tB-PER\nleft\tO\n")
    let again = try Evaluator.evaluation(gold: marked, report: [record(text, [item("person", "Bob", in: text)])])
    #expect(again.types.last?.strict.right == 1)
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let labels: String
    let scheme: String
    let names: [String]
  }

  static let cases = [
    Case(
      testDescription: "IOB1: a sentence ends a name", labels: "I-PER I-PER | I-PER I-PER", scheme: "IOB1",
      names: ["person 0-2", "person 2-4"]),
    Case(
      testDescription: "IOB1: B parts two names", labels: "I-PER B-PER O I-LOC", scheme: "IOB1",
      names: ["person 0-1", "person 1-2", "location 3-4"]),
    Case(
      testDescription: "IOB2", labels: "B-PER I-PER B-PER O B-ORG", scheme: "IOB2",
      names: ["person 0-2", "person 2-3", "organization 4-5"]),
    Case(
      testDescription: "IOB2 with a bare I", labels: "B-PER O I-PER I-LOC", scheme: "IOB2, where 2 names begin with I-",
      names: ["person 0-1", "person 2-3", "location 3-4"]),
    Case(
      testDescription: "BILUO", labels: "B-PER I-PER L-PER U-LOC O U-PER", scheme: "BILUO",
      names: ["person 0-3", "location 3-4", "person 5-6"]),
    Case(
      testDescription: "IOBES", labels: "S-PER B-PER E-PER S-PER O", scheme: "IOBES",
      names: ["person 0-1", "person 1-3", "person 3-4"]),
    Case(
      testDescription: "plain labels", labels: "PERSON PERSON O LOCATION | LOCATION", scheme: "plain labels",
      names: ["person 0-2", "location 3-4", "location 4-5"]),
    Case(testDescription: "types with a hyphen", labels: "B-WORK-OF I-WORK-OF", scheme: "IOB2", names: ["work-of 0-2"]),
  ]

  @Test(arguments: cases)
  func `the scheme of labels is known and named`(_ c: Case) throws {
    let rows = c.labels.split(separator: " ").enumerated().map { $1 == "|" ? "" : "t\($0) \($1)" }
    let gold = try conll(rows.joined(separator: "\n") + "\n")
    #expect(spans(gold) == c.names)
    #expect(gold.notes.first?.contains("labels read as \(c.scheme)") == true)
  }

  @Test(arguments: [
    ("a PER-B\nb PER-I\n", "'PER-B'"), ("a X-PER\n", "'X-PER'"), ("a B-PER\nb PERSON\n", "'PERSON'"),
    ("a B-PER\nb L-PER\nc S-PER\n", "'L-PER'"), ("a\nb O\n", "line 1 has one column"),
    ("a NN O\nb O\n", "line 2 has 2 columns"),
  ])
  func `other labels and rows are refused by name`(_ text: String, _ told: String) {
    let error = #expect(throws: ReportError.self) { try conll(text) }
    #expect(error?.description.contains(told) == true, "\(error?.description ?? "")")
  }

  @Test func `a hash is a token, and documents have the ids that the file gives`() throws {
    let gold = try conll(
      "# id = a\n# B-PER\n1 I-PER\n\n-DOCSTART- (b)\n\n# text = x y\n#x O\n\n-DOCSTART- -X-\n# id = c\nz O\n-DOCSTART- O\ny U-LOC\n"
    )
    #expect(gold.documents.map(\.id) == ["a", "b", "c", "4"])
    #expect(gold.documents.map(\.isUnnamed) == [false, false, false, true])
    #expect(spans(gold) == ["person 0-2", "location 0-1"])
    guard case .tokens(let tokens) = gold.documents[0].text else { return }
    #expect(tokens == ["#", "1"])
  }

  @Test func `documents without ids are paired by their order, and that is told`() throws {
    let gold = try conll("-DOCSTART- -X- O O\n\nAnn NN x B-PER\n\n-DOCSTART- -X- O O\n\nBob NN x B-PER\n")
    let report = [("x", "Ann"), ("y", "Bob")].map { id, name in
      ReportRecord(id: id, text: name, items: [item("person", name, in: name)])
    }
    let evaluation = try Evaluator.evaluation(gold: gold, report: report)
    #expect(evaluation.types.last?.strict.right == 2)
    #expect(evaluation.notes.contains { $0.contains("in their order") })
  }

  @Test(arguments: prefixes)
  func `tokens of the Penn Treebank are found, others that do not follow are refused`(_ prefix: String) throws {
    let text = prefix + "“Ann” (Lee) left"
    let lines = (prefix.isEmpty ? "" : prefix.trimmingCharacters(in: .whitespaces) + " O\n")
    let gold = try conll(lines + "`` O\nAnn B-PER\n'' O\n-LRB- O\nLee B-PER\n-RRB- O\n")
    let found = [item("person", "Ann", in: text), item("person", "Lee", in: text)]
    #expect(try Evaluator.evaluation(gold: gold, report: [record(text, found)]).types.last?.strict.right == 2)
    let error = #expect(throws: ReportError.self) {
      _ = try Evaluator.evaluation(gold: try conll(lines + "Lee B-PER\n"), report: [record(text)])
    }
    #expect(error?.description.contains("'Lee' does not follow") == true)
  }

  @Test func `gold with sets in its ids finds the records of these sets`() throws {
    _ = try folder.write("set/d.txt", raw: "é Bob")
    _ = try folder.write("set/d.ann", raw: "T1\tperson 2 5\tBob\n")
    let gold = try GoldReader.gold(at: folder.path)
    let found = item("person", "Bob", in: "é Bob")
    let named = ReportRecord(id: "d.txt", set: "set", text: "é Bob", items: [found])
    #expect(try Evaluator.evaluation(gold: gold, report: [named]).types.last?.strict.right == 1)
    let error = #expect(throws: ReportError.self) {
      _ = try Evaluator.evaluation(gold: gold, report: [ReportRecord(id: "e", text: "x")])
    }
    #expect(error?.description.contains("the gold has 'set/d', the report 'e'; give the folder below") == true)
  }
}
