import Foundation
import PostilDiagnostics

/// A rule file to load.
public struct RuleFile: Hashable, Sendable {
  /// Where it lies.
  public let path: String
  /// What diagnostics call it.
  public let displayName: String
  /// The step of the chain that it was named for; nil when its module tells.
  public let step: Int?

  /// Pairs a file with its name and step.
  public init(path: String, displayName: String, step: Int? = nil) {
    self.path = path
    self.displayName = displayName
    self.step = step
  }
}

extension RuleLoader {
  /// The rule file at `path`, or all `.yaml` and `.yml` files of the folder there and its subfolders, by name.
  public static func files(in path: String, step: Int? = nil) -> (files: [RuleFile], diagnostics: [Diagnostic]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return ([], [refusal(path, "there is no rule file or folder '\(path)'")])
    }
    guard isFolder.boolValue else { return ([RuleFile(path: path, displayName: path, step: step)], []) }
    let found = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    let files = found.map { RuleFile(path: "\(path)/\($0)", displayName: "\(path)/\($0)", step: step) }
    return (files, files.isEmpty ? [refusal(path, "the folder '\(path)' has no .yaml files", .folderWithoutRules)] : [])
  }

  private static func refusal(_ path: String, _ message: String, _ code: Diagnostic.Code = .unreadableFile)
    -> Diagnostic
  {
    let name = path.hasSuffix(".yaml") || path.hasSuffix(".yml") ? path : "\(path)/mine.yaml"
    return Diagnostic(
      code: code, message: message, location: SourceLocation(file: path, line: 1, column: 1),
      help: "'postil rules new \(name)' writes a file of rules there to start from")
  }
}
