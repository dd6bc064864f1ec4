import ArgumentParser
import Foundation
import PostilAuthoring
import PostilFiles
import PostilPipeline

/// `postil modules new NAME`.
struct ModulesNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a module that builds and loads, in Swift, C or Python, with a ruleset for it.")

  @Option(help: "The language: swift, c or python.")
  var language = ModuleTemplate.Language.swift

  @Option(help: ArgumentHelp("Where to write (default: a folder called like the module).", valueName: "folder"))
  var output: String?

  @Argument(help: "The module's name, such as WeaponFinder.")
  var name: String

  func run() throws {
    guard let template = ModuleTemplate(name: name) else {
      throw Failure("'\(name)' must begin with a capital and hold letters and digits only, such as WeaponFinder")
    }
    let folder = output ?? name
    guard !FileManager.default.fileExists(atPath: folder) else { throw Failure("'\(folder)' exists already") }
    let needed: (folder: String?, what: String) =
      switch language {
      case .swift: (Installation.packageFolder, "package of Postil")
      case .c: (Installation.headerFolder, "header postil_module.h")
      case .python: (Installation.pythonFolder, "file postil_module.py")
      }
    guard let home = needed.folder else { throw Failure("the \(needed.what) was not found near the program") }
    let (files, commands) = template.files(in: language, home: home)
    for file in files {
      let path = URL(fileURLWithPath: "\(folder)/\(file.path)")
      try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try WholeFile.write(file.text.utf8, to: path.path)
    }
    try StandardOutput.write("wrote \(folder); now there:\n" + commands.map { "  \($0)\n" }.joined())
  }
}

extension ModuleTemplate.Language: ExpressibleByArgument {}
