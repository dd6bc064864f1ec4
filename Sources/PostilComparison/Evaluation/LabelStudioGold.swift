import PostilJSON
import PostilRecords

/// Label Studio's JSON export: tasks with `data`, and `annotations` whose `result` marks spans; or JSON-MIN's flat tasks.
///
/// Format: https://labelstud.io/guide/export
enum LabelStudioGold {
  static let program = "Label Studio"

  /// Whether `value` is one of its tasks.
  static func holds(_ value: JSONValue) -> Bool {
    value["data"]?.members != nil && value["annotations"]?.array != nil || value["annotation_id"] != nil
  }

  /// The document of one task; nil when it was not annotated.
  ///
  /// - Throws: ``ReportError`` when several people annotated it and no annotation is marked as ground truth.
  static func document(
    _ task: JSONValue, _ place: String, _ told: inout ExportNotes
  ) throws(ReportError) -> ExportedDocument? {
    let data = task["data"] ?? task
    guard let text = text(data) else {
      throw ReportError(description: "\(place): the task has no text in its data, but only a text can be compared")
    }
    let id = data["id"]?.string ?? data["meta"]?["id"]?.string
    guard task["data"] != nil else {
      let marks = data["label"]?.array ?? data["labels"]?.array ?? []
      return ExportedDocument(id: id, text: text, marks: marks.flatMap { Self.marks($0, &told) })
    }
    guard let results = try annotation(task, place)?["result"]?.array else {
      told.leftOut["tasks without an annotation are left out", default: 0] += 1
      return nil
    }
    let values = results.filter { $0["value"]?["start"] != nil && $0["type"]?.string != "relation" }
      .compactMap { $0["value"] }
    return ExportedDocument(id: id, text: text, marks: values.flatMap { marks($0, &told) })
  }

  /// The one that counts: the ground truth, or the only one that was not cancelled.
  private static func annotation(_ task: JSONValue, _ place: String) throws(ReportError) -> JSONValue? {
    let all = (task["annotations"]?.array ?? []).filter { $0["was_cancelled"] != .boolean(true) }
    let truth = all.filter { $0["ground_truth"] == .boolean(true) }
    if truth.count == 1 { return truth[0] }
    guard all.count <= 1 else {
      throw ReportError(
        description:
          "\(place): the task has \(all.count) annotations and \(truth.count) of them are ground truth; mark one")
    }
    return all.first
  }

  private static func text(_ data: JSONValue) -> String? {
    if let text = data["text"]?.string { return text }
    let texts = (data.members ?? []).compactMap(\.value.string)
    return texts.count == 1 ? texts[0] : nil
  }

  /// One mark for each label of a region.
  private static func marks(_ value: JSONValue, _ told: inout ExportNotes) -> [ExportedDocument.Mark] {
    guard let start = value["start"].flatMap(offset), let end = value["end"].flatMap(offset) else { return [] }
    let labels = (value["labels"] ?? value["hypertextlabels"])?.array?.compactMap(\.string) ?? []
    if labels.isEmpty { told.leftOut["marks without a label are left out", default: 0] += 1 }
    return labels.map {
      ExportedDocument.Mark(start: start, end: end, label: $0, words: value["text"]?.string)
    }
  }

  /// Older versions write offsets as text.
  private static func offset(_ value: JSONValue) -> Int? { value.integer ?? value.string.flatMap { Int($0) } }
}
