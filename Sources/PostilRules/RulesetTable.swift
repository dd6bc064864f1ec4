import PostilDiagnostics
import PostilModel

/// A table that a ruleset gives its module.
public struct RulesetTable: Sendable {
  /// What rule file and module call it.
  public let name: String
  /// Where the rule file names it.
  public let location: SourceLocation
  /// The path of the file that it was read from.
  public let path: String
  /// Its rows, in order, those that are wrong left out.
  public let rows: [ModuleTable.Row]
}
