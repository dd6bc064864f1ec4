import ArgumentParser
import Foundation
import PostilAuthoring
import PostilFiles

/// `postil rules new`.
struct RulesNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a commented rule file to start from.",
    discussion: "Exit status: 0 written, 2 usage or a file that is there already.")

  @Argument(help: "The file to write, such as rules/weapons.yaml; folders are made, an existing file is left alone.")
  var file: String

  func run() throws {
    let isNamed = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
    let file = isNamed ? file : file + ".yaml"
    guard !FileManager.default.fileExists(atPath: file) else { throw Failure("'\(file)' exists already") }
    let url = URL(fileURLWithPath: file)
    let name = url.deletingPathExtension().lastPathComponent
    try Failure.of {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    }
    try WholeFile.write(RuleTemplate.text(named: name).utf8, to: file)
    try StandardOutput.write(
      "wrote \(file); next: postil rules test \(file), then postil annotate --rules \(file) DOCUMENTS\n")
  }
}
