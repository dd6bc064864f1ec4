import PostilJSON
import PostilRecords

/// Puts the records of a report into a store; a document that is there already is replaced.
public final class StoreWriter {
  private static let batch = 500

  private let database: Database
  private let removal: Statement
  private let success: Statement
  private let document: Statement
  private let annotation: Statement
  private let feature: Statement
  private var pending = 0
  /// The row of the run in `runs`.
  private var run: Int64 = 0

  /// Opens the store at `path`, and makes it when it is missing.
  ///
  /// - Throws: ``StoreError`` when it cannot be opened, is no store, or is of another version; the file is then as it was.
  public init(path: String) throws {
    database = try Database(path: path, mode: .writing)
    try Self.prepare(database)
    removal = try database.prepare("DELETE FROM documents WHERE set_name = ? AND document = ?")
    success = try database.prepare(
      "SELECT 1 FROM documents WHERE run_id = ? AND set_name = ? AND document = ? AND error IS NULL")
    document = try database.prepare(
      "INSERT INTO documents(run_id, set_name, document, date, metadata, text, search, error) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    annotation = try database.prepare(
      "INSERT INTO annotations(document_id, annotation, type, start_offset, end_offset, text, module, rule) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    feature = try database.prepare(
      "INSERT OR IGNORE INTO features(annotation_id, name, value, number, search) VALUES (?, ?, ?, ?, ?)")
  }

  private static func prepare(_ database: Database) throws {
    let version = try database.integer("PRAGMA user_version")
    let isEmpty = try database.integer("SELECT count(*) FROM sqlite_master") == 0
    if isEmpty, version == 0 {
      try database.execute("PRAGMA journal_mode = WAL; BEGIN; \(StoreSchema.sql) COMMIT")
    } else {
      try StoreSchema.check(database)
    }
    try database.execute("PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
  }

  /// Begins a run; until ``close(isComplete:documents:total:)`` its documents are those of a run that was stopped.
  ///
  /// - Parameter title: What the run is called. A stopped run of the same title is gone on with.
  public func begin(title: String) throws {
    try database.prepare("SELECT id FROM runs WHERE title = ? AND complete = 0").run([.text(title)]) { row in
      if case .integer(let id) = row[0] { run = id }
      return false
    }
    if run == 0 {
      try database.prepare("INSERT INTO runs(title) VALUES (?)").run([.text(title)])
      run = database.lastRow
    }
    try database.execute("BEGIN")
  }

  /// Adds one record, or puts it in the place of an earlier one; one that failed does not take the place of one of the same run that did
  /// not, as the second document of one name does not.
  public func add(_ record: ReportRecord) throws {
    if record.error != nil, try hasSucceeded(record) { return }
    try removal.run([.text(record.set), .text(record.id)])
    let text = record.text ?? ""
    let search = SearchText.words(text)
    try document.run([
      .integer(run), .text(record.set), .text(record.id), Self.value(record.date), .text(Self.json(record.metadata)),
      // Where both are the same, one is enough to be found by.
      .text(text), .text(search == text ? "" : search), Self.value(record.error),
    ])
    let row = database.lastRow
    for item in record.items { try add(item, to: row) }
    pending += 1
    if pending % Self.batch == 0 { try database.execute("COMMIT; BEGIN") }
  }

  private func hasSucceeded(_ record: ReportRecord) throws -> Bool {
    var found = false
    try success.run([.integer(run), .text(record.set), .text(record.id)]) { _ in
      found = true
      return false
    }
    return found
  }

  private func add(_ item: ReportRecord.Item, to document: Int64) throws {
    try annotation.run([
      .integer(document), .text(item.id), .text(item.type), .integer(Int64(item.start)), .integer(Int64(item.end)),
      .text(item.text), Self.value(item.module), Self.value(item.rule),
    ])
    let row = database.lastRow
    for member in item.features {
      let text = Self.text(member.value)
      try feature.run([
        .integer(row), .text(member.name), .text(text), Self.number(member.value),
        StoreSchema.searched.contains(member.name) ? .text(SearchText.name(text)) : .null,
      ])
    }
  }

  /// Ends the run, and makes all that was added last.
  ///
  /// - Parameters:
  ///   - isComplete: Whether all documents of the run were added.
  ///   - documents: Those that were added.
  ///   - total: Those that there were, where it is known.
  public func close(isComplete: Bool, documents: Int, total: Int?) throws {
    try database.prepare("UPDATE runs SET complete = ?, documents = ?, total = ? WHERE id = ?").run([
      .integer(isComplete ? 1 : 0), .integer(Int64(documents)), total.map { .integer(Int64($0)) } ?? .null,
      .integer(run),
    ])
    try database.execute("DELETE FROM runs WHERE id NOT IN (SELECT run_id FROM documents)")
    try database.execute("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
  }

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
