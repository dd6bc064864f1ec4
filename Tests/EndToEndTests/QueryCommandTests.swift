import Foundation
import Testing

/// Questions to a store as people type them.
@Suite struct QueryCommandTests {
  /// A store of one document, made with a ruleset of one rule.
  private static func store(_ folder: TemporaryFolder) throws -> String {
    let rules =
      "postil: 1\nruleset: own\nrules:\n  - {id: x, type: person, pattern: '(?<n>محمّد|Oʼneil)', features: {entity: '${n}'}}\n"
    _ = try folder.write("rules/own.yaml", rules)
    let chain = try folder.write("postil.yaml", "postil: 1\nlanguage: en\nsteps:\n  - rules: [rules]\n")
    let document = try folder.write("d.txt", "«é» التقى محمّد شياع the al-Sudani of Oʼneil.")
    let path = folder.path + "/s.sqlite"
    let run = try Program.run("annotate", "--quiet", "--chain", chain, "--store", path, document)
    #expect(run.status == 0, "\(run.errors)")
    return path
  }

  @Test(arguments: ["9e999", "-9e999", "1e308 * 10", "sum(9e999)"])
  func `a number without end is null in JSON, which has none`(_ number: String) throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      "query", try Self.store(folder), "--format", "json", "SELECT \(number) AS x, 0.5 AS y FROM documents")
    #expect(run.output == #"{"x":null,"y":0.5}"# + "\n", "\(run.errors)")
  }

  private static let search = "SELECT count(*) AS n FROM documents_text WHERE documents_text MATCH "

  @Test func `texts and names are found without their marks, and quotes that are amiss are told`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    for words in ["'محمد'", "'محمّد'", "'\"al-Sudani\"'", "'\"O''Neil\"'", "'O’Neil'"] {
      #expect(try Program.run("query", store, Self.search + words).output == "n\n1\n", "\(words)")
    }
    let names = try Program.run(
      "query", store, "SELECT entity FROM entities WHERE entity_search = searchable('O''NEIL')")
    #expect(names.output == "entity\nOʼneil\n")
    for (words, help) in [("'al-Sudani'", #"MATCH '"al-Sudani"'"#), ("'O'Neil'", #"MATCH '"O''Neil"'"#)] {
      let run = try Program.run("query", store, Self.search + words)
      #expect(run.status == 2)
      #expect(run.errors.contains(help), "\(run.errors)")
    }
  }

  @Test(arguments: ["-- how many\n", "--\n", "--a=1\n", "--format=csv\n", "--é ü\n-- more\n", "--\r\n"])
  func `SQL may begin with a comment`(_ comment: String) throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let run = try Program.run("query", "--format", "csv", store, comment + "SELECT count(*) AS n FROM documents")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "n\r\n1\r\n")
  }
}
