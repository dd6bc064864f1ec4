import PostilJSON

/// The first line of a summary.
struct SummaryHeader {
  /// The schema's name and version.
  static let schema = "postil.summary/1"

  let provenance: Provenance

  var line: [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.field("schema", Self.schema)
      json.key("behind")
      json.array { json in
        for part in provenance.parts {
          json.array { json in
            json.string(part.name)
            json.string(part.version)
          }
        }
      }
    }
    return json.bytes
  }

  init(provenance: Provenance) { self.provenance = provenance }

  /// Nil when `value` is no header of this version.
  init?(_ value: JSONValue) {
    guard value["schema"]?.string == Self.schema else { return nil }
    provenance = Provenance(
      (value["behind"]?.array ?? []).compactMap { pair in
        guard let texts = pair.array?.compactMap(\.string), texts.count == 2 else { return nil }
        return Provenance.Part(name: texts[0], version: texts[1])
      })
  }
}
