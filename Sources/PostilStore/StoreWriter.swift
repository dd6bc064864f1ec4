import PostilJSON
import PostilRecords

/// Puts the records of a report into a store; a document that is there already is replaced.
public final class StoreWriter {
  private static let batch = 500

  private let database: Database
  private let removal: Statement
  private let document: Statement
  private let annotation: Statement
  private let feature: Statement
  private var pending = 0

  /// Opens the store at `path`, and makes it when it is missing.
  ///
  /// - Throws: ``StoreError`` when it cannot be opened or is of another version.
  public init(path: String) throws {
    database = try Database(path: path, mode: .writing)
    try Self.prepare(database)
    removal = try database.prepare("DELETE FROM documents WHERE set_name = ? AND document = ?")
    document = try database.prepare(
      "INSERT INTO documents(set_name, document, date, metadata, text, error) VALUES (?, ?, ?, ?, ?, ?)")
    annotation = try database.prepare(
      "INSERT INTO annotations(document_id, annotation, type, start_offset, end_offset, text, module, rule) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    feature = try database.prepare(
      "INSERT OR IGNORE INTO features(annotation_id, name, value, number) VALUES (?, ?, ?, ?)")
    try database.execute("BEGIN")
  }

  private static func prepare(_ database: Database) throws {
    try database.execute("PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
    var version: Int64 = 0
    try database.prepare("PRAGMA user_version").run { row in
      if case .integer(let number) = row.first { version = number }
      return false
    }
    if version == 0 {
      try database.execute(StoreSchema.sql)
    } else if version != StoreSchema.version {
      throw StoreError(
        path: database.path, code: 0,
        reason: "the store is of version \(version), this program writes \(StoreSchema.version)")
    }
  }

  /// Adds one record, or puts it in the place of an earlier one.
  public func add(_ record: ReportRecord) throws {
    try removal.run([.text(record.set), .text(record.id)])
    try document.run([
      .text(record.set), .text(record.id), Self.value(record.date), .text(Self.json(record.metadata)),
      .text(record.text ?? ""), Self.value(record.error),
    ])
    let row = database.lastRow
    for item in record.items { try add(item, to: row) }
    pending += 1
    if pending % Self.batch == 0 { try database.execute("COMMIT; BEGIN") }
  }

  private func add(_ item: ReportRecord.Item, to document: Int64) throws {
    try annotation.run([
      .integer(document), .text(item.id), .text(item.type), .integer(Int64(item.start)), .integer(Int64(item.end)),
      .text(item.text), Self.value(item.module), Self.value(item.rule),
    ])
    let row = database.lastRow
    for member in item.features {
      try feature.run([.integer(row), .text(member.name), .text(Self.text(member.value)), Self.number(member.value)])
    }
  }

  /// Makes all that was added last.
  public func close() throws { try database.execute("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)") }

  private static func value(_ text: String?) -> StoreValue { text.map(StoreValue.text) ?? .null }

  private static func number(_ value: JSONValue) -> StoreValue { value.number.map(StoreValue.number) ?? .null }

  /// A text as it is, lists and records as JSON.
  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .array, .object:
      var json = JSONBytes()
      json.value(value)
      return String(decoding: json.bytes, as: UTF8.self)
    default: return value.plainText
    }
  }

  private static func json(_ members: [JSONValue.Member]) -> String {
    var json = JSONBytes()
    json.value(.object(members))
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
