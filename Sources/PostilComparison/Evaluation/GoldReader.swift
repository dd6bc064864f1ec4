import Foundation
import PostilJSON
import PostilRecords

/// Reads gold annotations: JSONL, brat standoff, or CoNLL columns.
public enum GoldReader {
  /// The gold at `path`; the form is told by the file's ending and content.
  ///
  /// - Throws: ``ReportError`` with the file and line of what cannot be read.
  public static func gold(at path: String) throws(ReportError) -> Gold {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReportError(description: "there is no gold '\(path)'")
    }
    if isFolder.boolValue {
      let report = "\(path)/\(ReportReader.fileName)"
      return FileManager.default.fileExists(atPath: report) ? try lines(at: report) : try BratGold.gold(in: path)
    }
    if path.hasSuffix(".ann") { return try BratGold.gold(at: path) }
    if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") { return try lines(at: path) }
    return try ConllGold.gold(at: path)
  }

  /// One document a line.
  private static func lines(at path: String) throws(ReportError) -> Gold {
    let file = try LineFile(path: path)
    var reader = GoldRecords()
    do {
      try file.batches(of: 64) { lines in
        for line in lines {
          let bytes = line.number == 1 ? GoldText.withoutMark(line.bytes) : line.bytes
          try reader.add(try? JSONParser.value(of: bytes), "'\(path)' line \(line.number)")
        }
      }
    } catch {
      throw (error as? ReportError) ?? ReportError(description: "'\(path)' cannot be read")
    }
    return reader.gold
  }
}

/// Documents in JSON: a report's records, or objects with `id`, `text` and `annotations`.
private struct GoldRecords {
  private var documents: [GoldDocument] = []

  /// The documents so far.
  var gold: Gold { Gold(documents: documents) }

  /// - Throws: ``ReportError`` when `value` is no document.
  mutating func add(_ value: JSONValue?, _ place: String) throws(ReportError) {
    guard let value else { throw ReportError(description: "\(place) is no JSON") }
    guard let own = try own(value, place) else {
      throw ReportError(description: "\(place) is no document: it needs 'id' and 'annotations'")
    }
    documents.append(own)
  }

  private func own(_ value: JSONValue, _ place: String) throws(ReportError) -> GoldDocument? {
    do throws(RecordError) {
      if ReportRecord.isRecord(value) {
        let record = try ReportRecord(value)
        return GoldDocument(id: record.id, text: .whole(record.text), items: record.items)
      }
      guard let id = value["id"]?.string, let annotations = value["annotations"]?.array else { return nil }
      var items: [ReportRecord.Item] = []
      for (number, item) in annotations.enumerated() {
        items.append(try ReportRecord.Item(item, number: number + 1))
      }
      return GoldDocument(id: id, text: .whole(value["text"]?.string), items: items)
    } catch {
      throw ReportError(description: "\(place): \(error)")
    }
  }
}
