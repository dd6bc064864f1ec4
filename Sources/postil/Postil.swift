import ArgumentParser
import PostilFiles

/// The command line: one subcommand a file.
@main
struct Postil: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "postil",
    abstract: "A text-analysis workbench: rules in YAML find, modules judge, reports compare.",
    version: ProgramVersion.text,
    subcommands: [
      InitCommand.self, Annotate.self, Verify.self, Rules.self, Modules.self, ChainCommand.self, Summarize.self,
      Merge.self, Compare.self,
      ConcordanceCommand.self, Diff.self,
      Evaluate.self, Entities.self, Boilerplate.self,
    ] + storeCommands + [Doctor.self, HelpCommand.self])

  #if Store
    private static let storeCommands: [any ParsableCommand.Type] = [Query.self]
  #else
    private static let storeCommands: [any ParsableCommand.Type] = []
  #endif

  /// Runs the command; a usage error or a broken configuration ends with 2, as the documentation says.
  static func main() {
    do {
      let words = CommandLineWords.readable(Array(CommandLine.arguments.dropFirst()))
      if let problem = UnknownCommand.problem(in: words) { throw Failure(problem) }
      var command = try parseAsRoot(words)
      try command.run()
    } catch let failure as Failure {
      StandardError.write("postil: error: \(failure.message)\n")
      exit(withError: ExitCode(failure.status))
    } catch let error as FileError {
      StandardError.write("postil: error: \(error)\n")
      exit(withError: ExitCode(Failure.Status.documentsFailed))
    } catch ByteOutput.Stop.readerGone {
      exit(withError: ExitCode.success)
    } catch {
      let code = exitCode(for: error)
      guard code == .validationFailure else { exit(withError: error) }
      StandardError.write(fullMessage(for: error) + "\n")
      exit(withError: ExitCode(2))
    }
  }
}
