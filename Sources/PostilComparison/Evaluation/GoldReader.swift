import Foundation
import PostilJSON
import PostilRecords

/// Reads gold annotations: JSONL, exports of Label Studio, doccano and Prodigy, brat standoff, or CoNLL columns.
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
    if path.hasSuffix(".json") { return try list(at: path) }
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

  /// One array of documents.
  private static func list(at path: String) throws(ReportError) -> Gold {
    let text = try GoldText.file(path)
    guard let values = (try? JSONParser.value(of: text))?.array else {
      throw ReportError(
        description: "'\(path)' is no JSON array of documents; one document a line wants the ending .jsonl")
    }
    var reader = GoldRecords()
    for (number, value) in values.enumerated() { try reader.add(value, "'\(path)' document \(number + 1)") }
    return reader.gold
  }
}

/// Documents in JSON: a report's records, objects with `id`, `text` and `annotations`, or what other programs export.
private struct GoldRecords {
  private var documents: [GoldDocument] = []
  private var told = ExportNotes()
  private var program: String?
  private var count = 0

  /// The documents so far.
  var gold: Gold { Gold(documents: documents, notes: program.map(told.sentences) ?? []) }

  /// - Throws: ``ReportError`` when `value` is no document.
  mutating func add(_ value: JSONValue?, _ place: String) throws(ReportError) {
    count += 1
    guard let value else { throw ReportError(description: "\(place) is no JSON") }
    if let own = try own(value, place) { return documents.append(own) }
    let exported: ExportedDocument?
    if LabelStudioGold.holds(value) {
      program = LabelStudioGold.program
      exported = try LabelStudioGold.document(value, place, &told)
    } else if DoccanoGold.holds(value) {
      program = DoccanoGold.program
      exported = try DoccanoGold.document(value, place)
    } else if ProdigyGold.holds(value) {
      program = ProdigyGold.program
      exported = try ProdigyGold.document(value, place, &told)
    } else {
      throw ReportError(
        description:
          "\(place) is no document: it needs 'id' and 'annotations', or the form of a Label Studio, doccano or "
          + "Prodigy export")
    }
    if let exported { documents.append(try exported.gold(number: count, place: place, told: &told)) }
  }

  private func own(_ value: JSONValue, _ place: String) throws(ReportError) -> GoldDocument? {
    do throws(RecordError) {
      if ReportRecord.isRecord(value) {
        let record = try ReportRecord(value)
        return GoldDocument(id: record.id, text: .whole(record.text), items: record.items)
      }
      guard let id = value["id"]?.string, let annotations = value["annotations"]?.array, value["data"] == nil else {
        return nil
      }
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
