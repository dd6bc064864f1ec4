import PostilModel
import Testing

@testable import PostilRules

/// Alternatives and groups of sequences, and tests of lexicon rows.
@Suite struct SequenceChoiceTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let sequence: String
    let text: String
    /// The spans found, with `p` and `q` in them.
    let found: [String]
  }

  private static let someone = "{anyOf: [{type: person}, {type: body}], as: p}"

  static let cases = [
    Case(
      testDescription: "one of two types, under one name",
      sequence: "\(someone), {pattern: ' left'}", text: "Ada left. Velmora Bank left. Tir left.",
      found: ["Ada left: Ada -", "Velmora Bank left: Velmora Bank -"]),
    Case(
      testDescription: "an alternative of several elements, one of text alone",
      sequence: "{anyOf: [[{pattern: 'Dr\\. '}, {type: person, as: p}], {pattern: 'he', as: p}]}, {pattern: ' left'}",
      text: "Dr. Ada left, then he left, then Luis left.", found: ["Dr. Ada left: Ada -", "he left: he -"]),
    Case(
      testDescription: "the longest way on wins, whatever stands first",
      sequence:
        "{type: person, as: p}, {anyOf: [{pattern: ' met'}, {group: [{pattern: ' met '}, {type: person, as: q}]}]}",
      text: "Ada met Luis. Luis met.", found: ["Ada met Luis: Ada Luis", "Luis met: Luis -"]),
    Case(
      testDescription: "of equally long ways the first wins",
      sequence: "{pattern: 'met '}, {anyOf: [{pattern: 'Ada', as: p}, {type: person, as: q}]}",
      text: "met Ada. met Luis.",
      found: ["met Ada: Ada -", "met Luis: - Luis"]),
    Case(
      testDescription: "an optional group, there and absent",
      sequence:
        "{type: person, as: p}, {group: [{pattern: ' of '}, {type: body, as: q}], optional: true}, {pattern: ' left'}",
      text: "Ada of Velmora Bank left. Luis left. Luis of Tir left.",
      found: ["Ada of Velmora Bank left: Ada Velmora Bank", "Luis left: Luis -"]),
    Case(
      testDescription: "a group repeated",
      sequence:
        "{type: person, as: p}, {group: [{pattern: ', '}, {type: person}], min: 0, max: 4, as: q}, {pattern: ' left'}",
      text: "Ada, Luis, Ada left. Luis left.", found: ["Ada, Luis, Ada left: Ada , Luis, Ada", "Luis left: Luis -"]),
    Case(
      testDescription: "a group repeated no more often than it may be",
      sequence: "{type: person, as: p}, {group: [{pattern: ', '}, {type: person}], max: 2}",
      text: "Ada, Luis, Ada, Luis.",
      found: ["Ada, Luis, Ada: Ada -"]),
    Case(
      testDescription: "a group at least twice",
      sequence: "{type: person, as: p}, {group: [{pattern: ', '}, {type: person}], min: 2, max: 3}",
      text: "Ada, Luis. Luis, Ada, Luis.", found: ["Luis, Ada, Luis: Luis -"]),
    Case(
      testDescription: "a choice in a group in a choice",
      sequence:
        "{anyOf: [[{pattern: 'by '}, {group: [{anyOf: [{type: person}, {type: body}]}], as: p}], {pattern: 'alone'}]}",
      text: "by Ada, by Velmora Bank, alone", found: ["by Ada: Ada -", "by Velmora Bank: Velmora Bank -", "alone: - -"]),
    Case(
      testDescription: "a gap that begins a group leads to the nearest element, or takes nothing",
      sequence: "{type: person, as: p}, {group: [{gap: {max: 4}}, {type: body, as: q}], optional: true}",
      text: "Ada went to Velmora Bank. Luis slept.",
      found: ["Ada went to Velmora Bank: Ada Velmora Bank", "Luis: Luis -"]),
    Case(
      testDescription: "a gap before a choice",
      sequence: "{type: person, as: p}, {gap: {max: 4}}, {anyOf: [{type: body, as: q}, {pattern: 'home', as: q}]}",
      text: "Ada went home to Velmora Bank.", found: ["Ada went home: Ada home"]),
    Case(
      testDescription: "terms whose row is what is asked for",
      sequence: "{terms: verbs, where: {kind: go}, as: q}", text: "Ada left, stayed and fled.",
      found: ["left: - left", "fled: - fled"]),
    Case(
      testDescription: "terms of either kind, or of neither",
      sequence: "{type: person, as: p}, {pattern: ' '}, {terms: verbs, where: {kind: [stay, none]}}",
      text: "Ada left. Luis stayed.", found: ["Luis stayed: Luis -"]),
  ]

  private static func rules(_ sequence: String) -> String {
    """
    postil: 1
    ruleset: s
    types: {person: {}, body: {}, m: {features: {p: string, q: string}}}
    lexicons: {verbs: {file: verbs.tsv}}
    rules:
      - {id: person, type: person, pattern: '\\b(?:Ada|Luis)\\b'}
      - {id: body, type: body, pattern: '\\bVelmora Bank\\b'}
      - {id: m, type: m, phase: 1, sequence: [\(sequence)], features: {p: '${p|default(-)}', q: '${q|default(-)}'}}
    """
  }

  private static let verbs = ["verbs.tsv": "term\tkind\nleft\tgo\nfled\tgo\nstayed\tstay\n"]

  @Test(arguments: cases, ["", "«é» 👩‍👩‍👧 العراق.\n"])
  func `a choice takes one of its alternatives`(_ c: Case, prefix: String) throws {
    let names = ["p", "q"].filter { !c.sequence.contains("as: \($0)") }
    let spare = names.map { ", {pattern: 'never', as: \($0), optional: true}" }.joined()
    let run = try RuleRun(Self.rules(c.sequence + spare), on: prefix + c.text, with: Self.verbs)
    let found = run.annotations.filter { $0.type == "m" }.map {
      "\(run.text[$0.span]): \($0.features["p"]?.string ?? "") \($0.features["q"]?.string ?? "")"
    }
    #expect(found == c.found)
  }

  @Test(arguments: ["", "«é» 👩‍👩‍👧 العراق.\n"])
  func `a name in a repeated group is a list of annotations`(prefix: String) throws {
    let rules = """
      postil: 1
      ruleset: s
      types: {person: {}, m: {features: {all: list of annotation}}}
      rules:
        - {id: person, type: person, pattern: '\\b(?:Ada|Luis)\\b'}
        - id: m
          type: m
          phase: 1
          sequence: [{type: person, as: who}, {group: [{pattern: ', | and '}, {type: person, as: who}], max: 9}]
          features: {all: '${who}'}
      """
    let run = try RuleRun(rules, on: prefix + "Ada, Luis, Ada and Luis")
    let all = run.annotations.first { $0.type == "m" }?.features["all"]?.list ?? []
    let words = all.compactMap { value -> String? in
      if case .annotation(let index) = value { String(run.text[run.annotations[index].span]) } else { nil }
    }
    #expect(words == ["Ada", "Luis", "Ada", "Luis"])
  }

  @Test func `groups in groups are searched in time that grows with the text`() throws {
    let inner = "{group: [{pattern: 'a'}, {pattern: 'b', optional: true}], max: 9}"
    let sequence = "{group: [\(inner), {pattern: ' '}], max: 9}, {pattern: 'never'}"
    let text = String(repeating: "aaaaaaaaa ", count: 40)
    let took = try ContinuousClock().measure {
      let run = try RuleRun(Self.rules(sequence + ", {pattern: 'p(?<p>)(?<q>)'}"), on: text, with: Self.verbs)
      #expect(run.annotations.isEmpty)
    }
    #expect(took < .seconds(20))
  }
}
