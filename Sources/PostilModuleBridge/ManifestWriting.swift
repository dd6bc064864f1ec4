import PostilJSON
import PostilModel

extension ModuleManifest {
  /// The manifest as the JSON that the interface publishes.
  public var json: [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.field("name", name)
      json.field("version", version)
      json.field("requires", requires)
      json.objects("assigns", assigns) { $1.write($0) }
      json.objects("refines", refines) { $1.write($0) }
      json.objects("inputs", inputs) { $1.write($0) }
      json.field("rejectReasons", rejectReasons)
      json.objects("decisions", decisions) { decision, json in
        json.field("id", decision.id)
        json.field("meaning", decision.meaning)
      }
      json.objects("settings", settings) { $1.write($0) }
      json.key("takesFrames")
      json.boolean(takesFrames)
      json.field("takesTables", takesTables)
    }
    return json.bytes
  }
}

extension JSONBytes {
  fileprivate mutating func objects<Element>(
    _ name: String, _ elements: [Element], _ body: (Element, inout JSONBytes) -> Void
  ) {
    key(name)
    array { json in for element in elements { json.object { json in body(element, &json) } } }
  }

  fileprivate mutating func write(_ contract: ModuleManifest.TypeContract) {
    field("type", contract.type)
    field("meaning", contract.meaning)
    objects("features", contract.features) { feature, json in
      json.field("name", feature.name)
      json.field("kind", feature.kind.description)
      json.field("meaning", feature.meaning)
      json.field("choices", feature.choices)
    }
  }

  fileprivate mutating func write(_ setting: ModuleManifest.Setting) {
    field("name", setting.name)
    field("kind", setting.kind.description)
    // As text, whatever its kind; the kind tells how to read it.
    field("default", JSONValue(plain: setting.defaultValue).plainText)
    field("choices", setting.choices)
    field("meaning", setting.meaning)
    key("fromMetadata")
    boolean(setting.fromMetadata)
  }
}
