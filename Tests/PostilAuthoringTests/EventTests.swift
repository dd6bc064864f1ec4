import PostilModel
import Testing

@testable import PostilPipeline
@testable import PostilRules

/// Events: a trigger, and what plays its roles.
@Suite struct EventTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let roles: String
    let text: String
    /// The triggers of the events, with `p`, `q` and `n`.
    let found: [String]
  }

  private static let pq = "{p: {type: person, side: before}, q: {type: person, side: after}}"

  static let cases = [
    Case(
      testDescription: "roles on their sides", roles: pq, text: "Ada met Luis. Mira met nobody. Luis, Mira met.",
      found: ["met: Ada Luis -"]),
    Case(
      testDescription: "roles in any order, the first role of the nearest",
      roles: "{p: {type: person}, q: {type: body, optional: true}}",
      text: "At Velmora Bank Ada met nobody. Met by Luis at Korr Union.",
      found: ["met: Ada Velmora Bank -", "Met: Luis Korr Union -"]),
    Case(
      testDescription: "the nearest by default", roles: "{p: {type: person}}", text: "Ada saw that Luis met others.",
      found: ["met: Luis - -"]),
    Case(
      testDescription: "the farthest where the role says so", roles: "{p: {type: person, prefer: farthest}}",
      text: "Ada saw that Luis met others.", found: ["met: Ada - -"]),
    Case(
      testDescription: "nothing plays two roles", roles: "{p: {type: person}, q: {type: person}}",
      text: "Ada met others. Luis met Mira.", found: ["met: Luis Mira -"]),
    Case(
      testDescription: "a required role gets its part before an optional one",
      roles: "{p: {type: person, optional: true}, q: {type: person}}", text: "Ada met others.", found: ["met: - Ada -"]),
    Case(
      testDescription: "a role gives way to one that has no other choice",
      roles: "{p: {anyOf: [{type: person}, {type: body}]}, q: {type: person}}", text: "Korr Union and Ada met.",
      found: ["met: Korr Union Ada -"]),
    Case(
      testDescription: "each number is counted once",
      roles: "{n: {pattern: '\\d+'}}", text: "There 12 met, 30 met others, and then they met.",
      found: ["met: - - 12", "met: - - 30"]),
    Case(
      testDescription: "what is shared plays in several events",
      roles: "{p: {type: person, side: before, shared: true}, q: {type: person, side: after}}",
      text: "Ada met Luis and met Mira.", found: ["met: Ada Luis -", "met: Ada Mira -"]),
    Case(
      testDescription: "what is not shared plays in the nearest",
      roles: "{p: {type: person, side: before}, q: {type: person, side: after, optional: true}}",
      text: "Ada met Luis and met Mira.", found: ["met: Ada Luis -"]),
    Case(
      testDescription: "a sentence is the reach", roles: "{p: {type: person}}", text: "Ada left. They met. Luis left.",
      found: []),
    Case(
      testDescription: "so many tokens are the reach", roles: "{p: {type: person, reach: {tokens: 3}}}",
      text: "Ada left. They met. Luis left. They all soon met others then, Mira said.", found: ["met: Luis - -"]),
    Case(
      testDescription: "a paragraph is the reach", roles: "{p: {type: person, reach: paragraph}}",
      text: "Ada left. They met.\n\nLuis left.\n\nThey met.", found: ["met: Ada - -"]),
    Case(
      testDescription: "a clause is the reach",
      roles: "{p: {type: person, reach: clause}, q: {type: person, reach: clause, optional: true}}",
      text: "While Ada slept; Luis met others (Mira slept).", found: ["met: Luis - -"]),
    Case(
      testDescription: "what may not stand between", roles: "{p: {type: person, not: {pattern: '\\bnot\\b'}}}",
      text: "Ada has not met others. Luis has met others.", found: ["met: Luis - -"]),
    Case(
      testDescription: "several things play a role", roles: "{p: {type: person, side: after, max: 2}}",
      text: "They met Ada, Luis and Mira.", found: ["met: 2 - -"]),
    Case(
      testDescription: "what has another feature plays no role", roles: "{p: {type: person, where: {kind: head}}}",
      text: "Luis met others. Ada met others.", found: ["met: Ada - -"]),
    Case(
      testDescription: "a term with its row", roles: "{n: {terms: amounts, where: {size: big}}}",
      text: "A dozen met. A thousand met.", found: ["met: - - thousand"]),
  ]

  private static func rules(_ c: Case) -> String {
    let hasMost = c.roles.contains("max: 2")
    let features = ["p", "q", "n"].filter { c.roles.contains("\($0): {") }.map { "\($0): '${\($0)}'" }
    let kinds = "{p: \(hasMost ? "list of annotation" : "annotation"), q: annotation, n: string}"
    return """
      postil: 1
      ruleset: s
      types: {person: {features: {kind: string}}, body: {}, m: {features: \(kinds)}}
      lexicons: {amounts: {file: amounts.tsv}}
      rules:
        - {id: head, type: person, pattern: '\\bAda\\b', features: {kind: head}}
        - {id: person, type: person, pattern: '\\b(?:Luis|Mira)\\b'}
        - {id: body, type: body, pattern: '\\b(?:Velmora Bank|Korr Union)\\b'}
        - id: m
          type: m
          phase: 1
          event: {trigger: {pattern: '\\b[Mm]et\\b'}, roles: \(c.roles)}
          features: {\(features.joined(separator: ", "))}
      """
  }

  @Test(arguments: cases, ["", "«é» 👩‍👩‍👧 العراق.\n\n"])
  func `the nearest thing plays each role, and nothing two`(_ c: Case, prefix: String) throws {
    let run = try RuleRun(
      Self.rules(c), on: prefix + c.text, with: ["amounts.tsv": "term\tsize\ndozen\tsmall\nthousand\tbig\n"])
    func word(_ value: FeatureValue?) -> String {
      switch value {
      case .annotation(let index): String(run.text[run.annotations[index].span])
      case .list(let items): "\(items.count)"
      default: value?.string ?? "-"
      }
    }
    let found = run.annotations.filter { $0.type == "m" }.map { made in
      "\(run.text[made.span]): " + ["p", "q", "n"].map { word(made.features[$0]) }.joined(separator: " ")
    }
    #expect(found == c.found)
  }

  @Test func `the whole event is annotated where the rule asks for it`() throws {
    let rules = """
      postil: 1
      ruleset: s
      types: {person: {}, m: {features: {how: string}}}
      rules:
        - {id: person, type: person, pattern: '\\b(?:Ada|Luis)\\b'}
        - id: m
          type: m
          phase: 1
          event:
            trigger: [{pattern: '\\bmet(?: (?<how>\\p{Ll}+ly))?\\b'}, {pattern: '\\breceived\\b'}]
            roles: {who: {type: person, side: before}, whom: {type: person, side: after}}
          span: event
          features: {how: '${how}'}
      """
    let run = try RuleRun(rules, on: "«é» Then Ada met briefly with Luis. Luis received at last Ada.")
    #expect(run.words(ofType: "m") == ["Ada met briefly with Luis", "Luis received at last Ada"])
    #expect(run.annotations.first { $0.type == "m" }?.features["how"] == "briefly")
  }

  @Test func `clauses begin behind marks and words of the language`() {
    let starts = ClauseStarts(rows: [["while", "always"], ["and", "comma"]])
    let text = "É: Ada slept while Luis met Mira, and Korr (the other) left and slept."
    #expect(Self.clause(round: "met", in: text, starts) == "while Luis met Mira, ")
    #expect(Self.clause(round: "slept while", in: text, starts) == " Ada slept while Luis met Mira, ")
    #expect(Self.clause(round: "left", in: text, starts) == " left and slept.")
  }

  private static func clause(round words: String, in text: String, _ starts: ClauseStarts) -> String {
    let chain = Chain(steps: [(nil, [], [:])], textAnalyzer: .init(language: .none))
    let structure = chain.textAnalyzer.structure(of: text)
    var text = text
    let place = text.utf8Span(of: words)
    return text.withUTF8 { bytes in
      let memory = WorkerMemory(tables: chain.originTables)
      let subject = Subject(bytes: bytes, structure: structure, search: chain.search, using: memory.matcher)
      let whole = Span(start: 0, end: bytes.count)
      return subject.text(starts.clause(around: place, in: whole, tokens: structure.tokens, subject))
    }
  }
}

extension String {
  fileprivate func utf8Span(of words: String) -> Span {
    let range = firstRange(of: words) ?? startIndex..<startIndex
    let start = utf8.distance(from: startIndex, to: range.lowerBound)
    return Span(start: start, end: start + words.utf8.count)
  }
}
