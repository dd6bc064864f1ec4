import PostilModel
import Testing

/// What evidence passes on: its region, its items and the groups of their patterns.
@Suite struct EvidencePartTests {
  @Test(arguments: ["", "«é» 👩‍👩‍👧 العراق.\n\n"])
  func `evidence marks its region and passes on what its items took`(prefix: String) throws {
    let rules = """
      postil: 1
      ruleset: s
      types: {person: {features: {job: string}}, m: {features: {cost: number, who: annotation, job: string, kind: string, score: number, evidence: list of string}}}
      lexicons: {goods: {file: goods.tsv}}
      rules:
        - {id: person, type: person, pattern: '\\bAda\\b', features: {job: envoy}}
        - id: m
          type: m
          phase: 1
          scope: paragraph
          evidence:
            threshold: 3
            items:
              - {id: price, pattern: '\\$(?<amount>[\\d.]+)', score: 2}
              - {id: seller, type: person, score: 1}
              - {id: good, terms: goods, score: 1}
          span: region
          features: {cost: '${amount|number}', who: '${seller}', job: '${seller.job}', kind: '${good.kind}'}
      """
    let text = "Here is Ada with a hat for $12.5, or $9.\n\nNo Ada here: $7 no."
    let run = try RuleRun(rules, on: prefix + text, with: ["goods.tsv": "term\tkind\nhat\twear\n"])
    let found = run.annotations.filter { $0.type == "m" }
    #expect(run.words(ofType: "m") == ["Here is Ada with a hat for $12.5, or $9.", "No Ada here: $7 no."])
    #expect(found.first?.features["cost"] == 12.5)
    #expect(found.first?.features["job"] == "envoy")
    #expect(found.first?.features["kind"] == "wear")
    #expect(found.first?.features["score"] == 4)
    #expect(found.last?.features["kind"] == nil)
    #expect(found.last?.features["who"]?.annotation.map { String(run.text[run.annotations[$0].span]) } == "Ada")
  }
}
