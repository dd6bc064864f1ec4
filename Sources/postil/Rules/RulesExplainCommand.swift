import ArgumentParser
import PostilAuthoring
import PostilModel

/// `postil rules explain`.
struct RulesExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what rules did at a place of a document, or with --rule why one of them did nothing.",
    discussion:
      "The place is a line, a line and a column, or an offset in code points; without one, the whole document. "
      + "Exit status: 0 told, 2 usage, no such rule or place, or a chain that cannot run.")

  @OptionGroup var chainOptions: ChainOptions
  @OptionGroup var corpus: CorpusOptions

  @Option(help: "The place as an offset in code points from 0.")
  var offset: Int?

  @Option(help: ArgumentHelp("Why did this rule not fire?", valueName: "[ruleset/]rule"))
  var rule: String?

  @Flag(help: "The noun groups, verb groups and clauses of the sentences there, as modules see them.")
  var grammar = false

  @Argument(help: ArgumentHelp("The document and the place in it.", valueName: "file[:line[:column]]"))
  var place: String

  func validate() throws {
    guard !grammar || rule == nil else {
      throw ValidationError("--grammar and --rule ask two things; give one of them.")
    }
  }

  func run() throws {
    let target = try Failure.of { try TextPlace(place, offset: offset) }
    guard let document = try corpus.documents([target.path]).first else {
      throw Failure("there is no document in '\(target.path)'")
    }
    let span = try Failure.of { try target.span(in: document.text) }
    let chain = try chainOptions.ready(strict: false).chain
    if grammar {
      let account = try Failure.of { try GrammarExplanation(chain: chain).account(of: document, at: span) }
      return try StandardOutput.write(account ?? "the chain has no rules for words of the grammar\n")
    }
    let explanation = try Failure.of { try Explanation(chain: chain) }
    guard let rule else {
      return try StandardOutput.write(try Failure.of { try explanation.account(of: document, at: span) })
    }
    let names = explanation.rules(called: rule)
    guard let name = names.first, names.count == 1 else {
      throw Failure(
        names.isEmpty
          ? "the chain has no rule '\(rule)'; \(explanation.help(for: rule) ?? "--rules adds files to it")"
          : "several rules are called '\(rule)': \(names.joined(separator: ", "))")
    }
    let reason = try Failure.of { try explanation.reason(whyNot: name, in: document, at: span) }
    try StandardOutput.write("\(name): \(reason ?? "the chain has no such rule")\n")
  }
}
