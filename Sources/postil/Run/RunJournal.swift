import Foundation
import PostilFiles
import PostilJSON
import PostilReports

/// What a stopped run needs to be known by: what made it, what it was to write.
struct RunJournal {
  static let name = "run.json"
  private static let schema = "postil.run/1"

  /// The heading of its reports, and its decisions.
  let information: RunInformation
  /// The formats that it was to write.
  let formats: [ReportFormat]
  /// What made the reports.
  let manifest: RunManifest
  /// The documents that there were when it began, where it is known.
  let total: Int?

  init(information: RunInformation, formats: [ReportFormat], manifest: RunManifest, total: Int?) {
    self.information = information
    self.formats = formats
    self.manifest = manifest
    self.total = total
  }

  /// The journal in the folder `part`; nil when there is none that can be read.
  init?(at part: String) {
    guard let data = FileManager.default.contents(atPath: "\(part)/\(Self.name)"),
      let value = try? JSONParser.value(of: Array(data)), value["schema"]?.string == Self.schema,
      let title = value["title"]?.string, let formats = value["formats"]?.array, let manifest = value["manifest"]
    else { return nil }
    let decisions = (value["decisions"]?.members ?? []).map { ($0.name, $0.value.string ?? "") }
    information = RunInformation(title: title, decisions: Dictionary(decisions) { first, _ in first })
    self.formats = formats.compactMap { $0.string.flatMap(ReportFormat.init) }
    self.manifest = RunManifest(manifest)
    total = value["total"]?.integer
  }

  /// Writes it into the folder `part`.
  func write(to part: String) throws {
    var json = JSONBytes()
    json.object { json in
      json.field("schema", Self.schema)
      json.field("title", information.title)
      json.field("formats", formats.map(\.rawValue))
      json.key("decisions")
      json.object { json in
        for name in information.decisions.keys.sorted() { json.field(name, information.decisions[name]) }
      }
      if let total { json.field("total", total) }
      json.key("manifest")
      json.value(.object(manifest.members))
    }
    json.newline()
    try WholeFile.write(json.bytes, to: "\(part)/\(Self.name)")
  }
}
