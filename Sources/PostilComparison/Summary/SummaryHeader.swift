import PostilJSON
import PostilRecords

/// The first line of a summary.
struct SummaryHeader {
  /// The schema's name and version.
  static let schema = "postil.summary/1"

  let provenance: Provenance
  /// The reports behind it that were not complete, in order.
  let partial: [RunOutcome]
  /// The lines that follow; nil where the header does not tell.
  let documents: Int?

  var line: [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.field("schema", Self.schema)
      if let documents { json.field("documents", documents) }
      if !partial.isEmpty {
        json.key("partial")
        json.array { json in for outcome in partial { json.object { outcome.write(to: &$0) } } }
      }
      json.key("behind")
      json.array { json in for part in provenance.parts { json.strings([part.name, part.version]) } }
    }
    return json.bytes
  }

  init(provenance: Provenance, partial: [RunOutcome], documents: Int) {
    self.provenance = provenance
    self.partial = partial
    self.documents = documents
  }

  /// Nil when `value` is no header of this version.
  init?(_ value: JSONValue) {
    guard value["schema"]?.string == Self.schema else { return nil }
    provenance = Provenance(
      (value["behind"]?.array ?? []).compactMap { pair in
        guard let texts = pair.array?.compactMap(\.string), texts.count == 2 else { return nil }
        return Provenance.Part(name: texts[0], version: texts[1])
      })
    partial = (value["partial"]?.array ?? []).compactMap(RunOutcome.init)
    documents = value["documents"]?.integer
  }
}
