import PostilModel
import Testing

@testable import PostilModuleHost

/// Where names are found: `NameSearch`.
@Suite struct NameSearchTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let names: [String]
    /// What was found, the name's index and the words, in order.
    let expected: [String]

    init(_ description: String, _ text: String, _ names: [String], _ expected: [String]) {
      testDescription = description
      self.text = text
      self.names = names
      self.expected = expected
    }
  }

  static let cases = [
    Case("every place", "Korr met Korr", ["Korr"], ["0 Korr", "0 Korr"]),
    Case("no part of a word", "Korrland , Korr", ["Korr"], ["0 Korr"]),
    Case("a possessive", "Korr’s Korr's", ["Korr"], ["0 Korr", "0 Korr"]),
    Case("another ending", "Korr’d Korr's’s", ["Korr"], []),
    Case("several words", "Mira Kostrel met Mira", ["Mira Kostrel"], ["0 Mira Kostrel"]),
    Case("any white space", "Mira  Kostrel Mira\nKostrel", ["Mira Kostrel"], ["0 Mira  Kostrel", "0 Mira\nKostrel"]),
    Case("a space that is none of ASCII", "Mira\u{A0}Kostrel", ["Mira\u{2003}Kostrel"], ["0 Mira\u{A0}Kostrel"]),
    Case("white space around a name", "Mira sailed", ["  Mira "], ["0 Mira"]),
    Case(
      "names with one beginning", "Mira Kostrel", ["Mira", "Mira Kostrel", "Mira Holm"], ["0 Mira", "1 Mira Kostrel"]),
    Case("the same name twice", "Mira", ["Mira", "Mira"], ["0 Mira", "1 Mira"]),
    Case("no name", "Mira", ["", " ", "\n"], []),
    Case("hyphens", "Al-Quar met Al-Quarra", ["Al-Quar", "Al"], ["0 Al-Quar"]),
    Case("letters beyond ASCII", "Élan met العراق , Éla", ["Élan", "العراق"], ["0 Élan", "1 العراق"]),
    Case("only the same case", "korr KORR", ["Korr"], []),
    Case("a name as long as the text", "Mira", ["Mira Kostrel"], []),
    Case("marks", "A&B & C", ["A&B", "&"], ["0 A&B", "1 &"]),
  ]

  @Test(arguments: cases, ["", "é 👩‍👩‍👧 العراقي "])
  func `names are found as whole tokens`(_ c: Case, prefix: String) {
    let text = Array((prefix + c.text).utf8)
    var found: [String] = []
    text.withUnsafeBufferPointer { bytes in
      NameSearch(text: bytes, tokens: Self.tokens(of: text)).find(c.names) { number, span in
        found.append("\(number) \(String(decoding: text[span.start..<span.end], as: UTF8.self))")
      }
    }
    #expect(found == c.expected)
  }

  @Test func `a thousand names are each found in their place`() {
    let names = (0..<1000).map { "Ildra\($0 % 7) Torvex\($0)" }
    let text = Array(names.joined(separator: " met ").utf8)
    var found: [Int] = []
    text.withUnsafeBufferPointer { bytes in
      NameSearch(text: bytes, tokens: Self.tokens(of: text)).find(names) { number, _ in found.append(number) }
    }
    #expect(found == Array(0..<1000))
  }

  /// The words between spaces.
  private static func tokens(of text: [UInt8]) -> [Token] {
    text.indices.split { text[$0] == .space || text[$0] == .lineFeed || isNoBreakSpace(text, $0) }.map {
      Token(span: Span(start: $0.lowerBound, end: $0.upperBound), kind: .word)
    }
  }

  private static func isNoBreakSpace(_ text: [UInt8], _ offset: Int) -> Bool {
    text[offset] == 0xA0 && offset > 0 && text[offset - 1] == 0xC2
      || text[offset] == 0xC2 && offset + 1 < text.count && text[offset + 1] == 0xA0
  }
}
