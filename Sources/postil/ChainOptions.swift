import ArgumentParser
import Foundation
import PostilDiagnostics
import PostilPipeline

/// The options by which commands choose what runs.
struct ChainOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The chain to run instead of postil.yaml or the built-in one.", valueName: "file.yaml"))
  var chain: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A file or folder of rulesets that join the chain; may be repeated.", valueName: "path"))
  var rules: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A folder of modules to search first; may be repeated.", valueName: "folder"))
  var modules: [String] = []

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("A module's setting; may be repeated.", valueName: "module.key=value"))
  var settings: [String] = []

  func validate() throws {
    if let wrong = settings.first(where: { ModuleOverride($0) == nil }) {
      throw ValidationError("'\(wrong)' is not of the form module.key=value")
    }
  }

  /// The chain with what is wrong in its files; nothing is told yet.
  ///
  /// - Parameter paths: Rule files and folders beside those of `--rules`.
  func build(adding paths: [String] = []) throws -> ChainBuild {
    let file: ChainFile
    do {
      file = try ChainFile.find(chain, from: FileManager.default.currentDirectoryPath)
    } catch {
      throw Failure(error.description)
    }
    return ChainBuilder(
      file: file, extraRules: rules + paths, moduleFolders: modules, overrides: settings.compactMap(ModuleOverride.init)
    ).build()
  }

  /// The chain, after telling what is wrong; broken rules are left out.
  ///
  /// - Throws: ``Failure`` when the chain cannot run, or with `strict` when anything is wrong.
  func ready(strict: Bool) throws -> (chain: Chain, hasErrors: Bool, rulePaths: [String]) {
    let build = try build()
    let errors = build.diagnostics.filter { $0.severity == .error }
    Self.tell(build.diagnostics, of: build)
    let chain = try Self.chain(of: build)
    if strict, !build.diagnostics.isEmpty {
      throw Failure("the rules or the chain have problems and --strict was given")
    }
    return (chain, !errors.isEmpty, build.rulePaths)
  }

  /// The chain of `build`, whose problems were told.
  static func chain(of build: ChainBuild) throws -> Chain {
    guard let chain = build.chain else { throw Failure("the chain cannot run: see above") }
    return chain
  }

  /// Tells what is wrong, on standard error.
  static func tell(_ diagnostics: [Diagnostic], of build: ChainBuild) {
    for diagnostic in diagnostics { StandardError.write(diagnostic.rendered + "\n") }
    for problem in build.problems { StandardError.write("postil: warning: \(problem)\n") }
  }
}
