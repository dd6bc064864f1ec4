import ArgumentParser
import PostilModel
import PostilModuleHost

/// `postil modules`.
struct Modules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, describe, check and begin analyzer modules.",
    subcommands: [ModulesList.self, ModulesDescribe.self, ModulesCheck.self, ModulesNew.self])
}

/// `postil modules list`.
struct ModulesList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the modules that can be loaded.")

  @Option(parsing: .singleValue, help: ArgumentHelp("A folder to search first; may be repeated.", valueName: "folder"))
  var modules: [String] = []

  func run() throws {
    let found = ModuleSearch.modules(in: modules)
    for refusal in found.refusals { StandardError.write("postil: warning: \(refusal)\n") }
    for module in found.modules {
      let types = module.manifest.assigns.map(\.type).joined(separator: ", ")
      try StandardOutput.write("\(module.manifest.name) \(module.manifest.version)  assigns \(types)  \(module.path)\n")
    }
    if found.modules.isEmpty {
      throw Failure("no modules found; --modules FOLDER or POSTIL_MODULES tells where they are")
    }
  }
}

/// `postil modules describe NAME`.
struct ModulesDescribe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe", abstract: "Print a module's contract: what its rules may say and what it makes of it.")

  @Option(parsing: .singleValue, help: ArgumentHelp("A folder to search first; may be repeated.", valueName: "folder"))
  var modules: [String] = []

  @Argument(help: "The module's name.")
  var name: String

  func run() throws {
    let found = ModuleSearch.modules(in: modules).modules
    guard let module = found.first(where: { $0.manifest.name == name }) else {
      let known = found.map(\.manifest.name).joined(separator: ", ")
      throw Failure("no module is called '\(name)'; there are: \(known)")
    }
    try StandardOutput.write(ManifestDescription(module.manifest).text)
  }
}

/// `postil modules check FILE`.
struct ModulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Load one module file and tell what is wrong with it.")

  @Argument(help: "The module's file.")
  var file: String

  func run() throws {
    do {
      let module = try LoadedModule.load(path: file)
      do throws(ModuleError) {
        _ = try module.makeInstance(settings: module.manifest.defaultSettings)
      } catch {
        // Rulesets bring its tables: that it misses their rows here is right.
        guard case .table = error.kind else { throw error }
      }
      try StandardOutput.write(
        "\(module.manifest.name) \(module.manifest.version) loads and takes its default settings\n")
    } catch let error as ModuleError {
      throw Failure("\(error)", status: Failure.Status.documentsFailed)
    }
  }
}
