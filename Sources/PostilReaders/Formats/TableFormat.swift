import PostilModel

/// A table: a document for each row, the first row names the columns.
struct TableFormat: DocumentFormat {
  let name = "csv"
  let endings: Set<String> = ["csv", "tsv"]

  private static let ownColumns: Set<String> = ["id", "text", "date", "set"]
  /// What programs for statistics write where nothing is known.
  private static let missing: Set<String> = ["NA", "NULL", "null"]

  func read(_ source: DocumentSource, _ options: ReaderOptions, each: (InputDocument) throws -> Bool) throws {
    func fail(_ error: ReadError, id: String) throws {
      _ = try each(InputDocument(id: id, set: source.set, result: .failure(error)))
    }
    let table: CSVTable
    do throws(ReadError) { table = try self.table(of: source, options) } catch {
      return try fail(error, id: source.id)
    }
    let columns = options.names.renamed(table.columns)
    for row in table.rows {
      let cells = Dictionary(zip(columns, row.cells).map { ($0, $1) }) { first, _ in first }
      let result: Result<Document, ReadError>
      do throws(ReadError) {
        result = .success(try document(cells, columns, row, of: source, options))
      } catch {
        result = .failure(error)
      }
      let id = cells["id"] ?? "line \(row.line)"
      guard try each(InputDocument(id: id, set: cells["set"] ?? source.set, result: result)) else { return }
    }
    if let line = table.unclosedLine {
      let reason = "a quotation mark is never closed; what stands behind it is not read"
      try fail(ReadError(path: source.displayName, kind: .badRecord(line: line, reason: reason)), id: "line \(line)")
    }
  }

  func count(of source: DocumentSource, _ options: ReaderOptions) -> Int? {
    guard let table = try? table(of: source, options) else { return 1 }
    return table.rows.count + (table.unclosedLine == nil ? 0 : 1)
  }

  /// - Throws: When it cannot be decoded, or lacks columns that documents need.
  private func table(of source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> CSVTable {
    let table = CSVTable(try TextEncoding.decode(try source.bytes(), as: options.encoding, path: source.displayName))
    let columns = options.names.renamed(table.columns)
    guard columns.contains("id"), columns.contains("text") else {
      let known = table.columns.map { "'\($0)'" }.joined(separator: ", ")
      let reason =
        "the table needs the columns 'id' and 'text', and has \(known); say which are meant, as in --columns id=url,text=content"
      throw ReadError(path: source.displayName, kind: .badRecord(line: 1, reason: reason))
    }
    return table
  }

  private func document(
    _ cells: [String: String], _ columns: [String], _ row: CSVTable.Row, of source: DocumentSource,
    _ options: ReaderOptions
  ) throws(ReadError) -> Document {
    func fault(_ reason: String) -> ReadError {
      ReadError(path: source.displayName, kind: .badRecord(line: row.line, reason: reason))
    }
    guard row.cells.count <= columns.count || row.cells[columns.count...].allSatisfy(\.isEmpty) else {
      throw fault(
        "the row has \(row.cells.count) cells, the table \(columns.count) columns; what holds a separator stands in quotation marks"
      )
    }
    guard let id = cells["id"], let text = cells["text"] else {
      throw fault("the row has \(row.cells.count) cells, 'id' and 'text' not among them")
    }
    let written = cells["date"].flatMap { Self.missing.contains($0) ? nil : $0 }
    let day = written.map { SpreadsheetDate.day(of: $0) ?? $0 }
    let dating = InputDate(day.map { .string($0) }, origin: .record, language: cells["language"])
    let metadata = columns.filter { !Self.ownColumns.contains($0) && !(cells[$0] ?? "").isEmpty }
    return Document(
      id: id, set: cells["set"] ?? source.set, text: text,
      metadata: Features(metadata.map { Features.Entry(name: $0, value: .string(cells[$0] ?? "")) }),
      date: dating.date ?? options.ownDate, remarks: dating.remarks)
  }
}
