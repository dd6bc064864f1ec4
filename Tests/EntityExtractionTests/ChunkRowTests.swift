import PostilModuleKit
import Testing

@testable import EntityExtraction

/// How rows of the table of chunks are read, and in which order they are tried.
@Suite struct ChunkRowTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let fault: String
  }

  static let cases = [
    Case(testDescription: "no outcome", text: "name[2]", fault: "a row has one '->' before what it makes"),
    Case(
      testDescription: "two outcomes", text: "name[2] -> sure -> likely",
      fault: "a row has one '->' before what it makes"
    ),
    Case(
      testDescription: "an unknown outcome", text: "name[2] -> größer",
      fault: "'größer' is nothing that a row makes; write supposed, likely, sure, by-context, otherwise or if-repeated"),
    Case(
      testDescription: "no words", text: "first[surname] -> sure",
      fault: "a row names the words that it takes: chunk, piece, name, person, rest, lead"),
    Case(
      testDescription: "an unknown place", text: "name frist[surname] -> sure",
      fault:
        "'frist' is none of chunk, piece, name, person, rest, lead, and no place of words: first, last, head, all, others, any, leading"
    ),
    Case(
      testDescription: "an open bracket", text: "name[2 -> sure", fault: "'name[2 ' has a bracket that is not closed"),
    Case(
      testDescription: "a place without a test", text: "name first -> sure",
      fault: "a place of words needs a test in brackets"),
  ]

  @Test(arguments: cases)
  func `what cannot be read is told with the rule`(_ c: Case) throws {
    let error = try #require(throws: FrameError.self) { try ChunkRowText.row(c.text, kind: .person, rule: "my/é") }
    #expect("\(error)" == "my/é: \(c.fault)")
  }

  @Test(arguments: [("name first[surnam] -> sure", "surnam"), ("name[!headings] -> sure", "headings")])
  func `an unknown test is told with all that there are`(text: String, name: String) throws {
    let error = try #require(throws: FrameError.self) { try ChunkRowText.row(text, kind: .person, rule: "my/r") }
    #expect(error.fault.hasPrefix("'\(name)' is "))
    #expect(
      error.fault.contains(name == "surnam" ? "given-name, surname, word" : "context=person|context=organization"))
  }

  @Test func `a row tells what of its words decides`() throws {
    let row = try ChunkRowText.row(
      "chunk[>1] head|last[organization-head] all[personal|surname] -> likely", kind: .organization, rule: "my/r")
    #expect(row.decidingTraits == .organizationHead)
    #expect(!row.isByNeighbour && !row.isBehindTitle && row.outcome == .name(.likely))
    let behind = try ChunkRowText.row("piece[behind-title] -> sure", kind: .person, rule: "my/s")
    #expect(behind.isBehindTitle && behind.decidingTraits == .title)
    let beside = try ChunkRowText.row("name[context=person !title] -> by-context", kind: .person, rule: "my/t")
    #expect(beside.isByNeighbour)
  }

  @Test(arguments: ["", "é 👩‍👩‍👧 العراق "])
  func `the first row whose conditions hold decides`(prefix: String) throws {
    let made = HandMade("Ildra Torvex", behind: prefix, [])
    let rows = try [
      ("a", NameKind.misc, "name[>2] -> sure"), ("b", .location, "name[2] -> likely"), ("c", .person, "name -> sure"),
    ].map { try ChunkRowText.row($0.2, kind: $0.1, rule: $0.0) }
    let words = ChunkWord.words(of: made.span("Ildra Torvex"), in: made.document, made.known)
    let found = [rows, rows.reversed()].map { rows in
      ChunkJudge(known: made.known, contexts: ContextIndex(made.document), table: ChunkTable(rows))
        .judge(words[...], ChunkPhrase.Setting()).map { "\($0.row?.rule ?? "") \($0.certainty.name)" }
    }
    #expect(found == [["b likely"], ["c sure"]])
  }

  @Test func `a type that is no kind of names is refused`() throws {
    let error = try #require(throws: FrameError.self) {
      try ChunkTable([FrameRule(rule: "my/r", type: "timex", text: "name -> sure")])
    }
    #expect("\(error)" == "my/r: 'timex' is no kind of names")
  }

  @Test func `a weight that nobody knows is refused`() throws {
    let rows = [
      ("vote sure", "9"), ("vote likely", "3"), ("vote supposed", "1"), ("heading words", "4"),
      ("heading small", "0.25"), ("heading commas", "0.2"), ("wrapped line", "50"), ("town population", "1000"),
      ("vote of all", "1"),
    ].map { ModuleTable.Row([("weight", $0.0), ("value", $0.1)]) }
    #expect(throws: (any Error).self) { try NameWeights(ModuleTable(name: "weights", rows: rows)) }
    let known = try NameWeights(ModuleTable(name: "weights", rows: Array(rows.dropLast())))
    #expect(known.votes.weight(of: .likely) == 3)
    #expect(known.heading.isHeading(words: 8, small: 1, commas: 0))
    #expect(!known.heading.isHeading(words: 8, small: 2, commas: 0))
    #expect(!known.heading.isHeading(words: 8, small: 1, commas: 2))
    #expect(!known.heading.isHeading(words: 3, small: 0, commas: 0))
  }
}
