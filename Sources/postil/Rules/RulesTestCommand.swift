import ArgumentParser
import Foundation
import PostilAuthoring
import PostilPipeline

/// `postil rules test`.
struct RulesTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of rules: as written, between other text in many scripts, with CR LF, on another date.")

  @OptionGroup var chainOptions: ChainOptions

  @Option(help: ArgumentHelp("Write the outcomes as JUnit XML, too.", valueName: "file.xml"))
  var junit: String?

  @Argument(help: "Rule files and folders (default: all of the chain).")
  var paths: [String] = []

  func run() throws {
    let build = try chainOptions.build(adding: paths)
    ChainOptions.tell(build.diagnostics, of: build)
    let tester = try Failure.of { try ExampleTester(chain: try ChainOptions.chain(of: build)) }
    let outcomes = tester.outcomes(files: paths.isEmpty ? nil : build.files(under: paths))
    for outcome in outcomes { Self.report(outcome) }
    if let junit { try ByteOutput.create(junit).write(Array(JUnitReport(outcomes).xml.utf8)[...]) }
    try StandardOutput.write(Self.summary(of: outcomes))
    if outcomes.contains(where: \.isFailure) || build.diagnostics.contains(where: { $0.severity == .error }) {
      throw ExitCode(Failure.Status.documentsFailed)
    }
  }

  /// One line with the counts.
  static func summary(of outcomes: [ExampleOutcome]) -> String {
    let failed = outcomes.count(where: \.isFailure)
    let todo = outcomes.count { $0.todo != nil && !$0.faults.isEmpty }
    let passing = outcomes.count { $0.todo != nil && $0.faults.isEmpty }
    return "\(outcomes.count) examples, \(failed) failed, \(todo) to do"
      + (passing > 0 ? ", \(passing) to do that pass now\n" : "\n")
  }

  /// Tells what is not as the example says.
  static func report(_ outcome: ExampleOutcome) {
    if outcome.isFailure {
      for fault in outcome.faults { StandardError.write("\(outcome.location): \(outcome.rule): \(fault)\n") }
    } else if let todo = outcome.todo {
      let state = outcome.faults.isEmpty ? "passes now, though marked to do" : "to do"
      StandardError.write("\(outcome.location): \(outcome.rule): \(state): \(todo)\n")
    }
  }
}
