import ArgumentParser
import Foundation
import PostilAuthoring
import PostilFiles
import PostilPipeline

/// `postil rules test`.
struct RulesTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of rules: as written, between other text in many scripts, with CR LF, on another date.",
    discussion:
      "Exit status: 0 all hold, 1 an example fails or a rule is broken, 2 usage or a chain that cannot run.")

  @OptionGroup var chainOptions: ChainOptions

  @Option(help: ArgumentHelp("Write the outcomes as JUnit XML, too.", valueName: "file.xml"))
  var junit: String?

  @Flag(
    help: ArgumentHelp(
      "Rewrite the failed examples of the files given to what is found now: marks and values of features, in their places.",
      discussion: "Each is told. Examples that hold, that want nothing, or that are marked to do stay as they are."))
  var update = false

  @Flag(
    help: ArgumentHelp(
      "Tell the examples that no rule needs, too.",
      discussion:
        "They show the same words, parts and features as an earlier one of their rule, or are counterexamples in which "
        + "nothing of the rule applies."))
  var coverage = false

  @Argument(help: "Rule files and folders (default: all of the chain).")
  var paths: [String] = []

  func validate() throws {
    if update, paths.isEmpty { throw ValidationError("--update needs the rule files or folders to change.") }
  }

  func run() throws {
    var (build, outcomes) = try test()
    if update, outcomes.contains(where: \.isFailure) {
      try rewrite(outcomes)
      (build, outcomes) = try test()
    }
    for outcome in outcomes { Self.report(outcome) }
    if let junit { try WholeFile.write(JUnitReport(outcomes).xml.utf8, to: junit) }
    if coverage {
      let idle = try Failure.of { try IdleExamples(chain: try ChainOptions.chain(of: build)) }
      let files = paths.isEmpty ? nil : build.files(under: paths)
      try StandardOutput.write(try Failure.of { try idle.lines(files: files) }.map { $0 + "\n" }.joined())
    }
    try StandardOutput.write(Self.summary(of: outcomes))
    if !update, case let count = outcomes.count(where: { $0.change != nil }), count > 0 {
      try StandardOutput.write("--update would rewrite \(count) of the failed to what is found now\n")
    }
    if outcomes.contains(where: \.isFailure) || build.diagnostics.contains(where: { $0.severity == .error }) {
      throw ExitCode(Failure.Status.documentsFailed)
    }
  }

  private func test() throws -> (build: ChainBuild, outcomes: [ExampleOutcome]) {
    let build = try chainOptions.build(adding: paths)
    ChainOptions.tell(build.diagnostics, of: build)
    let tester = try Failure.of { try ExampleTester(chain: try ChainOptions.chain(of: build)) }
    return (build, tester.outcomes(files: paths.isEmpty ? nil : build.files(under: paths)))
  }

  /// Rewrites the failed examples file by file, and tells what becomes of each.
  private func rewrite(_ outcomes: [ExampleOutcome]) throws {
    for (file, ofFile) in Dictionary(grouping: outcomes, by: \.location.file).sorted(by: { $0.key < $1.key }) {
      let (text, entries) = try Failure.of { try ExampleRewriter(path: file).rewritten(ofFile) }
      for entry in entries {
        let name = "\(entry.outcome.location): \(entry.outcome.rule)"
        if let obstacle = entry.obstacle {
          try StandardOutput.write("\(name): not rewritten: \(obstacle)\n")
        } else {
          try StandardOutput.write("\(name): rewritten\n\(Self.lines(of: entry.outcome.change))")
        }
      }
      if entries.contains(where: { $0.obstacle == nil }) { try WholeFile.write(text.utf8, to: file) }
    }
  }

  /// What a change takes away and puts there, a line each.
  private static func lines(of change: ExampleChange?) -> String {
    let texts = change?.text.map { [("-", $0.old), ("+", $0.new)] } ?? []
    let features = change?.features.flatMap {
      [("-", "\($0.name): \($0.old)"), ("+", "\($0.name): \($0.new.joined(separator: ", "))")]
    }
    return (texts + (features ?? [])).map { sign, text in
      "  \(sign) \(text.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: "\n    "))\n"
    }.joined()
  }

  /// One line with the counts.
  static func summary(of outcomes: [ExampleOutcome]) -> String {
    let failed = outcomes.count(where: \.isFailure)
    let todo = outcomes.count { $0.todo != nil && !$0.faults.isEmpty }
    let passing = outcomes.count { $0.todo != nil && $0.faults.isEmpty }
    return "\(outcomes.count) examples, \(failed) failed, \(todo) to do"
      + (passing > 0 ? ", \(passing) to do that pass now\n" : "\n")
  }

  /// Tells what is not as the example says, and what would be.
  static func report(_ outcome: ExampleOutcome) {
    if outcome.isFailure {
      for fault in outcome.faults { StandardError.write("\(outcome.location): \(outcome.rule): \(fault)\n") }
      if outcome.change?.text != nil { StandardError.write(lines(of: outcome.change)) }
    } else if let todo = outcome.todo {
      let state = outcome.faults.isEmpty ? "passes now, though marked to do" : "to do"
      StandardError.write("\(outcome.location): \(outcome.rule): \(state): \(todo)\n")
    }
  }
}
