import PostilModel
import Testing

/// What a gap of a sequence takes, and which of the elements behind it.
@Suite struct SequenceGapTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let sequence: String
    let text: String
    /// The spans found, and what `p` took in them.
    let found: [String]
  }

  private static let place = "{type: place, as: p}"
  private static let optionalPlace = "{type: place, as: p, optional: true}"

  static let cases = [
    Case(
      testDescription: "a gap before an absent element takes nothing",
      sequence: "{type: hit}, {gap: {max: 10}}, \(optionalPlace)", text: "They hit a camp in the far green hills.",
      found: ["hit: -"]),
    Case(
      testDescription: "a gap leads to an optional element where there is one",
      sequence: "{type: hit}, {gap: {max: 10}}, \(optionalPlace)", text: "They hit a camp near Aden.",
      found: ["hit a camp near Aden: Aden"]),
    Case(
      testDescription: "two optional elements behind gaps, the second alone there",
      sequence: "{type: hit}, {gap: {max: 4}}, {pattern: 'hard', optional: true}, {gap: {max: 6}}, \(optionalPlace)",
      text: "They hit a camp near Aden. They hit it hard. They hit a camp hard and near Aden.",
      found: ["hit a camp near Aden: Aden", "hit it hard: -", "hit a camp hard and near Aden: Aden"]),
    Case(
      testDescription: "a gap behind an absent element takes nothing",
      sequence: "{type: hit, optional: true}, {gap: {max: 10}}, \(place)", text: "É! A camp near Aden, hit in Cairo.",
      found: ["Aden: Aden", "hit in Cairo: Cairo"]),
    Case(
      testDescription: "a gap with a minimum takes nothing before an absent element",
      sequence: "{type: hit}, {gap: {min: 2, max: 10}}, \(optionalPlace)", text: "They hit Aden now.",
      found: ["hit: -"]),
    Case(
      testDescription: "the nearest wins", sequence: "{type: hit}, {gap: {max: 10}}, \(place)",
      text: "They hit a camp near Aden, far from Cairo.", found: ["hit a camp near Aden: Aden"]),
    Case(
      testDescription: "the farthest wins where the gap says so",
      sequence: "{type: hit}, {gap: {max: 10, prefer: farthest}}, \(place)",
      text: "They hit a camp near Aden, far from Cairo.", found: ["hit a camp near Aden, far from Cairo: Cairo"]),
    Case(
      testDescription: "the nearest behind which the rest follows wins",
      sequence: "{type: hit}, {gap: {max: 10}}, \(place), {pattern: ' at dawn'}",
      text: "They hit a camp near Aden, far from Cairo at dawn.",
      found: ["hit a camp near Aden, far from Cairo at dawn: Cairo"]),
    Case(
      testDescription: "of two elements the nearer is not passed over for the farther",
      sequence: "{type: hit}, {gap: {max: 6}}, \(optionalPlace), {gap: {max: 9}}, {pattern: 'dawn'}",
      text: "They hit a camp near Aden before dawn.", found: ["hit a camp near Aden before dawn: Aden"]),
    Case(
      testDescription: "gaps of characters likewise",
      sequence: "{type: hit}, {gap: {max: 40, unit: character}}, \(place)",
      text: "They hit a camp near Aden, far from Cairo.", found: ["hit a camp near Aden: Aden"]),
    Case(
      testDescription: "nothing of what a gap may not hold is passed",
      sequence: "{type: hit}, {gap: {max: 10, not: {pattern: camp}}}, \(optionalPlace)",
      text: "They hit a camp near Aden. They hit Cairo.", found: ["hit: -", "hit Cairo: Cairo"]),
  ]

  @Test(arguments: cases, ["", "«é» 👩‍👩‍👧 العراق.\n"])
  func `a gap ends at the nearest element`(_ c: Case, prefix: String) throws {
    let rules = """
      postil: 1
      ruleset: s
      types: {hit: {}, place: {}, m: {features: {p: string}}}
      rules:
        - {id: hit, type: hit, pattern: '\\bhit\\b'}
        - {id: place, type: place, pattern: '\\b(?:Aden|Cairo)\\b'}
        - {id: m, type: m, phase: 1, sequence: [\(c.sequence)], features: {p: '${p}'}}
      """
    let run = try RuleRun(rules, on: prefix + c.text)
    let found = run.annotations.filter { $0.type == "m" }
    #expect(found.map { "\(run.text[$0.span]): \($0.features["p"]?.string ?? "-")" } == c.found)
  }
}
