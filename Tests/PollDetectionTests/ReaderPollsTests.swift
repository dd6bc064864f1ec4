import Foundation
import PostilTestSupport
import Testing

/// Polls of readers through the shipped rules: layouts, and what looks like one.
@Suite struct ReaderPollsTests {
  private static let layouts = Layout.polls + Layout.lookalikes
  /// What may stand before a poll, whose lines then end in CR LF.
  private static let prefixes = ["", "👩‍👩‍👧 العراق"]

  private static let found = Result {
    try Annotator.annotate(prefixes.flatMap { prefix in layouts.map { written($0.text, behind: prefix) } })
  }

  private static func written(_ text: String, behind prefix: String) -> String {
    guard !prefix.isEmpty else { return text }
    return (prefix + " words.\n\n\n\n\n" + text).split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
  }

  @Test(arguments: Array(layouts.enumerated()), Array(prefixes.indices))
  func `lines are read as polls`(_ numbered: (Int, Layout), prefix: Int) throws {
    let (number, layout) = numbered
    // A report of an opinion poll is none of readers.
    let polls = try Self.found.get()[prefix * Self.layouts.count + number]
      .filter { $0.type == "poll" && $0["kind"] == "reader" }
    try #require(polls.count == layout.polls.count)
    for (poll, wanted) in zip(polls, layout.polls) {
      for (name, value) in wanted { #expect(poll[name] == value, "\(name)") }
    }
  }

  /// A text and the words of it that its poll covers.
  static let spans = [
    (
      "News.\n\nPOLL\nTrams or buses?\n○ Trams\n○ Buses\n1,204 votes\n\nMore news.",
      "POLL\nTrams or buses?\n○ Trams\n○ Buses\n1,204 votes"
    ),
    (
      "It rained. Poll: Should it stop? Yes 61%, No 39% (12 votes). It went on.",
      "It rained. Poll: Should it stop? Yes 61%, No 39% (12 votes)"
    ),
    ("Trams for all\nTrams for all\nHave your say\n\nNews", "Trams for all\nTrams for all\nHave your say"),
  ]

  @Test(arguments: spans, ["", "é", "👩‍👩‍👧 العراق"])
  func `a poll goes from its label to its votes`(_ c: (text: String, words: String), prefix: String) throws {
    let found = try Annotator.annotate([prefix.isEmpty ? c.text : prefix + " words.\n\n\n\n\n" + c.text])[0]
    #expect(found.filter { $0.type == "poll" }.map(\.text) == [c.words])
  }

  @Test func `a poll says what its score is made of`() throws {
    let text = "POLL\nShould the pier be sold?\nYes 61%\nNo 39%\n1,204 votes"
    let poll = try #require(try Annotator.annotate([text])[0].first { $0.type == "poll" })
    #expect(
      poll["evidence"] == "answer|share|shares add up|usual answer|scale|question mark|label|votes"
        && (poll["score"].flatMap(Double.init) ?? 0) > 10)
  }

  @Test func `a higher threshold takes fewer lines for a poll`() throws {
    let text = "The mayor should resign\nStrongly disagree\nDisagree\nAgree\nStrongly agree"
    #expect(try Annotator.annotate([text])[0].count { $0.type == "poll" } == 1)
    let strict = try Annotator.annotate([text], arguments: ["--set", "poll-detection.reader-threshold=9"])[0]
    #expect(!strict.contains { $0.type == "poll" })
  }

  @Test func `a prompt alone is rejected, and told on request`() throws {
    let shown = try Annotator.annotate(
      ["Have your say"], arguments: ["--set", "poll-detection.lookalikes=reported"])[0]
    #expect(shown.filter { $0.type == "rejected-poll" }.map { $0["reason"] } == ["no answers and not repeated"])
  }

  @Test func `what would be a poll but for other words is told with them`() throws {
    let shown = try Annotator.annotate(
      ["Sample ballot\n\nShould the pier be sold?\n○ Yes\n○ No"],
      arguments: ["--set", "poll-detection.lookalikes=reported"])[0]
    let rejected = shown.filter { $0.type == "rejected-poll" }
    #expect(rejected.map { $0["reason"] } == ["a lookalike"] && rejected.map { $0["evidence"] } == ["Sample ballot"])
  }

  @Test func `a row of one’s own changes one weight`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("postil-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("postil: 1\nruleset: own\nmodule: poll-detection\ntables: {reader: {file: own.tsv}}\nrules: []\n".utf8)
      .write(to: folder.appendingPathComponent("own.yaml"))
    try Data("term\tvalue\ncircle\t9\n".utf8).write(to: folder.appendingPathComponent("own.tsv"))
    let text = "POLL\nTrams or buses?\n○ Trams\n○ Buses"
    let shipped = try #require(try Annotator.annotate([text])[0].first { $0.type == "poll" })
    let own = try #require(
      try Annotator.annotate([text], arguments: ["--rules", folder.path])[0].first { $0.type == "poll" })
    let scores = [shipped, own].compactMap { $0["score"].flatMap(Double.init) }
    #expect(scores.count == 2 && scores[1] - scores[0] == 7)
  }
}
