import Foundation
import PostilDiagnostics
import Testing

@testable import PostilRules

/// Every character of a scalar is found where it was written, in every style that YAML has.
@Suite struct ScalarPlacesTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    /// The value of the key `k`, with its text holding each of `marks` once.
    let yaml: String
    let text: String
  }

  static let cases = [
    Case(testDescription: "plain", yaml: "é a1 b2", text: "é a1 b2"),
    Case(testDescription: "plain over lines", yaml: "é a1\n    b2\n\n    c3", text: "é a1 b2\nc3"),
    Case(testDescription: "single quotes", yaml: "'é it''s a1, it''s b2'", text: "é it's a1, it's b2"),
    Case(
      testDescription: "single quotes over lines", yaml: "'é a1  \n\n\n    b2\n    c3'", text: "é a1\n\nb2 c3"),
    Case(
      testDescription: "double quotes with escapes",
      yaml: #""é \u00e9\x41\U0001F642\n\N\L a1 \"b2\" \\ c3""#, text: "é éA🙂\n\u{85}\u{2028} a1 \"b2\" \\ c3"),
    Case(
      testDescription: "double quotes over lines", yaml: "\"é a1 \\\n     b2\n\n    c3\"", text: "é a1 b2\nc3"),
    Case(testDescription: "literal", yaml: "|-\n    é a1\n\n      b2\n    c3", text: "é a1\n\n  b2\nc3"),
    Case(
      testDescription: "literal with a mark of its indentation", yaml: "|2-\n    é a1\n    b2", text: "  é a1\n  b2"),
    Case(testDescription: "literal behind a comment", yaml: "| # why\n\n    é a1\n    b2\n", text: "\né a1\nb2\n"),
    Case(testDescription: "folded", yaml: ">-\n    é a1\n    b2\n\n    c3", text: "é a1 b2\nc3"),
    Case(
      testDescription: "folded with lines that are indented more", yaml: ">\n    é a1\n      b2\n    c3\n",
      text: "é a1\n  b2\nc3\n"),
    Case(testDescription: "an anchor in front", yaml: "&anchor 'é a1''b2'", text: "é a1'b2"),
    Case(testDescription: "a tag in front", yaml: "!!str é a1 b2", text: "é a1 b2"),
  ]

  private static func check(_ c: Case, _ prefix: String, lineEnd: String) throws {
    let yaml = (prefix + "k: " + c.yaml + "\nlast: [1]\n").replacing("\n", with: lineEnd)
    let source = SourceFile(name: "s.yaml", text: yaml)
    let node = try #require(try YAMLReader.read(source))
    let scalar = try #require(node.entries?.first { $0.key.text == "k" }?.value.scalar)
    #expect(scalar.text == c.text)
    let lines = yaml.split(separator: lineEnd, omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    for mark in ["a1", "b2", "c3"] {
      guard let found = scalar.text.firstRange(of: mark) else { continue }
      let offset = scalar.text.utf8.distance(from: scalar.text.startIndex, to: found.lowerBound)
      for (step, character) in mark.unicodeScalars.enumerated() {
        let place = source.location(of: scalar, atUTF8: offset + step)
        #expect(lines[place.line - 1][place.column - 1] == character, "\(mark) of \(yaml) at \(place)")
      }
    }
  }

  @Test(arguments: cases, ["", "«é»: 👩‍👩‍👧\n", "\u{FEFF}ä: ö\n"])
  func `a character is found where it was written`(_ c: Case, prefix: String) throws {
    try Self.check(c, prefix, lineEnd: "\n")
    try Self.check(c, prefix, lineEnd: "\r\n")
  }

  @Test func `the end of a text is where its last character ends`() throws {
    let source = SourceFile(name: "s.yaml", text: "k: 'é it''s'\n")
    let scalar = try #require(try YAMLReader.read(source)?.entries?.first?.value.scalar)
    let place = source.location(of: scalar, atUTF8: scalar.text.utf8.count)
    #expect((place.line, place.column) == (1, 12))
  }
}
