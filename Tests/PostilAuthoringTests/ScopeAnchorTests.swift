import Testing

/// Where `^`, `$` and `\G` hold in the regions of a scope.
@Suite struct ScopeAnchorTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let scope: String
    let pattern: String
    let found: [String]
  }

  static let cases = [
    Case(
      testDescription: "a line's start is asked of the whole text, not of a sentence", scope: "sentence",
      pattern: #"^\w+"#, found: ["Then", "They", "Last"]),
    Case(
      testDescription: "the start of a sentence", scope: "sentence", pattern: #"\G\w+"#,
      found: ["Then", "Soon", "They", "Last"]),
    Case(
      testDescription: "the end of a sentence and of a line", scope: "sentence", pattern: #"\w+\W?$"#,
      found: ["came.", "went.", "stayed", "all."]),
    Case(
      testDescription: "every line of a paragraph", scope: "paragraph", pattern: #"^\w+"#,
      found: ["Then", "They", "Last"]),
    Case(testDescription: "the start of a line", scope: "line", pattern: #"\G\w+"#, found: ["Then", "They", "Last"]),
  ]

  @Test(arguments: cases, ["", "«é» 👩‍👩‍👧!\n\n"])
  func `anchors hold where the reference says`(_ c: Case, prefix: String) throws {
    let rules = """
      postil: 1
      ruleset: s
      types: {x: {}}
      rules:
        - {id: a, scope: \(c.scope), pattern: '\(c.pattern)'}
      """
    let run = try RuleRun(rules, on: prefix + "Then Ada came. Soon Luis went.\nThey stayed\n\nLast of all.")
    #expect(run.words(ofType: "x").filter { $0 != "!" } == c.found)
  }
}
