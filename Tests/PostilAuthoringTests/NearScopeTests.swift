import Testing

/// Where rules are matched that name a lexicon to be near to.
@Suite struct NearScopeTests {
  /// Paragraphs `p0 word1` to `p19 word1`, with `poll` in those numbered, long enough to be asked.
  private static func text(pollsIn numbers: Set<Int>, prefix: String = "", filler: Int = 12) -> String {
    prefix
      + (0..<20).map { number in
        "p\(number) 58" + String(repeating: " żółw", count: filler) + (numbers.contains(number) ? " Poll." : ".")
      }.joined(separator: "\n\n")
  }

  private static func found(_ text: String, scope: String = "document") throws -> [String] {
    let rules = """
      postil: 1
      ruleset: s
      types: {x: {}}
      lexicons: {pollWord: {terms: [poll], case: insensitive}}
      defaults: {near: pollWord}
      rules:
        - {id: a, scope: \(scope), pattern: 'p\\d+(?= 58)'}
      """
    return try RuleRun(rules, on: text).words(ofType: "x")
  }

  @Test(arguments: ["document", "paragraph", "sentence", "line"], ["", "«é» 👩‍👩‍👧!\n\n"])
  func `three paragraphs round a term are near it`(scope: String, prefix: String) throws {
    let found = try Self.found(Self.text(pollsIn: [5, 10, 19], prefix: prefix), scope: scope)
    #expect(found == (2...13).map { "p\($0)" } + (16...19).map { "p\($0)" })
  }

  @Test func `without a term nothing is matched`() throws {
    #expect(try Self.found(Self.text(pollsIn: [])) == [])
  }

  @Test func `all of a short text is near`() throws {
    #expect(try Self.found(Self.text(pollsIn: [], filler: 1)).count == 20)
  }
}
