import PostilRecords

/// Which record of a report each document of the gold is measured with.
struct GoldPairing {
  /// For each document of the gold its record; nil where the report has none.
  let records: [ReportRecord?]
  /// What was done where ids did not tell.
  let notes: [String]

  /// Pairs by id (with and without the set and the ending `.txt`), then by the same text; documents without ids, as CoNLL files
  /// have them, by their order when both sides have as many.
  init(_ gold: [GoldDocument], _ report: [ReportRecord]) {
    let byID = Dictionary(report.map { (Self.stem($0.id), $0) }) { first, _ in first }
    let byKey = Dictionary(report.map { (Self.stem($0.key), $0) }) { first, _ in first }
    let byText = Dictionary(report.compactMap { record in record.text.map { ($0, record) } }) { first, _ in first }
    var texts = 0
    let found = gold.map { document -> ReportRecord? in
      let named = document.isUnnamed ? nil : byID[Self.stem(document.id)] ?? byKey[Self.stem(document.id)]
      if let named { return named }
      if case .whole(let text?) = document.text, let record = byText[text] {
        texts += 1
        return record
      }
      return document.isUnnamed ? byID[Self.stem(document.id)] : nil
    }
    let isOrdered = !gold.isEmpty && gold.allSatisfy(\.isUnnamed) && gold.count == report.count
    if isOrdered, found.contains(where: { $0 == nil }) {
      records = report
      notes = ["the gold gives no ids: its \(gold.count) documents are paired with the report's in their order"]
    } else {
      records = found
      notes = texts > 0 ? ["\(texts) documents are paired by their text: the report does not have their ids"] : []
    }
  }

  /// An id without the ending of a text file, so that `A01` and `A01.txt` are one.
  private static func stem(_ id: String) -> String { id.hasSuffix(".txt") ? String(id.dropLast(4)) : id }
}
