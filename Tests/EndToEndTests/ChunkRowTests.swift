import Testing

/// Rows of the table of chunks that a user adds, without a compiler.
@Suite struct ChunkRowTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let row = """
    postil: 1
    ruleset: my.chunks
    module: entity-extraction
    rules:
      - id: word-and-quarvil
        title: A word before Quarvil is a ship
        type: misc
        priority: 1
        frame: 'chunk[2] last[place-head] first[unknown] -> sure'
        examples:
          - 'They boarded the [[Torvex Quarvil]] at noon.'
          - {text: 'They boarded the quarvil at noon.', none: true}
      - {id: head, type: part, features: {part: place-head}, pattern: '\\bQuarvil\\b'}

    """

  private func names(_ text: String, _ arguments: String...) throws -> [String] {
    let document = try folder.write("d.txt", text)
    let run = try Program.run(["annotate", "--quiet", "--format", "jsonl"] + arguments + [document])
    #expect(run.status == 0, "\(run.errors)")
    let found = run.records.first?["annotations"] as? [[String: Any]] ?? []
    return found.filter { $0["type"] as? String != "timex" }.map { annotation in
      let by = annotation["by"] as? [String: String]
      return "\(annotation["text"] ?? ""): \(annotation["type"] ?? "") \(by?["decision"] ?? "")"
    }
  }

  @Test(arguments: ["", "👩‍👩‍👧 «é» "])
  func `a row in a user's folder decides before the shipped ones`(prefix: String) throws {
    let rules = try folder.write("r.yaml", Self.row)
    let text = prefix + "They boarded the Torvex Quarvil at noon."
    #expect(try names(text, "--rules", rules) == ["Torvex Quarvil: misc my.chunks/word-and-quarvil"])
    #expect(try names(text) == [])
    let test = try Program.run(["rules", "test", rules])
    #expect(test.output.contains("2 examples, 0 failed"), "\(test.errors)")
  }

  @Test func `a row that cannot be read is told at its place`() throws {
    let rules = try folder.write("r.yaml", Self.row.replacing("first[unknown]", with: "frist[unknown]"))
    let check = try Program.run(["rules", "check", "--errors-only", rules])
    #expect(check.status == 1)
    #expect(
      check.errors.contains("r.yaml:9:12: error: module 'entity-extraction' cannot read the frame of rule"),
      "\(check.errors)")
    #expect(check.errors.contains("'frist' is none of chunk, piece"), "\(check.errors)")
  }

  @Test func `coverage tells the rows that never decided`() throws {
    let document = try folder.write("d.txt", "They met at the Velmora Water Authority in Torvex Street.")
    let run = try Program.run(["rules", "coverage", "--only", "en.entities.chunks", document])
    #expect(run.output.contains("rule en.entities.chunks/personal-words\n"), "\(run.errors)")
    #expect(!run.output.contains("rule en.entities.chunks/organization-head\n"))
    #expect(!run.output.contains("rule en.entities.chunks/place-head\n"))
  }
}
