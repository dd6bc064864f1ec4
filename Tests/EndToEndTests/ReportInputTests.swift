import Foundation
import Testing

/// Reports fed back: nothing is lost on the way.
@Suite struct ReportInputTests {
  private static let modules = ["date-normalization", "entity-extraction", "statement-sentiment", "poll-detection"]
  private static let given = modules.flatMap { ["--set", "\($0).given=only"] }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The report of `inputs`, and that of the report itself with what it brings kept alone.
  private func roundTrip(_ inputs: [String]) throws -> (first: String, second: String) {
    let first = try Program.run(["annotate", "--format", "jsonl", "--keep-going"] + inputs)
    let path = try folder.write("first.jsonl", first.output)
    let second = try Program.run(["annotate", "--format", "jsonl", "--keep-going"] + Self.given + [path])
    #expect(first.status == 0 && second.status == 0, "\(first.errors)\(second.errors)")
    return (first.output, second.output)
  }

  @Test func `a report annotated again with what it brings is the same report`() throws {
    let metadata = #""zeta":1,"alpha":[1,{"b":[[[[2]]]]}],"post":1234567890123456789,"set":"é","date":"2024-03-13""#
    let text =
      #"“We are proud,” Prime Minister Ada Brandt told 👩‍👩‍👧 reporters on Friday. “We did it together.” The Bank of Korr said on March 3 that “talks, which Brandt says are slow, go on.”\n\nWould you vote for Brandt?\n( ) Yes\n( ) No\nVote"#
    let records = try folder.write(
      "d.jsonl",
      #"{"id":"a",\#(metadata),"text":"\#(text)"}"# + "\n" + #"{"id":"b","text":"é","date":"never"}"# + "\n"
        + #"{"id":"c","text":""}"# + "\n" + #"{"id":"d","text":5}"#)
    let (first, second) = try roundTrip(["seeds", records])
    #expect(!first.isEmpty)
    #expect(first == second)
    for kind in [#""kinds":{"parts":"list of span""#, #""nestedIn":"annotation""#, #""post":1234567890123456789"#] {
      #expect(first.contains(kind), "the texts show no \(kind)")
    }
  }

  @Test func `a report and its round trip have one summary and no difference`() throws {
    let (first, second) = try roundTrip(["seeds"])
    let (a, b) = (try folder.write("a.jsonl", first), try folder.write("b.jsonl", second))
    let summaries = try [a, b].map { path in
      let file = path + ".summary"
      #expect(try Program.run("summarize", path, "-o", file).status == 0)
      return try Data(contentsOf: URL(fileURLWithPath: file))
    }
    #expect(summaries[0] == summaries[1])
    #expect(try Program.run("diff", a, b).output.hasPrefix("0 differences"))
  }

  @Test func `what a ruleset without a module has found is not found twice`() throws {
    let rules = try folder.write(
      "r.yaml",
      """
      postil: 1
      ruleset: my.weapons
      types: {weapon: {features: {name: string}}}
      rules:
        - {id: drone, type: weapon, pattern: '(?<name>drone)', features: {name: '${name}'}}
      """)
    let first = try Program.run(
      "annotate", "--format", "jsonl", "--rules", rules, try folder.write("t.txt", "é A drone and a drone."))
    let path = try folder.write("w.jsonl", first.output)
    let again = try Program.run(
      ["annotate", "--format", "jsonl", "--rules", rules] + Self.given + [path])
    #expect(again.output == first.output)
    #expect((again.records.first?["annotations"] as? [Any])?.count == 2)
  }

  @Test func `metadata nested deeper than modules are shown stay in the report`() throws {
    let deep = String(repeating: "[", count: 450) + String(repeating: "]", count: 450)
    let path = try folder.write("d.jsonl", #"{"id":"a","deep":\#(deep),"text":"They met on Friday."}"#)
    let run = try Program.run("annotate", "--format", "jsonl", path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(#""deep":\#(deep)"#))
    #expect(run.output.contains("timex"))
  }
}
