import ArgumentParser
import Foundation
import PostilAuthoring
import PostilPipeline
import PostilRules

/// `postil rules`.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check and test rules.", subcommands: [RulesCheck.self, RulesTest.self])
}

/// `postil rules check`.
struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell everything that is wrong in rule files, each with its place.")

  @OptionGroup var chainOptions: ChainOptions

  @Argument(help: "Rule files and folders (default: all of the chain).")
  var paths: [String] = []

  func run() throws {
    let build = try chainOptions.build(adding: paths)
    let wanted = build.files(under: paths)
    let diagnostics = build.diagnostics.filter {
      paths.isEmpty || wanted.contains($0.location.file) || !build.isRuleFile($0.location.file)
    }
    ChainOptions.tell(diagnostics, of: build)
    let rules = build.rulesets.filter { paths.isEmpty || wanted.contains($0.file) }.reduce(0) { $0 + $1.rules.count }
    let errors = diagnostics.count { $0.severity == .error }
    try StandardOutput.write("\(rules) rules, \(errors) errors, \(diagnostics.count - errors) warnings\n")
    if !diagnostics.isEmpty || build.chain == nil { throw ExitCode(Failure.Status.documentsFailed) }
  }
}

/// `postil rules test`.
struct RulesTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of rules: as written, after multi-byte text, and with CR LF line ends.")

  @OptionGroup var chainOptions: ChainOptions

  @Argument(help: "Rule files and folders (default: all of the chain).")
  var paths: [String] = []

  func run() throws {
    let build = try chainOptions.build(adding: paths)
    ChainOptions.tell(build.diagnostics, of: build)
    let chain = try ChainOptions.chain(of: build)
    let tester: ExampleTester
    do {
      tester = try ExampleTester(chain: chain)
    } catch {
      throw Failure("\(error)")
    }
    let outcomes = tester.outcomes(files: paths.isEmpty ? nil : build.files(under: paths))
    for outcome in outcomes { report(outcome) }
    let failed = outcomes.count(where: \.isFailure)
    let todo = outcomes.count { $0.todo != nil && !$0.faults.isEmpty }
    try StandardOutput.write("\(outcomes.count) examples, \(failed) failed, \(todo) to do\n")
    if failed > 0 || build.diagnostics.contains(where: { $0.severity == .error }) {
      throw ExitCode(Failure.Status.documentsFailed)
    }
  }

  private func report(_ outcome: ExampleOutcome) {
    if outcome.isFailure {
      for fault in outcome.faults { StandardError.write("\(outcome.location): \(outcome.rule): \(fault)\n") }
    } else if let todo = outcome.todo {
      let state = outcome.faults.isEmpty ? "passes now, though marked to do" : "to do"
      StandardError.write("\(outcome.location): \(outcome.rule): \(state): \(todo)\n")
    }
  }
}
