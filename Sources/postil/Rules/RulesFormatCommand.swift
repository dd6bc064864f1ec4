import ArgumentParser
import Foundation
import PostilAuthoring
import PostilDiagnostics
import PostilFiles

/// `postil rules fmt`.
struct RulesFormat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Lay rule files out in one way; comments and every value stay as they are.",
    discussion: "Exit status: 0 done, 1 a file would change with --check, 2 usage or a file that cannot be read.")

  @Flag(help: "Change nothing; exit status 1 if a file would change.")
  var check = false

  @Argument(help: "Rule files and folders.")
  var paths: [String]

  func run() throws {
    var wouldChange = false
    for path in paths {
      let found = RuleFormatter.files(in: path)
      for diagnostic in found.diagnostics { StandardError.write(diagnostic.rendered + "\n") }
      for file in found.files {
        let text: String
        let formatted: String
        do throws(Diagnostic) {
          (text, formatted) = try RuleFormatter.formatted(file)
        } catch {
          throw Failure(error.rendered)
        }
        guard text != formatted else { continue }
        wouldChange = true
        try StandardOutput.write("\(file)\n")
        if !check { try WholeFile.write(formatted.utf8, to: file) }
      }
    }
    if check, wouldChange { throw ExitCode(Failure.Status.documentsFailed) }
  }
}
