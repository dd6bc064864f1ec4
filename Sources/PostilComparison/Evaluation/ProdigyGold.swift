import PostilJSON
import PostilRecords

/// Prodigy's JSONL export: `spans` with `start`, `end`, `label`, and the `answer`.
///
/// Format: https://prodi.gy/docs/api-interfaces#ner_manual
enum ProdigyGold {
  static let program = "Prodigy"

  /// Whether `value` is one of its tasks.
  static func holds(_ value: JSONValue) -> Bool {
    value["text"]?.string != nil && (value["spans"]?.array != nil || value["_task_hash"] != nil)
  }

  /// The document of one line; nil when it was rejected or skipped.
  ///
  /// - Throws: ``ReportError`` when it holds a decision on one span instead of all spans, or a span is none.
  static func document(
    _ task: JSONValue, _ place: String, _ told: inout ExportNotes
  ) throws(ReportError) -> ExportedDocument? {
    if task["_is_binary"] == .boolean(true) {
      throw ReportError(
        description: "\(place): this is a decision on one span (_is_binary), not the gold of a whole text")
    }
    let answer = task["answer"]?.string ?? "accept"
    guard answer == "accept" else {
      told.leftOut["tasks answered '\(answer)' are left out", default: 0] += 1
      return nil
    }
    let tokens = task["tokens"]?.array ?? []
    var marks: [ExportedDocument.Mark] = []
    for span in task["spans"]?.array ?? [] {
      guard let start = span["start"]?.integer, let end = span["end"]?.integer, let label = span["label"]?.string
      else { throw ReportError(description: "\(place): '\(span.plainText)' is no start, end and label") }
      let words = span["text"]?.string ?? Self.words(tokens, start, end)
      marks.append(ExportedDocument.Mark(start: start, end: end, label: label, words: words))
    }
    return ExportedDocument(
      id: task["id"]?.string ?? task["meta"]?["id"]?.string, text: task["text"]?.string ?? "", marks: marks)
  }

  /// The tokens that begin and end where the span does, put together; nil when there are none.
  private static func words(_ tokens: [JSONValue], _ start: Int, _ end: Int) -> String? {
    let inside = tokens.filter { ($0["start"]?.integer ?? -1) >= start && ($0["end"]?.integer ?? .max) <= end }
    guard inside.first?["start"]?.integer == start, inside.last?["end"]?.integer == end else { return nil }
    return inside.compactMap { $0["text"]?.string }.joined(separator: " ")
  }
}
