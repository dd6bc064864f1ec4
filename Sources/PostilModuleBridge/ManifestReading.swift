import PostilJSON
import PostilModel

extension ModuleManifest {
  /// The manifest that `json` holds; fields that it leaves out are empty.
  ///
  /// - Throws: ``ManifestError`` when it is no manifest, or declares what nothing can be.
  public init(json: some Collection<UInt8>) throws(ManifestError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.value(of: json)
    } catch {
      throw ManifestError("the manifest \(error)")
    }
    guard value.members != nil else { throw ManifestError("the manifest is no JSON object") }
    let name = try value.text("name")
    guard !name.isEmpty else { throw ManifestError("the name is empty") }
    self.init(
      name: name, version: try value.text("version"), requires: try value.texts("requires"),
      assigns: try value.contracts("assigns"), refines: try value.contracts("refines"),
      inputs: try value.contracts("inputs"), rejectReasons: try value.texts("rejectReasons"),
      decisions: try value.decisions(), settings: try value.settings(), takesFrames: try value.flag("takesFrames"),
      takesTables: try value.tables())
  }
}

extension JSONValue {
  /// A field that must be there.
  fileprivate func text(_ name: String) throws(ManifestError) -> String {
    guard let text = self[name]?.string else { throw ManifestError("a text '\(name)' is missing") }
    return text
  }

  /// A truth value; false where it is not given.
  fileprivate func flag(_ name: String) throws(ManifestError) -> Bool {
    switch self[name] {
    case nil, .null: return false
    case .boolean(let value): return value
    default: throw ManifestError("'\(name)' must be true or false")
    }
  }

  fileprivate func texts(_ name: String) throws(ManifestError) -> [String] {
    var texts: [String] = []
    for value in try elements(name) {
      guard let text = value.string else { throw ManifestError("'\(name)' must be a list of texts") }
      texts.append(text)
    }
    return texts
  }

  private func elements(_ name: String) throws(ManifestError) -> [JSONValue] {
    switch self[name] {
    case nil, .null: return []
    case .array(let values): return values
    default: throw ManifestError("'\(name)' must be a list")
    }
  }

  fileprivate func contracts(_ name: String) throws(ManifestError) -> [ModuleManifest.TypeContract] {
    var contracts: [ModuleManifest.TypeContract] = []
    for value in try elements(name) {
      let type = try value.text("type")
      var features: [ModuleManifest.Feature] = []
      for feature in try value.elements("features") {
        features.append(
          .init(
            try feature.text("name"), try feature.kind, feature["meaning"]?.string ?? "",
            choices: try feature.texts("choices")))
      }
      if let wrong = FeatureKind.collision(in: features.map { ($0.name, $0.kind) }) {
        throw ManifestError(
          "the feature '\(wrong.feature)' of '\(type)' is called like an end of the span '\(wrong.span)'")
      }
      contracts.append(.init(type, value["meaning"]?.string ?? "", features: features))
    }
    return contracts
  }

  fileprivate func decisions() throws(ManifestError) -> [ModuleManifest.Decision] {
    var decisions: [ModuleManifest.Decision] = []
    var seen: Set<String> = []
    for value in try elements("decisions") {
      let id = try value.text("id")
      guard !id.isEmpty else { throw ManifestError("a decision has no id") }
      guard seen.insert(id).inserted else { throw ManifestError("two decisions are called '\(id)'") }
      decisions.append(.init(id, value["meaning"]?.string ?? ""))
    }
    return decisions
  }

  /// The names of the tables that the module takes.
  fileprivate func tables() throws(ManifestError) -> [String] {
    let names = try texts("takesTables")
    var seen: Set<String> = []
    for name in names {
      guard !name.isEmpty else { throw ManifestError("a table has no name") }
      guard seen.insert(name).inserted else { throw ManifestError("two tables are called '\(name)'") }
    }
    return names
  }

  /// What no setting may be called: there modules get what rulesets have for them.
  private static let reserved = [FrameRule.setting, ModuleTable.setting]

  fileprivate func settings() throws(ManifestError) -> [ModuleManifest.Setting] {
    var settings: [ModuleManifest.Setting] = []
    for value in try elements("settings") {
      let (name, kind) = (try value.text("name"), try value.kind)
      guard !Self.reserved.contains(name) else {
        throw ManifestError("a setting is called '\(name)', which is where modules get their \(name)")
      }
      // Modules of the interface's versions 1 and 2 call it so.
      let written = value["default"] ?? value["standard"]
      guard let initial = written?.string.flatMap({ FeatureValue(setting: $0, kind) }) else {
        throw ManifestError("setting '\(name)' has no default of its kind, written as text")
      }
      settings.append(
        .init(
          name, kind, default: initial, choices: try value.texts("choices"), meaning: value["meaning"]?.string ?? "",
          fromMetadata: value["fromMetadata"] == .boolean(true)))
    }
    return settings
  }

  fileprivate var kind: FeatureKind {
    get throws(ManifestError) {
      let text = try text("kind")
      guard let kind = FeatureKind(text) else { throw ManifestError("unknown kind '\(text)'") }
      return kind
    }
  }
}

extension FeatureValue {
  /// The value of a setting that is written as text.
  fileprivate init?(setting text: String, _ kind: FeatureKind) {
    switch kind {
    case .number:
      guard let number = Double(text) else { return nil }
      self = .number(number)
    case .boolean:
      guard let flag = Bool(text) else { return nil }
      self = .boolean(flag)
    case .string: self = .string(text)
    default: return nil
    }
  }
}
