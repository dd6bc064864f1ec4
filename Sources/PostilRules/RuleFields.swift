/// The names of the fields of rule files.
public enum RuleFields {
  /// Those of a file.
  public static let file = [
    "postil", "ruleset", "module", "language", "title", "license", "imports", "types", "definitions", "lexicons",
    "tables", "defaults", "rules",
  ]

  /// Those of a rule that `defaults` may give.
  public static let defaults = [
    "type", "scope", "near", "priority", "conflict", "phase", "status", "author", "document", "limits",
  ]

  /// Those of `defaults` that a frame takes over; one that asks something of documents is told.
  static let defaultsOfFrames = ["type", "priority", "status", "author", "document"]

  /// Those of a rule that a frame does not have.
  public static let notOfFrames =
    ["span", "features", "scope", "near", "document", "conflict", "phase", "limits"]
    + ContextRelation.allCases.map(\.rawValue)

  /// Those of a rule.
  public static let rule =
    [
      "id", "title", "description", "status", "tags", "references", "author", "type", "span", "features", "scope",
      "near", "document", "priority", "conflict", "phase", "limits", "examples",
    ] + MatcherParser.fields + ContextRelation.allCases.map(\.rawValue)
}
