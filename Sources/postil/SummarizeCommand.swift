import ArgumentParser
import Foundation
import PostilComparison
import PostilFiles
import PostilModel
import PostilRecords

/// `postil summarize`.
struct Summarize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Boil reports down to a summary: all that a comparison needs, and mergeable.",
    discussion: "The same documents give the same bytes, however they were divided among reports.")

  @Option(name: [.short, .long], help: ArgumentHelp("The summary to write.", valueName: "file"))
  var output: String

  @Flag(help: "Leave the texts out: smaller, but occurrences have no context.")
  var withoutText = false

  @Flag(help: "Refuse damaged records instead of counting them as documents that failed.")
  var strict = false

  @Argument(help: "Reports and folders of reports.")
  var inputs: [String]

  func run() throws { try SummaryFile.write(inputs, to: output, keepsText: !withoutText, strict: strict) }
}

/// `postil merge`.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Merge summaries into one: the same bytes as one summary of all reports.")

  @Option(name: [.short, .long], help: ArgumentHelp("The summary to write.", valueName: "file"))
  var output: String

  @Flag(help: "Refuse damaged lines instead of counting them as documents that failed.")
  var strict = false

  @Argument(help: "Summaries.")
  var inputs: [String]

  func run() throws { try SummaryFile.write(inputs, to: output, keepsText: true, strict: strict) }
}

/// What both commands do.
enum SummaryFile {
  static func write(_ inputs: [String], to output: String, keepsText: Bool, strict: Bool) throws {
    do {
      let sources = try inputs.flatMap { try SummarySource.all(at: $0) }
      try OutputGuard.check(sources.map(\.file.path), output: output)
      var faults = 0
      let writer = SummaryWriter(sources: sources, keepsText: keepsText) { fault in
        if strict { throw fault }
        faults += 1
        StandardError.write("postil: warning: \(fault.description)\n")
      }
      let (count, boilerplate) = try FileError.of(output) {
        try WholeFile.write(to: output) { file in
          try writer.write(scratch: "\(output).\(getpid()).scratch") { try file.write($0) }
        }
      }
      for outcome in writer.partial {
        StandardError.write("postil: warning: the summary is partial: \(outcome.progress)\n")
      }
      let told = faults == 0 ? "" : ", \(faults.counted("fault")) told above"
      StandardError.write("\(count.counted("document"))\(told): summary in \(output)\n")
      if boilerplate.names > 0 || boilerplate.words > 0 {
        StandardError.write(
          "\(boilerplate.names.counted("name")) and \(boilerplate.words.counted("word")) stand in boilerplate, which comparisons leave out\n"
        )
      }
      if faults > 0 { throw ExitCode(Failure.Status.documentsFailed) }
    } catch let error as ReportError {
      throw Failure(error.description)
    }
  }
}
