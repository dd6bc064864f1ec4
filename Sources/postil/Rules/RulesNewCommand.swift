import ArgumentParser
import Foundation
import PostilAuthoring

/// `postil rules new`.
struct RulesNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a commented rule file to start from.")

  @Argument(help: "The file to write, such as rules/weapons.yaml; an existing one is left alone.")
  var file: String

  func run() throws {
    guard !FileManager.default.fileExists(atPath: file) else { throw Failure("'\(file)' exists already") }
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    try ByteOutput.create(file).write(Array(RuleTemplate.text(named: name).utf8)[...])
    try StandardOutput.write(
      "wrote \(file); next: postil rules test \(file), then postil annotate --rules \(file) DOCUMENTS\n")
  }
}
