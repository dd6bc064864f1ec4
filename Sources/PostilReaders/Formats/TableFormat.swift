import PostilModel

/// A table: a document for each row, the first row names the columns.
struct TableFormat: DocumentFormat {
  let name = "csv"
  let endings: Set<String> = ["csv", "tsv"]

  private static let ownColumns: Set<String> = ["id", "text", "date", "set"]

  func read(_ source: DocumentSource, _ options: ReaderOptions, each: (InputDocument) throws -> Bool) throws {
    let table: CSVTable
    do throws(ReadError) {
      table = try self.table(of: source, options)
    } catch {
      _ = try each(InputDocument(id: source.id, set: source.set, result: .failure(error)))
      return
    }
    let columns = table.rows.first ?? []
    for (number, row) in table.rows.enumerated().dropFirst() {
      let cells = Dictionary(zip(columns, row).map { ($0, $1) }) { first, _ in first }
      let result: Result<Document, ReadError>
      do throws(ReadError) {
        result = .success(try document(cells, columns, row: number + 1, of: source, options))
      } catch {
        result = .failure(error)
      }
      let input = InputDocument(
        id: cells["id"] ?? "row \(number + 1)", set: cells["set"] ?? source.set, result: result)
      guard try each(input) else { return }
    }
  }

  func count(of source: DocumentSource, _ options: ReaderOptions) -> Int? {
    (try? table(of: source, options)).map { max(0, $0.rows.count - 1) }
  }

  private func table(of source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> CSVTable {
    CSVTable(try TextEncoding.decode(try source.bytes(), as: options.encoding, path: source.displayName))
  }

  private func document(
    _ cells: [String: String], _ columns: [String], row: Int, of source: DocumentSource, _ options: ReaderOptions
  ) throws(ReadError) -> Document {
    guard let id = cells["id"], let text = cells["text"] else {
      throw ReadError(
        path: source.displayName, kind: .badRecord(line: row, reason: "the table needs the columns 'id' and 'text'"))
    }
    let dating = InputDate(cells["date"].map { .string($0) }, origin: .record, language: cells["language"])
    let metadata = columns.filter { !Self.ownColumns.contains($0) && !(cells[$0] ?? "").isEmpty }
    return Document(
      id: id, set: cells["set"] ?? source.set, text: text,
      metadata: Features(metadata.map { Features.Entry(name: $0, value: .string(cells[$0] ?? "")) }),
      date: dating.date ?? options.ownDate, remarks: dating.remarks)
  }
}
