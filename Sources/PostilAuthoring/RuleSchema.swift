import PostilRules

/// The JSON Schema of rule files.
///
/// It refuses what a schema can refuse of what the parser does, and gives every field its words for editors to show. Text is
/// whatever is no list and no mapping, since YAML 1.1 makes dates, numbers and booleans of unquoted text.
public enum RuleSchema {
  /// The schema, draft 2020-12, as text.
  public static var json: String {
    let head = """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Postil rule file",
        "description": "Rules that find things in texts: see Documentation/RuleLanguage.md.",
        "type": "object",
        "additionalProperties": false,
        "required": ["postil", "ruleset"],
        "properties": {

      """
    let definitions = RuleSchemaDefinitions.all.map { "    \"\($0.name)\": \($0.schema)" }
    return head + properties(RuleFields.file, RuleFieldWords.file, fileField) + "\n  },\n  \"$defs\": {\n"
      + definitions.joined(separator: ",\n") + "\n  }\n}\n"
  }

  /// The schema of a mapping with these fields, one a line, each with its title and what it means.
  static func properties(
    _ names: [String], _ words: [String: String], _ schema: (String) -> [String: String]
  ) -> String {
    names.map { name in
      var parts = schema(name)
      parts["title"] = "\"\(name)\""
      parts["description"] = "\"\(words[name] ?? "")\""
      return "      \"\(name)\": " + object(parts)
    }.joined(separator: ",\n")
  }

  /// A JSON object of parts that are JSON already, by name.
  static func object(_ parts: [String: String]) -> String {
    "{" + parts.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}"
  }

  static func reference(_ name: String) -> [String: String] { ["$ref": "\"#/$defs/\(name)\""] }

  static func choice(_ values: [String]) -> [String: String] {
    ["enum": "[\(values.map { "\"\($0)\"" }.joined(separator: ", "))]"]
  }

  static func integer(_ range: ClosedRange<Int>) -> [String: String] {
    ["type": "\"integer\"", "minimum": "\(range.lowerBound)", "maximum": "\(range.upperBound)"]
  }

  /// A mapping of any names to values of one definition.
  static func map(of name: String) -> [String: String] {
    ["type": "\"object\"", "additionalProperties": object(reference(name))]
  }

  static func list(of name: String, orOne: Bool = false) -> [String: String] {
    let list = ["type": "\"array\"", "items": object(reference(name)), "minItems": "1"]
    return orOne ? ["anyOf": "[\(object(reference(name))), \(object(list))]"] : list
  }

  private static func fileField(_ name: String) -> [String: String] {
    switch name {
    case "postil": ["enum": "[1, \"1\"]"]
    case "ruleset", "module": reference("name")
    case "imports": list(of: "import", orOne: true)
    case "lexicons": map(of: "lexicon")
    case "tables": map(of: "table")
    case "definitions": map(of: "text")
    case "types": map(of: "type")
    case "defaults": reference("defaults")
    case "rules": ["type": "\"array\"", "items": object(reference("rule"))]
    default: reference("text")
    }
  }

  static func ruleField(_ name: String) -> [String: String] {
    switch name {
    case "id", "type", "span", "frame": reference("name")
    case "pattern": reference("pattern")
    case "anyOf": list(of: "pattern", orOne: true)
    case "terms", "lemma": reference("names")
    case "tags", "references": reference("texts")
    case "sequence": list(of: "element")
    case "event": reference("event")
    case "evidence": reference("evidence")
    case "limits": reference("limits")
    case "features": map(of: "texts")
    case "document": map(of: "test")
    case "phase": integer(0...1000)
    case "priority": integer(-1_000_000...1_000_000)
    case "status": choice(["stable", "test", "experimental", "deprecated"])
    case "scope": choice(["document", "paragraph", "sentence", "line"])
    case "near": reference("name")
    case "conflict": choice(["longest", "priority", "first", "all"])
    case "examples": list(of: "example", orOne: true)
    case _ where ContextRelation(rawValue: name) != nil: list(of: "condition", orOne: true)
    default: reference("text")
    }
  }
}
