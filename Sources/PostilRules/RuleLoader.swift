import PostilDiagnostics
import PostilModel

/// The rulesets of a run and everything that is wrong with their files.
public struct LoadedRules: Sendable {
  /// Without the rules that are broken.
  public let rulesets: [Ruleset]
  /// By file and place.
  public let diagnostics: [Diagnostic]
}

/// Loads rule files, collecting all errors of all files.
public struct RuleLoader {
  private let manifests: [ModuleManifest]
  private let knownTypes: Set<String>

  /// - Parameters:
  ///   - manifests: The contracts that rules for modules are checked against.
  ///   - knownTypes: Types that the input brings.
  public init(manifests: [ModuleManifest], knownTypes: Set<String> = []) {
    self.manifests = manifests
    self.knownTypes = knownTypes
  }

  /// Loads `files` in order; a second ruleset of one name is left out.
  public func load(_ files: [RuleFile]) -> LoadedRules {
    var diagnostics: [Diagnostic] = []
    var rulesets: [Ruleset] = []
    var seen: [String: String] = [:]
    for file in files {
      do throws(Diagnostic) {
        let source = try SourceFile(path: file.path, name: file.displayName)
        var parser = RulesetParser(source: source, path: file.path, manifests: manifests, knownTypes: knownTypes)
        let ruleset = parser.parse()
        diagnostics += parser.diagnostics
        guard let ruleset else { continue }
        if let first = seen[ruleset.name] {
          diagnostics.append(
            source.diagnostic("R006", "ruleset '\(ruleset.name)' is already defined in '\(first)'", line: 1, column: 1))
          continue
        }
        seen[ruleset.name] = file.displayName
        rulesets.append(ruleset)
      } catch {
        diagnostics.append(error)
      }
    }
    return LoadedRules(rulesets: rulesets, diagnostics: diagnostics.sorted { $0.location < $1.location })
  }
}
