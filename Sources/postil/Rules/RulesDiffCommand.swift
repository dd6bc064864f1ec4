import ArgumentParser
import PostilComparison
import PostilModel

/// `postil rules diff`.
struct RulesDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what a change of rules adds, removes, moves and changes in the annotations of documents.",
    discussion:
      "OLD and NEW are rule files or folders; their rulesets take the place of those of the chain that have the same "
      + "names. Exit status: 0 no difference, 1 differences.")

  @OptionGroup var chainOptions: ChainOptions
  @OptionGroup var corpus: CorpusOptions

  @Option(help: "The most differences to show.")
  var rows = 100

  @Argument(help: "The rules before the change.")
  var old: String

  @Argument(help: "The rules after it.")
  var new: String

  @Argument(help: "Documents.")
  var inputs: [String]

  func run() throws {
    let documents = try corpus.documents(inputs)
    let diff = ReportDiff(old: try records(old, documents).records, new: try records(new, documents).records)
    try StandardOutput.write(diff.text(most: max(0, rows)))
    if !diff.isEmpty { throw ExitCode(Failure.Status.documentsFailed) }
  }

  private func records(_ rules: String, _ documents: [Document]) throws -> AnnotatedCorpus {
    let build = try chainOptions.build(adding: [rules], replacing: true)
    ChainOptions.tell(build.diagnostics, of: build)
    return try AnnotatedCorpus(documents, chain: try ChainOptions.chain(of: build))
  }
}
