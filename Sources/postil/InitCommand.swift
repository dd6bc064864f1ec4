import ArgumentParser
import Foundation
import PostilAuthoring
import PostilFiles

/// `postil init FOLDER`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a project: a chain, rules with an example, texts to try them on, and a Makefile for CI.",
    discussion: "Exit status: 0 written, 2 usage or a file that is there already; then nothing is written.")

  @Argument(help: "The folder to write into, such as my-news or '.'; it is made where it is missing.")
  var folder: String

  func run() throws {
    let files = ProjectTemplate.files.map {
      (path: $0.path, url: URL(fileURLWithPath: "\(folder)/\($0.path)"), text: $0.text)
    }
    let existing = files.filter { FileManager.default.fileExists(atPath: $0.url.path) }.map(\.path)
    guard existing.isEmpty else {
      throw Failure(
        "'\(folder)' has \(existing.joined(separator: ", ")) already, and nothing was written; name a new folder, or move \(existing.count == 1 ? "it" : "them") away"
      )
    }
    for file in files {
      try Failure.of {
        try FileManager.default.createDirectory(
          at: file.url.deletingLastPathComponent(), withIntermediateDirectories: true)
      }
      try WholeFile.write(file.text.utf8, to: file.url.path)
    }
    try StandardOutput.write(
      "wrote \(files.map(\.path).joined(separator: ", "))\(folder == "." ? "" : " to \(folder); now there"):\n"
        + Self.next.map { "  \($0)\n" }.joined())
  }

  /// What to try first.
  private static let next = [
    "postil rules test rules", "postil annotate seeds", "postil annotate seeds --format html --output out",
    "make check",
  ]
}
