import PostilRules

/// The JSON Schema of rule files.
public enum RuleSchema {
  /// The schema, draft 2020-12, as text.
  public static var json: String {
    let rule = properties(RuleFields.rule) { "\"\($0)\": " + schema(ofRuleField: $0) }
    let file = properties(RuleFields.file) { "\"\($0)\": " + schema(ofFileField: $0) }
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Postil rule file",
        "type": "object",
        "additionalProperties": false,
        "required": ["postil", "ruleset"],
        "properties": {
      \(file)
        },
        "$defs": {
          "texts": {"type": ["string", "number", "array"], "items": {"type": ["string", "number"]}},
          "scalar": {"type": ["string", "number", "boolean"]},
          "condition": {
            "type": ["object", "array"],
            "properties": {"pattern": {"type": "string"}, "terms": {"$ref": "#/$defs/texts"}, "type": {"type": "string"}, "where": {"type": "object"}}
          },
          "rule": {
            "type": "object",
            "additionalProperties": false,
            "required": ["id"],
            "properties": {
      \(rule)
            }
          }
        }
      }

      """
  }

  private static func properties(_ fields: [String], _ line: (String) -> String) -> String {
    fields.map { "      " + line($0) }.joined(separator: ",\n")
  }

  private static func schema(ofFileField field: String) -> String {
    switch field {
    case "postil": "{\"const\": 1}"
    case "imports": "{\"$ref\": \"#/$defs/texts\"}"
    case "types", "definitions", "lexicons", "defaults": "{\"type\": \"object\"}"
    case "rules": "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/rule\"}}"
    default: "{\"$ref\": \"#/$defs/scalar\"}"
    }
  }

  private static func schema(ofRuleField field: String) -> String {
    switch field {
    case "anyOf", "terms", "tags", "references": "{\"$ref\": \"#/$defs/texts\"}"
    case "sequence": "{\"type\": \"array\", \"items\": {\"type\": \"object\"}}"
    case "features", "limits", "document", "evidence": "{\"type\": \"object\"}"
    case "phase", "priority": "{\"type\": \"integer\"}"
    case "status": choice(["stable", "test", "experimental", "deprecated"])
    case "scope": choice(["document", "paragraph", "sentence", "line"])
    case "conflict": choice(["longest", "priority", "first", "all"])
    case "examples": "{\"type\": [\"array\", \"string\", \"object\"]}"
    case _ where ContextRelation(rawValue: field) != nil: "{\"$ref\": \"#/$defs/condition\"}"
    default: "{\"$ref\": \"#/$defs/scalar\"}"
    }
  }

  private static func choice(_ values: [String]) -> String {
    "{\"enum\": [\(values.map { "\"\($0)\"" }.joined(separator: ", "))]}"
  }
}
