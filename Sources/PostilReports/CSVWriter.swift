import Foundation
import PostilJSON
import PostilModel
import PostilRecords

/// A table for each annotation type, a column for each feature.
///
/// Rows wait in temporary files until all columns are known, so that memory does not grow with the documents.
struct CSVWriter: ReportWriter {
  private static let fixed = ["set", "document", "date", "id", "start", "end", "text", "module", "rule"]

  private let files: FileSink
  private var tables: [String: Table] = [:]

  private struct Table {
    let spool: FileHandle
    let path: String
    var columns: [String] = []
  }

  init(files: @escaping FileSink) { self.files = files }

  func begin(_ run: RunInformation) {}

  mutating func write(_ document: AnnotatedDocument) throws {
    let map = OffsetMap(document.document.text)
    for annotation in ExportedAnnotation.all(document) {
      var table = try tables[annotation.type] ?? Self.makeTable()
      let known = Set(table.columns)
      table.columns += annotation.features.map(\.name).filter { !known.contains($0) }
      tables[annotation.type] = table
      let values = Dictionary(annotation.features.map { ($0.name, $0.value) }) { first, _ in first }
      let head = document.document
      let cells =
        [
          head.set, head.id, head.date?.value ?? "", annotation.id,
          "\(map.codePointOffset(ofUTF8: annotation.span.start))",
          "\(map.codePointOffset(ofUTF8: annotation.span.end))",
          annotation.text, annotation.module, annotation.rule,
        ] + table.columns.map { values[$0] ?? "" }
      try Self.spool(cells, to: table.spool)
    }
  }

  private static func makeTable() throws -> Table {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("postil-\(UUID().uuidString)").path
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    guard let spool = FileHandle(forWritingAtPath: path) else {
      throw ReportError(description: "cannot write '\(path)'")
    }
    return Table(spool: spool, path: path)
  }

  private static func spool(_ cells: [String], to spool: FileHandle) throws {
    var json = JSONBytes()
    json.strings(cells)
    json.newline()
    try spool.write(contentsOf: json.bytes)
  }

  func end(_ outcome: RunOutcome) throws {
    for type in tables.keys.sorted() {
      guard let table = tables[type] else { continue }
      defer { try? FileManager.default.removeItem(atPath: table.path) }
      try table.spool.close()
      let name = ExportName.identifier(type) + ".csv"
      let columns = Self.fixed + table.columns.map { Self.fixed.contains($0) ? "feature_\($0)" : $0 }
      try files(name, Array(CSVText.line(columns).utf8)[...])
      try LineFile(path: table.path).batches(of: 256) { lines in
        let text = lines.map { line in
          let cells = (line.value?.array ?? []).map { $0.string ?? "" }
          return CSVText.line(cells + [String](repeating: "", count: columns.count - cells.count))
        }.joined()
        try files(name, Array(text.utf8)[...])
      }
    }
  }
}
