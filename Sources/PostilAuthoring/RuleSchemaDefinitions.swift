import PostilRules

/// The parts of which the schema of rule files is made.
enum RuleSchemaDefinitions {
  /// In order.
  static var all: [(name: String, schema: String)] {
    [
      ("text", #"{"not": {"type": ["array", "object", "null"]}}"#),
      ("name", #"{"not": {"type": ["array", "object", "null"]}, "minLength": 1}"#),
      ("texts", ##"{"anyOf": [{"$ref": "#/$defs/text"}, {"type": "array", "items": {"$ref": "#/$defs/text"}}]}"##),
      (
        "names",
        ##"{"anyOf": [{"$ref": "#/$defs/name"}, {"type": "array", "items": {"$ref": "#/$defs/name"}, "minItems": 1}]}"##
      ),
      ("pattern", #"{"not": {"anyOf": [{"type": ["array", "object", "null"]}, {"const": ""}]}}"#),
      ("import", anImport), ("type", type), ("lexicon", lexicon), ("table", table), ("test", test),
      ("condition", condition),
      ("element", element), ("alternative", alternative),
      ("gap", gap), ("event", event), ("role", role), ("reach", reach),
      ("evidence", evidence), ("item", item), ("limits", limits), ("example", example), ("defaults", defaults),
      ("rule", rule),
    ]
  }

  private static let matchers = ["pattern", "anyOf", "terms", "lemma", "sequence", "event", "evidence", "frame"]

  private static func mapping(
    _ fields: [String], _ words: [String: String], required: [String] = [], more: String = "",
    _ schema: (String) -> [String: String]
  ) -> String {
    let names = required.map { "\"\($0)\"" }.joined(separator: ", ")
    return "{\n    \"type\": \"object\", \"additionalProperties\": false, \"required\": [\(names)]\(more),\n"
      + "    \"properties\": {\n" + RuleSchema.properties(fields, words, schema) + "\n    }}"
  }

  /// That one of several fields is given, and no more.
  private static func one(of fields: [String]) -> String {
    ", \"oneOf\": [" + fields.map { "{\"required\": [\"\($0)\"]}" }.joined(separator: ", ") + "]"
  }

  /// That where one field is given some others are not.
  private static func only(_ field: String, without others: [String]) -> String {
    let none = others.map { "\"\($0)\": false" }.joined(separator: ", ")
    return ", \"if\": {\"required\": [\"\(field)\"]}, \"then\": {\"properties\": {\(none)}}"
  }

  private static var rule: String {
    let more = one(of: matchers) + only("frame", without: RuleFields.notOfFrames)
    return mapping(RuleFields.rule, RuleFieldWords.rule, required: ["id"], more: more, RuleSchema.ruleField)
  }

  private static var defaults: String {
    mapping(RuleFields.defaults, RuleFieldWords.rule, RuleSchema.ruleField)
  }

  private static var condition: String {
    mapping(askers + ["where"], RuleFieldWords.condition, more: asking, conditionField)
  }

  private static let asking =
    one(of: askers) + only("pattern", without: ["where"])

  private static let askers = ["pattern", "terms", "type", "lemma", "negation"]

  private static func conditionField(_ name: String) -> [String: String] {
    switch name {
    case "pattern": RuleSchema.reference("pattern")
    case "terms", "lemma": RuleSchema.reference("names")
    case "negation": ["const": "true"]
    case "where": RuleSchema.map(of: "test")
    default: RuleSchema.reference("name")
    }
  }

  private static var element: String {
    let takers = askers + ["anyOf", "group", "gap"]
    let without = ["optional", "min", "max", "where"]
    let more =
      one(of: takers) + ", \"allOf\": ["
      + [
        only("gap", without: without), only("pattern", without: ["where"]), only("anyOf", without: ["where"]),
        only("group", without: ["where"]),
      ].map { "{\($0.dropFirst(2))}" }.joined(separator: ", ") + "]"
    return mapping(takers + ["where", "as", "optional", "min", "max"], RuleFieldWords.element, more: more) { name in
      switch name {
      case "gap": RuleSchema.reference("gap")
      case "group": RuleSchema.list(of: "element", orOne: true)
      case "anyOf": RuleSchema.list(of: "alternative")
      case "optional": ["type": "\"boolean\""]
      case "min": RuleSchema.integer(0...100)
      case "max": RuleSchema.integer(1...100)
      default: conditionField(name)
      }
    }
  }

  /// An element, or several side by side.
  private static let alternative =
    ##"{"anyOf": [{"$ref": "#/$defs/element"}, {"type": "array", "items": {"$ref": "#/$defs/element"}, "minItems": 1}]}"##

  private static var gap: String {
    mapping(["min", "max", "unit", "not", "prefer"], RuleFieldWords.gap, required: ["max"]) { name in
      switch name {
      case "min": RuleSchema.integer(0...1000)
      case "max": RuleSchema.integer(1...1000)
      case "unit": RuleSchema.choice(GapUnit.allCases.map(\.rawValue))
      case "prefer": RuleSchema.choice(GapPreference.allCases.map(\.rawValue))
      default: RuleSchema.list(of: "condition", orOne: true)
      }
    }
  }

  private static var event: String {
    mapping(["trigger", "reach", "roles"], RuleFieldWords.event, required: ["trigger", "roles"]) { name in
      switch name {
      case "trigger": RuleSchema.list(of: "condition", orOne: true)
      case "roles": RuleSchema.map(of: "role").merging(["minProperties": "1"]) { $1 }
      default: RuleSchema.reference("reach")
      }
    }
  }

  private static var role: String {
    let fields =
      askers + [
        "where", "anyOf", "reach", "side", "prefer", "optional", "max", "shared", "not",
      ]
    let more =
      one(of: askers + ["anyOf"])
      + ", \"allOf\": [{\(only("pattern", without: ["where"]).dropFirst(2))}, "
      + "{\(only("anyOf", without: ["where"]).dropFirst(2))}]"
    return mapping(fields, RuleFieldWords.event, more: more) { name in
      switch name {
      case "anyOf", "not": RuleSchema.list(of: "condition", orOne: true)
      case "reach": RuleSchema.reference("reach")
      case "side": RuleSchema.choice(EventRole.Side.allCases.map(\.rawValue))
      case "prefer": RuleSchema.choice(EventRole.Preference.allCases.map(\.rawValue))
      case "optional", "shared": ["type": "\"boolean\""]
      case "max": RuleSchema.integer(1...100)
      default: conditionField(name)
      }
    }
  }

  private static var reach: String {
    let tokens = mapping(["tokens"], RuleFieldWords.event, required: ["tokens"]) { _ in RuleSchema.integer(1...1000) }
    return #"{"anyOf": [{"enum": ["sentence", "clause", "paragraph"]}, "# + tokens + "]}"
  }

  private static var evidence: String {
    mapping(["threshold", "items"], RuleFieldWords.evidence, required: ["threshold", "items"]) { name in
      name == "items" ? RuleSchema.list(of: "item") : ["type": "\"number\""]
    }
  }

  private static var item: String {
    let fields = ["id"] + askers + ["where", "score", "max"]
    return mapping(fields, RuleFieldWords.evidence, required: ["id", "score"], more: asking) { name in
      switch name {
      case "score": ["type": "\"number\""]
      case "max": RuleSchema.integer(1...1000)
      default: conditionField(name)
      }
    }
  }

  private static var limits: String {
    mapping(["matches", "backtracking", "steps"], RuleFieldWords.limits) { name in
      switch name {
      case "matches": RuleSchema.integer(1...10_000_000)
      case "steps": RuleSchema.integer(1000...10_000_000_000)
      default: RuleSchema.integer(100...10_000_000)
      }
    }
  }

  private static var test: String {
    let object = mapping(["pattern", "from", "to"], RuleFieldWords.test) { name in
      RuleSchema.reference(name == "pattern" ? "pattern" : "text")
    }
    return
      ##"{"anyOf": [{"$ref": "#/$defs/text"}, {"type": "array", "items": {"$ref": "#/$defs/text"}, "minItems": 1}, "##
      + object + "]}"
  }

  private static var lexicon: String {
    let object = mapping(
      ["file", "case", "dotted", "terms"], RuleFieldWords.lexicon, more: one(of: ["file", "terms"])
    ) { name in
      switch name {
      case "case": RuleSchema.choice(["sensitive", "capitals", "insensitive"])
      case "dotted": ["type": "\"boolean\""]
      case "terms": RuleSchema.reference("names")
      default: RuleSchema.reference("name")
      }
    }
    return ##"{"anyOf": [{"type": "array", "items": {"$ref": "#/$defs/name"}, "minItems": 1}, "## + object + "]}"
  }

  private static var anImport: String {
    let object = mapping(["file", "lexicons"], RuleFieldWords.anImport, required: ["file", "lexicons"]) { name in
      RuleSchema.reference(name == "file" ? "name" : "names")
    }
    return ##"{"anyOf": [{"$ref": "#/$defs/name"}, "## + object + "]}"
  }

  private static var table: String {
    mapping(["file"], RuleFieldWords.table, required: ["file"]) { _ in RuleSchema.reference("name") }
  }

  private static var type: String {
    let kinds = #"{"type": "object", "additionalProperties": {"type": "string", "pattern": "\#(kind)"}}"#
    let object = mapping(["features", "title", "like"], RuleFieldWords.type, more: only("like", without: ["features"]))
    {
      name in
      name == "features" ? ["allOf": "[\(kinds)]"] : RuleSchema.reference("text")
    }
    return #"{"anyOf": [{"type": "null"}, "# + object + "]}"
  }

  private static let kind = "^(list of )*(string|number|boolean|span|annotation|record)$"

  /// A marked text, or one that says that nothing is found.
  private static var example: String {
    let marked = #"{"type": "string", "pattern": "(^|[^\\\\])\\[\\["}"#
    let none =
      #"{"anyOf": [{"required": ["none"], "properties": {"none": {"const": true}}}, "#
      + #"{"required": ["noneOfType"], "properties": {"noneOfType": {"const": true}}}]}"#
    let more =
      ", \"if\": \(none), \"then\": {\"properties\": {\"text\": {\"not\": \(marked)}}}, "
      + "\"else\": {\"properties\": {\"text\": \(marked)}}"
    let fields = ["text", "date", "metadata", "features", "none", "noneOfType", "todo"]
    let object = mapping(fields, RuleFieldWords.example, required: ["text"], more: more) { name in
      switch name {
      case "metadata":
        [
          "type": "\"object\"", "additionalProperties": ##"{"$ref": "#/$defs/text"}"##,
          "properties": #"{"date": false}"#,
        ]
      case "features": RuleSchema.map(of: "texts")
      case "none", "noneOfType": ["type": "\"boolean\""]
      default: RuleSchema.reference("text")
      }
    }
    return "{\"anyOf\": [\(marked), \(object)]}"
  }
}
