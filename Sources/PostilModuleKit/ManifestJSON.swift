import PostilModel

extension ModuleManifest {
  /// The manifest as the JSON that the ABI publishes.
  var json: String {
    Self.object([
      ("name", Self.quoted(name)), ("version", Self.quoted(version)), ("requires", Self.list(requires)),
      ("assigns", Self.contracts(assigns)), ("refines", Self.contracts(refines)), ("inputs", Self.contracts(inputs)),
      ("rejectReasons", Self.list(rejectReasons)),
      ("decisions", "[\(decisions.map(Self.decision).joined(separator: ","))]"),
      ("settings", "[\(settings.map(Self.setting).joined(separator: ","))]"),
    ])
  }

  private static func contracts(_ contracts: [TypeContract]) -> String {
    let items = contracts.map { contract in
      object([
        ("type", quoted(contract.type)), ("meaning", quoted(contract.meaning)),
        ("features", "[\(contract.features.map(feature).joined(separator: ","))]"),
      ])
    }
    return "[\(items.joined(separator: ","))]"
  }

  private static func feature(_ feature: Feature) -> String {
    object([
      ("name", quoted(feature.name)), ("kind", quoted(feature.kind.description)), ("meaning", quoted(feature.meaning)),
      ("choices", list(feature.choices)),
    ])
  }

  private static func decision(_ decision: Decision) -> String {
    object([("id", quoted(decision.id)), ("meaning", quoted(decision.meaning))])
  }

  private static func setting(_ setting: Setting) -> String {
    object([
      ("name", quoted(setting.name)), ("kind", quoted(setting.kind.description)), ("standard", value(setting.standard)),
      ("choices", list(setting.choices)), ("meaning", quoted(setting.meaning)),
      ("fromMetadata", String(setting.fromMetadata)),
    ])
  }

  /// Settings are strings, written so whatever their kind; the kind tells how to read them.
  private static func value(_ value: FeatureValue) -> String {
    switch value {
    case .number(let number): quoted(String(number))
    case .boolean(let flag): quoted(String(flag))
    default: quoted(value.string ?? "")
    }
  }

  private static func list(_ texts: [String]) -> String { "[\(texts.map(quoted).joined(separator: ","))]" }

  private static func object(_ fields: [(String, String)]) -> String {
    "{\(fields.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ","))}"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
