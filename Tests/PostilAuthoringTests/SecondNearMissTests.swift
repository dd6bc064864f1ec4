import Foundation
import PostilModel
import Testing

@testable import PostilAuthoring
@testable import PostilPipeline

/// Rules that almost fire, in a chain with the four modules: the explanation names what kept each from it.
@Suite struct SecondNearMissTests {
  struct NearMiss: CustomTestStringConvertible {
    let rule: String
    let metadata: Features
    let text: String
    let place: Int
    /// What the reason must name.
    let facts: [String]
    /// Whether the explanation is known not to name it yet.
    let isOpen: Bool

    var testDescription: String { "\(rule): \(text)" }

    /// - Parameter line: Five cells: the rule; `name=value` of the document; the text with the place in double brackets,
    ///   `\n` and `\u….` in it; what the reason names, divided by ` & `; `open` if it does not yet.
    init?(_ line: Substring) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let marked = Self.unescaped(cells[2]), let open = marked.firstRange(of: "[[") else {
        return nil
      }
      rule = cells[0]
      let pair = cells[1].split(separator: "=").map(String.init)
      metadata = pair.count == 2 ? [pair[0]: .string(pair[1])] : [:]
      place = marked[..<open.lowerBound].utf8.count
      text = marked.replacing("[[", with: "").replacing("]]", with: "")
      facts = cells[3].components(separatedBy: " & ")
      isOpen = cells[4] == "open"
    }

    private static func unescaped(_ cell: String) -> String? {
      try? JSONDecoder().decode(String.self, from: Data("\"\(cell)\"".utf8))
    }

    func span(behind prefix: String) -> Span {
      Span(start: prefix.utf8.count + place, end: prefix.utf8.count + place)
    }

    func document(behind prefix: String) -> Document {
      let date = metadata["date"]?.string.map { DocumentDate(value: $0, origin: .record) }
      return Document(id: "d", text: prefix + text, metadata: metadata, date: date)
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("NearMisses/second").path

  static let list: [NearMiss] = {
    let text = (try? String(contentsOfFile: folder + "/list.tsv", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap(NearMiss.init)
  }()

  private static let build = Result {
    ChainBuilder(
      file: try ChainFile.find(folder + "/chain.yaml", from: folder), extraRules: [folder + "/rules.yaml"],
      moduleFolders: [URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path], overrides: []
    ).build()
  }

  @Test func `there are forty-seven, and their rules are right`() throws {
    #expect(Self.list.count == 47)
    #expect(try Self.build.get().diagnostics.isEmpty)
  }

  @Test(arguments: list, ["", "«é» 🙂\n\n"])
  func `the reason is named`(_ near: NearMiss, prefix: String) throws {
    let explanation = try Explanation(chain: try #require(try Self.build.get().chain))
    let reason = try #require(
      try explanation.reason(
        whyNot: near.rule, in: near.document(behind: prefix), at: near.span(behind: prefix)))
    if near.isOpen {
      withKnownIssue { #expect(near.facts.allSatisfy { reason.contains($0) }, "\(reason)") }
    } else {
      #expect(near.facts.allSatisfy { reason.contains($0) }, "\(reason)")
    }
  }
}
