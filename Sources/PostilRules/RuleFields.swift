/// The names of the fields of rule files.
public enum RuleFields {
  /// Those of a file.
  public static let file = [
    "postil", "ruleset", "module", "language", "title", "license", "imports", "types", "definitions", "lexicons",
    "defaults", "rules",
  ]

  /// Those of a rule that `defaults` may give.
  public static let defaults = [
    "type", "scope", "priority", "conflict", "phase", "status", "author", "document", "limits",
  ]

  /// Those of a rule.
  public static let rule =
    [
      "id", "title", "description", "status", "tags", "references", "author", "type", "span", "features", "scope",
      "document", "priority", "conflict", "phase", "limits", "examples",
    ] + MatcherParser.fields + ContextRelation.allCases.map(\.rawValue)
}
