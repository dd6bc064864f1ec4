import ArgumentParser
import Foundation
import PostilAuthoring

/// `postil rules profile`.
struct RulesProfile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Measure what each rule costs and gives over documents, the dearest first.",
    discussion: "Each rule is measured by itself, so that the times add up to more than a run takes. "
      + "'tried' and 'failed' count the calls of PCRE2, 'unmade' the features whose captures took part and came to no value. Frames, which modules match, are left out. "
      + "Exit status: 0 told, 2 usage or a chain that cannot run.")

  @OptionGroup var chainOptions: ChainOptions
  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var filter: RuleFilter

  @Option(help: "The most rules to show.")
  var rows = 30

  @Argument(help: "Documents.")
  var inputs: [String]

  func run() throws {
    let chain = try chainOptions.ready(strict: false).chain
    var timer = try Failure.of { try RuleTimer(chain: chain) }
    try corpus.read(inputs) { document in try Failure.of { try timer.add(document) } }
    var lines = ["      ms  docs   tried  failed  matches  candidates  lost  left out  unmade  rule"]
    for cost in timer.sorted.filter({ filter.isWanted($0.rule) }).prefix(max(rows, 0)) {
      let numbers = [
        cost.documents, cost.calls, cost.failures, cost.matches, cost.candidates, cost.lost, cost.rejected, cost.unmade,
      ]
      let columns = zip(numbers, [6, 8, 8, 9, 12, 6, 10, 8]).map { Self.padded(String($0), $1) }.joined()
      lines.append(Self.padded(String(format: "%.2f", cost.seconds * 1000), 8) + columns + "  " + cost.rule)
    }
    try StandardOutput.write(lines.joined(separator: "\n") + "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
