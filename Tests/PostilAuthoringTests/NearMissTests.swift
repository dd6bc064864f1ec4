import Foundation
import PostilModel
import PostilRules
import PostilText
import Testing

@testable import PostilAuthoring
@testable import PostilPipeline

/// Rules that almost fire: the explanation names what kept each from it.
@Suite struct NearMissTests {
  struct NearMiss: CustomTestStringConvertible {
    let rule: String
    let text: String
    let place: Int
    let reason: String

    var testDescription: String { "\(rule): \(text)" }

    /// - Parameter line: The rule, the text with the place in double brackets, and a part of the reason, divided by tabs.
    init?(_ line: Substring) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 3, let open = cells[1].firstRange(of: "[[") else { return nil }
      rule = "near/\(cells[0])"
      place = cells[1][..<open.lowerBound].utf8.count
      text = cells[1].replacing("[[", with: "").replacing("]]", with: "")
      reason = cells[2]
    }
  }

  private static func file(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("NearMisses/\(name)")
  }

  static let list: [NearMiss] = {
    let text = (try? String(contentsOf: file("list.tsv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap(NearMiss.init)
  }()

  private static func explanation() throws -> Explanation {
    let path = file("rules.yaml").path
    let loaded = RuleLoader(manifests: []).load([RuleFile(path: path, displayName: "rules.yaml")])
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    let chain = Chain(steps: [(nil, loaded.rulesets, [:])], textAnalyzer: TextAnalyzer(language: .none))
    return try Explanation(chain: chain)
  }

  @Test func `there are thirty near misses and more`() { #expect(Self.list.count >= 30) }

  @Test(arguments: list, ["", "«é» 🙂\n\n"])
  func `the reason is named`(_ near: NearMiss, prefix: String) throws {
    let document = Document(id: "d", text: prefix + near.text)
    let offset = prefix.utf8.count + near.place
    let reason = try #require(
      try Self.explanation().reason(whyNot: near.rule, in: document, at: Span(start: offset, end: offset)))
    #expect(reason.contains(near.reason), "\(reason)")
  }

  @Test func `an account names captures, rows, features and winners`() throws {
    let document = Document(id: "d", text: "é the Upper River Council saw a Siege Tower")
    let account = try Self.explanation().account(of: document, at: Span(start: 0, end: document.text.utf8.count))
    #expect(account.contains("near/long  t  'Upper River Council'"))
    #expect(account.contains("won its place from near/short 'River Council'"))
    #expect(account.contains("lost its place to near/long 'Upper River Council'"))
    #expect(account.contains("term = 'Siege Tower'  (weapon: term=siege tower)"))
  }
}
