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
            "type": "object",
            "additionalProperties": false,
            "properties": {\(conditionFields)}
          },
          "conditions": {"anyOf": [{"$ref": "#/$defs/condition"}, {"type": "array", "items": {"$ref": "#/$defs/condition"}}]},
          "element": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              \(conditionFields),
              "as": {"type": "string"}, "optional": {"type": "boolean"}, "min": {"type": "integer"}, "max": {"type": "integer"},
              "gap": {
                "type": "object", "additionalProperties": false, "required": ["max"],
                "properties": {"min": {"type": "integer"}, "max": {"type": "integer"}, "unit": {"enum": ["token", "character"]}, "not": {"$ref": "#/$defs/conditions"}}
              }
            }
          },
          "evidence": {
            "type": "object",
            "additionalProperties": false,
            "required": ["threshold", "items"],
            "properties": {
              "threshold": {"type": "number"},
              "items": {
                "type": "array",
                "items": {
                  "type": "object", "additionalProperties": false, "required": ["id", "score"],
                  "properties": {\(conditionFields), "id": {"type": "string"}, "score": {"type": "number"}, "max": {"type": "integer"}}
                }
              }
            }
          },
          "example": {
            "anyOf": [
              {"type": "string"},
              {
                "type": "object", "additionalProperties": false, "required": ["text"],
                "properties": {
                  "text": {"type": "string"}, "date": {"$ref": "#/$defs/scalar"}, "metadata": {"type": "object"}, "features": {"type": "object"},
                  "none": {"type": "boolean"}, "noneOfType": {"type": "boolean"}, "todo": {"type": "string"}
                }
              }
            ]
          },
          "lexicon": {
            "anyOf": [
              {"type": "array", "items": {"$ref": "#/$defs/scalar"}},
              {
                "type": "object", "additionalProperties": false,
                "properties": {"file": {"type": "string"}, "terms": {"$ref": "#/$defs/texts"}, "case": {"enum": ["sensitive", "capitals", "insensitive"]}}
              }
            ]
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

  /// The fields of everything that asks for a pattern, a term or an annotation.
  private static let conditionFields = """
    "pattern": {"type": "string"}, "terms": {"$ref": "#/$defs/texts"}, "type": {"type": "string"}, "where": {"type": "object"}
    """

  private static func properties(_ fields: [String], _ line: (String) -> String) -> String {
    fields.map { "      " + line($0) }.joined(separator: ",\n")
  }

  private static func schema(ofFileField field: String) -> String {
    switch field {
    case "postil": "{\"const\": 1}"
    case "imports": "{\"$ref\": \"#/$defs/texts\"}"
    case "lexicons": "{\"type\": \"object\", \"additionalProperties\": {\"$ref\": \"#/$defs/lexicon\"}}"
    case "definitions": "{\"type\": \"object\", \"additionalProperties\": {\"$ref\": \"#/$defs/scalar\"}}"
    case "types", "defaults": "{\"type\": \"object\"}"
    case "rules": "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/rule\"}}"
    default: "{\"$ref\": \"#/$defs/scalar\"}"
    }
  }

  private static func schema(ofRuleField field: String) -> String {
    switch field {
    case "anyOf", "terms", "tags", "references": "{\"$ref\": \"#/$defs/texts\"}"
    case "sequence": "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/element\"}}"
    case "evidence": "{\"$ref\": \"#/$defs/evidence\"}"
    case "limits":
      "{\"type\": \"object\", \"additionalProperties\": false, "
        + "\"properties\": {\"matches\": {\"type\": \"integer\"}, \"backtracking\": {\"type\": \"integer\"}}}"
    case "features", "document": "{\"type\": \"object\"}"
    case "phase", "priority": "{\"type\": \"integer\"}"
    case "status": choice(["stable", "test", "experimental", "deprecated"])
    case "scope": choice(["document", "paragraph", "sentence", "line"])
    case "conflict": choice(["longest", "priority", "first", "all"])
    case "examples":
      "{\"anyOf\": [{\"$ref\": \"#/$defs/example\"}, {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/example\"}}]}"
    case _ where ContextRelation(rawValue: field) != nil: "{\"$ref\": \"#/$defs/conditions\"}"
    default: "{\"$ref\": \"#/$defs/scalar\"}"
    }
  }

  private static func choice(_ values: [String]) -> String {
    "{\"enum\": [\(values.map { "\"\($0)\"" }.joined(separator: ", "))]}"
  }
}
