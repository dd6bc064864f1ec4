import PostilJSON
import PostilRecords

/// doccano's JSONL export: `label` (or `labels`) with `[start, end, label]`, or `entities` with `start_offset` and `end_offset`.
///
/// Format: https://doccano.github.io/doccano/tutorial/
enum DoccanoGold {
  static let program = "doccano"

  /// Whether `value` is one of its documents.
  static func holds(_ value: JSONValue) -> Bool {
    guard text(value) != nil, value["data"]?.members == nil else { return false }
    if let entities = value["entities"]?.array { return entities.allSatisfy { $0["start_offset"] != nil } }
    return (value["label"] ?? value["labels"])?.array.map { $0.allSatisfy { $0.array?.count == 3 } } ?? false
  }

  /// The document of one line.
  ///
  /// - Throws: ``ReportError`` when a mark has no whole offsets or no label.
  static func document(_ value: JSONValue, _ place: String) throws(ReportError) -> ExportedDocument {
    var marks: [ExportedDocument.Mark] = []
    let entities = value["entities"]?.array
    for mark in entities ?? (value["label"] ?? value["labels"])?.array ?? [] {
      let parts =
        entities == nil
        ? mark.array ?? [] : [mark["start_offset"], mark["end_offset"], mark["label"]].compactMap(\.self)
      guard parts.count == 3, let start = parts[0].integer, let end = parts[1].integer, let label = parts[2].string
      else { throw ReportError(description: "\(place): '\(mark.plainText)' is no start, end and label") }
      marks.append(ExportedDocument.Mark(start: start, end: end, label: label, words: nil))
    }
    // `id` is doccano's own count; what a document was called stands in its metadata.
    let named = value["meta"]?["id"]?.string ?? value["id"]?.string
    return ExportedDocument(id: named, text: text(value) ?? "", marks: marks)
  }

  private static func text(_ value: JSONValue) -> String? { value["text"]?.string ?? value["data"]?.string }
}
