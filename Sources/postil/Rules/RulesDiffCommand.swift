import ArgumentParser
import PostilComparison
import PostilModel
import PostilPipeline

/// `postil rules diff`.
struct RulesDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what a change of rules adds, removes, moves and changes in the annotations of documents.",
    discussion:
      "OLD and NEW are rule files or folders; their rulesets take the place of those of the chain that have the same "
      + "names or lie in the other of the two. Exit status: 0 no difference or no more than --allow takes, 1 differences, "
      + "2 usage or a chain that cannot run.")

  @OptionGroup var chainOptions: ChainOptions
  @OptionGroup var corpus: CorpusOptions

  @Option(help: "The most differences to show.")
  var rows = 100

  @OptionGroup var allowance: DifferenceAllowance

  @Argument(help: "The rules before the change.")
  var old: String

  @Argument(help: "The rules after it.")
  var new: String

  @Argument(help: "Documents.")
  var inputs: [String]

  func run() throws {
    let (before, after) = (try chain(old, inPlaceOf: new), try chain(new, inPlaceOf: old))
    let documents = try corpus.documents(inputs)
    let diff = ReportDiff(
      old: try AnnotatedCorpus(documents, chain: before).records,
      new: try AnnotatedCorpus(documents, chain: after).records)
    try StandardOutput.write(diff.text(most: max(0, rows)))
    try allowance.check(diff)
  }

  private func chain(_ rules: String, inPlaceOf others: String) throws -> Chain {
    let build = try chainOptions.build(adding: [rules], inPlaceOf: others)
    ChainOptions.tell(build.diagnostics, of: build)
    guard !build.diagnostics.contains(where: { $0.severity == .error }) else {
      throw Failure("the rules '\(rules)' have errors, so a comparison would mislead: see above")
    }
    return try ChainOptions.usableChain(of: build)
  }
}
