import Foundation

/// Why a report cannot be read.
public struct ReportError: Error, CustomStringConvertible, Sendable {
  /// One sentence with the file and, for a record, the line.
  public let description: String
}

/// One record of a report as far as comparing needs it.
public struct ReportRecord: Sendable {
  /// One annotation.
  public struct Item: Sendable {
    /// Its type.
    public let type: String
    /// The words annotated.
    public let text: String
    /// Its features that are text.
    public let features: [String: String]
    /// The feature `score`, if there is one.
    public let score: Double?
  }

  /// The document's set and id.
  public let document: String
  /// The annotations, in the order of the report.
  public let items: [Item]
}

/// Reads `postil.report/1` back.
public enum ReportReader {
  /// The records of the report at `path`, a `.jsonl` file or a folder with `report.jsonl`; failed documents are left out.
  public static func records(at path: String) throws(ReportError) -> [ReportRecord] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReportError(description: "there is no report '\(path)'")
    }
    let file = isFolder.boolValue ? "\(path)/\(ReportFormat.jsonl.fileName)" : path
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ReportError(description: "'\(file)' cannot be read; a report folder holds \(ReportFormat.jsonl.fileName)")
    }
    var records: [ReportRecord] = []
    for (number, line) in data.split(separator: 0x0A).enumerated() {
      guard let object = (try? JSONSerialization.jsonObject(with: Data(line))) as? [String: Any],
        object["schema"] as? String == JSONLWriter.schema
      else {
        throw ReportError(description: "'\(file)' line \(number + 1) is no record of \(JSONLWriter.schema)")
      }
      if let record = record(object) { records.append(record) }
    }
    return records
  }

  /// A record made by hand.
  public static func record(
    _ document: String, _ items: [(type: String, text: String, features: [String: String])]
  ) -> ReportRecord {
    ReportRecord(
      document: document,
      items: items.map { .init(type: $0.type, text: $0.text, features: $0.features, score: nil) })
  }

  private static func record(_ object: [String: Any]) -> ReportRecord? {
    guard let document = object["document"] as? [String: Any],
      let annotations = object["annotations"] as? [[String: Any]]
    else { return nil }
    let key = [document["set"], document["id"]].compactMap { $0 as? String }.joined(separator: "/")
    let items = annotations.map { annotation in
      let features = annotation["features"] as? [String: Any] ?? [:]
      return ReportRecord.Item(
        type: annotation["type"] as? String ?? "", text: annotation["text"] as? String ?? "",
        features: features.compactMapValues { $0 as? String }, score: (features["score"] as? NSNumber)?.doubleValue)
    }
    return ReportRecord(document: key, items: items)
  }
}
