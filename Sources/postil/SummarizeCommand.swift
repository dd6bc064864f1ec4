import ArgumentParser
import Foundation
import PostilComparison
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

  @Argument(help: "Reports and folders of reports.")
  var inputs: [String]

  func run() throws { try SummaryFile.write(inputs, to: output, keepsText: !withoutText) }
}

/// `postil merge`.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Merge summaries into one: the same bytes as one summary of all reports.")

  @Option(name: [.short, .long], help: ArgumentHelp("The summary to write.", valueName: "file"))
  var output: String

  @Argument(help: "Summaries.")
  var inputs: [String]

  func run() throws { try SummaryFile.write(inputs, to: output, keepsText: true) }
}

/// What both commands do.
enum SummaryFile {
  static func write(_ inputs: [String], to output: String, keepsText: Bool) throws {
    do {
      let sources = try inputs.flatMap { try SummarySource.all(at: $0) }
      let part = "\(output).\(ProcessInfo.processInfo.processIdentifier).part"
      let count = try writeWhole(sources, to: part, keepsText: keepsText)
      guard rename(part, output) == 0 else {
        throw Failure("cannot write '\(output)': \(String(cString: strerror(errno)))", status: 1)
      }
      StandardError.write("\(count.counted("document")): summary in \(output)\n")
    } catch let error as ReportError {
      throw Failure(error.description)
    }
  }

  private static func writeWhole(_ sources: [SummarySource], to part: String, keepsText: Bool) throws -> Int {
    let file = try ByteOutput.create(part)
    defer { close(file.descriptor) }
    do {
      return try SummaryWriter(sources: sources, keepsText: keepsText).write(scratch: part + ".scratch") {
        try file.write($0)
      }
    } catch {
      unlink(part)
      throw error
    }
  }
}
