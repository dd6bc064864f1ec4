import Foundation
import PostilDiagnostics
import PostilModuleHost
import PostilRules

/// Why a chain file cannot be read.
public struct ChainFileError: Error, CustomStringConvertible, Sendable {
  /// The diagnostics, as shown to the user.
  public let description: String
}

/// A chain as written: which modules and rulesets run, in which order.
public struct ChainFile: Sendable {
  /// A step as written.
  struct Step: Sendable {
    let module: YAMLScalar?
    /// The program that is the module; nil for one that is loaded.
    let program: ProgramCommand?
    let rules: [YAMLScalar]
    let settings: [(name: YAMLScalar, value: YAMLScalar)]
  }

  /// The file; nil for the built-in chain.
  public let path: String?
  /// Whether the user named the file: one that was only found may name no programs.
  let isNamed: Bool
  /// The YAML text.
  public let source: String
  let file: SourceFile
  let language: String
  let inputTypes: [String]
  let steps: [Step]

  /// The names of the modules, in order.
  public var modules: [String] { steps.compactMap { $0.module?.text } }

  /// The programs that it runs, each with its arguments.
  public var programs: [[String]] { steps.compactMap { $0.program?.words } }

  /// The file at `path`, else `postil.yaml` in `folder` or the nearest of its parents, else the built-in chain.
  public static func find(_ path: String?, from folder: String) throws(ChainFileError) -> ChainFile {
    if let path { return try read(path, isNamed: true) }
    var url = URL(fileURLWithPath: folder).standardizedFileURL
    while true {
      let candidate = url.appendingPathComponent("postil.yaml").path
      if FileManager.default.fileExists(atPath: candidate) { return try read(candidate, isNamed: false) }
      guard url.path != "/" else { break }
      url.deleteLastPathComponent()
    }
    return try parse(SourceFile(name: "built-in chain", text: builtInSource), path: nil, isNamed: false)
  }

  private static func read(_ path: String, isNamed: Bool) throws(ChainFileError) -> ChainFile {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ChainFileError(
        description:
          "there is no chain file '\(path)'; 'postil chain show > \(path)' writes the built-in one there to start from")
    }
    let file: SourceFile
    do throws(Diagnostic) {
      file = try SourceFile(path: path, name: path)
    } catch {
      throw ChainFileError(description: "the chain cannot be read\n\(error.rendered)")
    }
    return try parse(file, path: path, isNamed: isNamed)
  }

  private static func parse(
    _ file: SourceFile, path: String?, isNamed: Bool
  ) throws(ChainFileError) -> ChainFile {
    let folder = path.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
    var parser = ChainParser(file: file, folder: folder)
    let parsed = parser.parse()
    guard parser.diagnostics.isEmpty, let parsed else {
      let list = parser.diagnostics.map(\.rendered).joined(separator: "\n")
      throw ChainFileError(description: "the chain cannot be used\n\(list)")
    }
    return ChainFile(
      path: path, isNamed: isNamed, source: file.text, file: file, language: parsed.language,
      inputTypes: parsed.inputTypes, steps: parsed.steps)
  }

  /// Where the rules that the chain calls `path` lie: beside the file, else among the shipped rules.
  func resolve(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if let own = self.path {
      let folder = URL(fileURLWithPath: own).deletingLastPathComponent().relativePath
      let beside = folder == "." ? path : "\(folder)/\(path)"
      if FileManager.default.fileExists(atPath: beside) { return beside }
    }
    return Installation.rulesFolder.map { "\($0)/\(path)" } ?? path
  }

  func diagnostic(_ code: Diagnostic.Code, _ message: String, at scalar: YAMLScalar, help: String? = nil) -> Diagnostic
  {
    file.diagnostic(code, message, at: scalar.location, help: help)
  }
}
