import Foundation

/// Reports that commands read, written without a run of the chain.
enum ReportLines {
  /// A record's line; names are persons where they stand in the text.
  static func line(
    _ id: String, set: String = "s", date: String? = nil, outlet: String? = nil, text: String, names: [String]
  ) throws -> String {
    var document: [String: Any] = ["id": id, "set": set]
    document["date"] = date
    document["outlet"] = outlet
    let annotations = names.flatMap { name in
      text.ranges(of: name).map { range -> [String: Any] in
        let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        return [
          "type": "person", "start": start, "end": start + name.unicodeScalars.count, "text": name,
          "features": ["entity": name], "by": ["module": "m", "rule": "r/name"],
        ]
      }
    }
    let record: [String: Any] = [
      "schema": "postil.report/1", "document": document, "text": text, "annotations": annotations,
    ]
    return String(decoding: try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys]), as: UTF8.self)
  }
}

extension TemporaryFolder {
  /// Writes a report of lines and returns its path.
  func report(_ name: String, _ lines: [String]) throws -> String {
    try write(name, lines.map { $0 + "\n" }.joined())
  }
}
