import Foundation
import PostilDiagnostics
import PostilRules

/// Which rule files a chain reads, and which step each belongs to.
struct RulePlan {
  /// All files, those of the steps in order, then those of `--rules`; each once.
  private(set) var files: [RuleFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// For each step the names that its files have in diagnostics.
  private var ofStep: [Set<String>] = []

  init(file: ChainFile, extraRules: [String]) {
    var seen: Set<String> = []
    for (number, step) in file.steps.enumerated() {
      var names: Set<String> = []
      for path in step.rules {
        let found = RuleLoader.files(in: file.resolve(path.text), step: number)
        diagnostics += found.diagnostics
        for ruleFile in found.files where seen.insert(ChainBuild.canonical(ruleFile.path)).inserted {
          files.append(ruleFile)
          names.insert(ruleFile.displayName)
        }
      }
      ofStep.append(names)
    }
    for path in extraRules {
      let found = RuleLoader.files(in: path)
      diagnostics += found.diagnostics
      files += found.files.filter { seen.insert(ChainBuild.canonical($0.path)).inserted }
    }
  }

  /// The rulesets of each step, and those without a module that form the final step.
  func place(
    _ rulesets: [Ruleset], in file: ChainFile, _ diagnostics: inout [Diagnostic]
  ) -> (steps: [[Ruleset]], final: [Ruleset]) {
    var steps = [[Ruleset]](repeating: [], count: file.steps.count)
    var final: [Ruleset] = []
    for ruleset in rulesets {
      if let step = ofStep.firstIndex(where: { $0.contains(ruleset.file) }) {
        steps[step].append(ruleset)
      } else if let module = ruleset.module {
        if let step = file.steps.firstIndex(where: { $0.module?.text == module }) {
          steps[step].append(ruleset)
        } else {
          diagnostics.append(
            Diagnostic(
              code: .moduleNotRun,
              message: "ruleset '\(ruleset.name)' is for module '\(module)', which the chain does not run",
              location: SourceLocation(file: ruleset.file, line: 1, column: 1),
              help: "add a step with 'module: \(module)' to the chain"))
        }
      } else {
        final.append(ruleset)
      }
    }
    return (steps, final)
  }
}
