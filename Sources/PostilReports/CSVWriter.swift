import Foundation
import PostilFiles
import PostilJSON
import PostilModel
import PostilRecords

/// A table for each annotation type, a column for each feature.
///
/// Rows wait in files until all columns are known, so that memory does not grow with the documents.
struct CSVWriter: ReportWriter {
  private static let fixed = ["set", "document", "date", "id", "start", "end", "text", "module", "rule"]

  private let files: FileSink
  /// What the names of the files in which rows wait begin with.
  private let scratch: String
  /// The type whose table alone is written, if it is not those of all.
  private let type: String?
  private var tables: [String: Table] = [:]

  /// The rows of one type that wait, the last of them in memory, so that there may be more types than files can be open.
  private struct Table {
    private static let most = 1 << 16

    let path: String
    var columns: [String] = []
    private var rows = JSONBytes()

    init(path: String) { self.path = path }

    mutating func add(_ cells: [String]) throws {
      rows.strings(cells)
      rows.newline()
      if rows.bytes.count > Self.most { try flush() }
    }

    mutating func flush() throws {
      try ByteOutput.appending(path).write(rows.bytes)
      rows = JSONBytes()
    }
  }

  /// - Parameters:
  ///   - scratch: The folder of the files in which rows wait; they are removed at the end.
  ///   - type: The type whose table alone is written; nil for all.
  init(files: @escaping FileSink, scratch: String, type: String? = nil) {
    self.files = files
    self.type = type
    self.scratch = "\(scratch)/postil-\(UUID().uuidString)"
  }

  func begin(_ run: RunInformation) {}

  mutating func write(_ document: AnnotatedDocument) throws {
    let map = OffsetMap(document.document.text)
    for annotation in ExportedAnnotation.all(document) where type == nil || annotation.type == type {
      var table = tables[annotation.type] ?? Table(path: "\(scratch)-\(tables.count).rows")
      // Taken out, so that its rows are not copied.
      tables[annotation.type] = nil
      let known = Set(table.columns)
      table.columns += annotation.features.map(\.name).filter { !known.contains($0) }
      let values = Dictionary(annotation.features.map { ($0.name, $0.value) }) { first, _ in first }
      let head = document.document
      try table.add(
        [
          head.set, head.id, head.date?.value ?? "", annotation.id,
          "\(map.codePointOffset(ofUTF8: annotation.span.start))",
          "\(map.codePointOffset(ofUTF8: annotation.span.end))",
          annotation.text, annotation.module, annotation.rule,
        ] + table.columns.map { values[$0] ?? "" })
      tables[annotation.type] = table
    }
  }

  mutating func end(_ outcome: RunOutcome) throws {
    if let type, tables[type] == nil {
      // A table without rows is one all the same.
      try files(ExportPath.identifier(type) + ".csv", Array(CSVText.line(Self.fixed).utf8)[...])
    }
    var names = ExportNames()
    for type in tables.keys.sorted() {
      guard var table = tables[type] else { continue }
      defer { unlink(table.path) }
      try table.flush()
      let name = names.name(of: type, wanted: ExportPath.identifier(type), separator: "_") + ".csv"
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
