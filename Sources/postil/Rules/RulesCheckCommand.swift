import ArgumentParser
import PostilAuthoring
import PostilDiagnostics
import PostilPipeline

/// `postil rules check`.
struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell everything that is wrong in rule files, or doubtful, each with its place.",
    discussion:
      "A comment '# postil: allow R051' on the line, or the one above, silences a warning. Exit status: 0 nothing to tell, "
      + "1 errors or warnings, 2 usage or a chain that cannot run.")

  @OptionGroup var chainOptions: ChainOptions

  @Flag(help: "Tell errors only.")
  var errorsOnly = false

  @Argument(help: "Rule files and folders (default: all of the chain).")
  var paths: [String] = []

  func run() throws {
    let build = try chainOptions.build(adding: paths)
    let wanted = build.files(under: paths)
    func isWanted(_ file: String) -> Bool { paths.isEmpty || wanted.contains(file) || !build.isRuleFile(file) }
    let refusals = build.refusals()
    var diagnostics = build.diagnostics + refusals.diagnostics
    if !errorsOnly {
      let linted = build.lintSources.filter { isWanted($0.ruleset.file) }
      diagnostics += linted.flatMap { RuleLint(ruleset: $0.ruleset, source: $0.source).diagnostics() }
    }
    diagnostics = diagnostics.filter { isWanted($0.location.file) }.sorted { $0.location < $1.location }
    ChainOptions.tell(diagnostics, of: build)
    for error in refusals.errors { StandardError.write("postil: error: \(error)\n") }
    let rules = build.rulesets.filter { paths.isEmpty || wanted.contains($0.file) }.reduce(0) { $0 + $1.rules.count }
    let warnings = diagnostics.count { $0.severity == .warning }
    let errors = diagnostics.count - warnings + refusals.errors.count
    try StandardOutput.write("\(rules) rules, \(errors) errors, \(warnings) warnings\n")
    if errors + warnings > 0 || build.chain == nil { throw ExitCode(Failure.Status.documentsFailed) }
  }
}
