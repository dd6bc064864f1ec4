import ArgumentParser
import PostilAuthoring

/// `postil rules coverage`.
struct RulesCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract:
      "List the rules, the alternatives of anyOf, the roles of events, the lexicon rows and the decisions of modules that never fire on documents.",
    discussion:
      "A rule fires where it makes a candidate, whether that keeps its place or not, a frame where an annotation is made by it; "
      + "an alternative of anyOf or a role where it takes part in a match; a row where a candidate comes from its term; a decision where it makes an "
      + "annotation. Of a lexicon the number of idle "
      + "terms is told, with --terms each. Exit status: 0 told, 2 usage or a chain that cannot run.")

  @OptionGroup var chainOptions: ChainOptions
  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var filter: RuleFilter

  @Flag(help: "List the terms that never occurred, not their number alone.")
  var terms = false

  @Argument(help: "Documents.")
  var inputs: [String]

  func run() throws {
    let chain = try chainOptions.ready(strict: false).chain
    var coverage = try Failure.of { try RuleCoverage(chain: chain) }
    var count = 0
    try corpus.read(inputs) { document in
      count += 1
      try Failure.of { try coverage.add(document) }
    }
    let idle = coverage.idleRules.filter(filter.isWanted)
    var lines = idle.map { "rule \($0)" }
    lines += coverage.idleAlternatives.filter { filter.isWanted($0.rule) }.map {
      "\($0.alternative) in \($0.rule)"
    }
    for idle in coverage.idleTerms where !idle.terms.isEmpty && filter.isWanted(idle.lexicon) {
      lines.append("lexicon \(idle.lexicon): \(idle.terms.count) of \(idle.count) terms")
      if terms { lines += idle.terms.map { "  \($0)" } }
    }
    let decisions = coverage.idleDecisions.filter { filter.isWanted($0.id) }
    lines += decisions.map { "decision \($0.id): \($0.meaning)" }
    let rules = coverage.ruleNames.count(where: filter.isWanted)
    let declared = coverage.decisions.count { filter.isWanted($0.id) }
    let over = " in \(count.counted("document"))"
    if rules > 0 || declared == 0 { lines.append("\(idle.count) of \(rules) rules never fired\(over)") }
    if declared > 0 { lines.append("\(decisions.count) of \(declared) decisions never fired\(over)") }
    try StandardOutput.write(lines.joined(separator: "\n") + "\n")
  }
}
