import Foundation
import PostilDiagnostics
import PostilModuleHost
import PostilRules

/// A chain, if it can run, and everything that is wrong with its parts.
public struct ChainBuild: Sendable {
  /// Nil when the chain file is broken, a module is missing, or an order cannot work.
  public let chain: Chain?
  /// All rulesets that loaded, in the order of the chain.
  public let rulesets: [Ruleset]
  /// What is wrong in the chain file and the rule files.
  public let diagnostics: [Diagnostic]
  /// What else is worth telling, such as module files that were refused.
  public let problems: [String]
  /// What is wrong with the settings that were given beside the chain; with any of it there is no chain.
  public let settingErrors: [String]
  /// The rule files that were read.
  let ruleFiles: [RuleFile]
  /// What was found of modules: each stays in memory for the life of the process, so it is loaded once.
  let search: (modules: [LoadedModule], refusals: [ModuleError])

  /// The paths of all rule files that were read, in the order of the chain.
  public var rulePaths: [String] { ruleFiles.map(\.path) }

  /// The files and folders that gave no rules at all: missing, not to be read as rule files, or a second ruleset of one name.
  public var unusable: [String] {
    let used = Set(rulesets.map(\.file))
    let read = Set(ruleFiles.map(\.displayName))
    let names = diagnostics.filter { diagnostic in
      let name = diagnostic.location.file
      let isMissing = [.unreadableFile, .folderWithoutRules].contains(diagnostic.code) && !read.contains(name)
      return isMissing || diagnostic.severity == .error && read.contains(name) && !used.contains(name)
    }.map(\.location.file)
    return Set(names).sorted()
  }

  /// The rule files, as diagnostics name them, that lie at or under `paths`.
  public func files(under paths: [String]) -> Set<String> { ruleFiles.names(under: paths) }

  /// The rulesets with their files' texts, for looking closer at how they are written.
  public var lintSources: [(ruleset: Ruleset, source: SourceFile)] {
    rulesets.compactMap { ruleset in
      guard let file = ruleFiles.first(where: { $0.displayName == ruleset.file }),
        let source = try? SourceFile(path: file.path, name: file.displayName)
      else { return nil }
      return (ruleset, source)
    }
  }

  /// The folders of all rule files, for noticing that one is saved.
  ///
  /// - Parameter paths: Further files and folders.
  public func watchedFolders(adding paths: [String]) -> [String] {
    let folders = ruleFiles.map { URL(fileURLWithPath: $0.path).deletingLastPathComponent().path }
    return Set(folders + paths.map { URL(fileURLWithPath: $0).path }).sorted()
  }

  /// Whether diagnostics of `file` speak of a rule file of this chain.
  public func isRuleFile(_ file: String) -> Bool { ruleFiles.contains { $0.displayName == file } }

  /// `path` absolute and with links resolved, so that one file has one name.
  static func canonical(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}

extension [RuleFile] {
  /// The names in diagnostics of those that lie at or under `paths`.
  func names(under paths: [String]) -> Set<String> {
    let roots = paths.map(ChainBuild.canonical)
    return Set(
      filter { file in
        let path = ChainBuild.canonical(file.path)
        return roots.contains { path == $0 || path.hasPrefix($0 + "/") }
      }.map(\.displayName))
  }
}
