import Foundation
import PostilModel
import Testing

@testable import PostilAuthoring

/// Rules with choices, events, lemmas, evidence and lookaheads that almost fire: the explanation names what kept each from it.
@Suite struct ThirdNearMissTests {
  struct NearMiss: CustomTestStringConvertible {
    let rule: String
    let text: String
    let place: Int
    /// What the reason must name.
    let facts: [String]
    /// Whether the explanation is known not to name it yet.
    let isOpen: Bool

    var testDescription: String { "\(rule): \(text)" }

    /// - Parameter line: Four cells: the rule; the text with the place in double brackets; what the reason names, divided by
    ///   ` & `; `open` if it does not yet.
    init?(_ line: Substring) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4, let open = cells[1].firstRange(of: "[[") else { return nil }
      rule = cells[0]
      place = cells[1][..<open.lowerBound].utf8.count
      text = cells[1].replacing("[[", with: "").replacing("]]", with: "")
      facts = cells[2].components(separatedBy: " & ")
      isOpen = cells[3] == "open"
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("NearMisses/third").path

  static let list: [NearMiss] = {
    let text = (try? String(contentsOfFile: folder + "/list.tsv", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap(NearMiss.init)
  }()

  private static let chain = Result {
    try RuleRun.chain(
      try String(contentsOfFile: folder + "/rules.yaml", encoding: .utf8),
      with: ["verbs.tsv": try String(contentsOfFile: folder + "/verbs.tsv", encoding: .utf8)], inEnglish: true)
  }

  @Test func `there are forty-two`() { #expect(Self.list.count == 42) }

  @Test(arguments: list, ["", "«é» 🙂\n\n"])
  func `the reason is named`(_ near: NearMiss, prefix: String) throws {
    let explanation = try Explanation(chain: try Self.chain.get())
    let place = prefix.utf8.count + near.place
    let reason = try #require(
      try explanation.reason(
        whyNot: "third/\(near.rule)", in: Document(id: "d", text: prefix + near.text),
        at: Span(start: place, end: place)))
    withKnownIssue("not told yet", isIntermittent: false) {
      #expect(near.facts.allSatisfy { reason.contains($0) }, "\(reason)")
    } when: {
      near.isOpen
    }
  }
}
