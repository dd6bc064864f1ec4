private import CSQLite

/// A value of a column.
public enum StoreValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case number(Double)
  case text(String)

  /// The value as text; empty for null.
  public var plainText: String {
    switch self {
    case .null: ""
    case .integer(let value): String(value)
    case .number(let value): String(value)
    case .text(let text): text
    }
  }
}

/// An open SQLite database.
///
/// A class, since it owns the handle. Used from one thread at a time.
public final class Database {
  /// How to open.
  public enum Mode: Sendable {
    /// Only look; the file must be there.
    case reading
    /// Change, and make the file when it is missing.
    case writing
  }

  /// The version of SQLite, such as `3.40.1`.
  public static var libraryVersion: String { String(cString: sqlite3_libversion()) }

  /// The file.
  public let path: String
  private let handle: OpaquePointer

  /// - Throws: ``StoreError`` when the file cannot be opened.
  public init(path: String, mode: Mode) throws(StoreError) {
    self.path = path
    var opened: OpaquePointer?
    let flags = mode == .reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let reason = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory"
      sqlite3_close_v2(opened)
      throw StoreError(path: path, code: code, reason: reason)
    }
    handle = opened
    sqlite3_busy_timeout(handle, 5_000)
  }

  /// Gives SQL a function of one text, which answers with `null` where it gets none.
  ///
  /// SAFETY: the function keeps nothing: SQLite calls it with its own values, which it reads before it returns, and SQLITE_TRANSIENT
  /// copies the answer (sqlite.org/c3ref/result_blob.html).
  func addSearchable() throws(StoreError) {
    let code = sqlite3_create_function_v2(
      handle, "searchable", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
      { context, _, values in
        guard let bytes = values?[0].flatMap(sqlite3_value_text) else { return sqlite3_result_null(context) }
        let name = SearchText.name(String(cString: bytes))
        sqlite3_result_text(context, name, Int32(name.utf8.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
      }, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements without results.
  public func execute(_ sql: String) throws(StoreError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// Runs one statement, again and again with other values if kept.
  ///
  /// - Throws: ``StoreError``, also when there is no statement in `sql` or more than one.
  public func prepare(_ sql: String) throws(StoreError) -> Statement {
    var rest = sql
    var first: Statement?
    while !rest.isEmpty {
      let (statement, tail) = try compiled(rest)
      guard let statement else { break }
      guard first == nil else {
        throw StoreError(path: path, code: 0, reason: "there are two statements in '\(sql)'; give one at a time")
      }
      (first, rest) = (statement, tail)
    }
    guard let first else { throw StoreError(path: path, code: 0, reason: "there is no statement in '\(sql)'") }
    return first
  }

  /// The first statement of `sql`, nil where there are only comments and spaces, and what stands behind it.
  private func compiled(_ sql: String) throws(StoreError) -> (statement: Statement?, rest: String) {
    var statement: OpaquePointer?
    var rest = ""
    let code = sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(handle, start, -1, &statement, &tail)
      rest = tail.map { String(cString: $0) } ?? ""
      return code
    }
    guard code == SQLITE_OK else { throw error(code) }
    return (statement.map { Statement($0, of: self) }, rest)
  }

  /// The whole number that a question of one row and column answers with; 0 where there is none.
  func integer(_ sql: String) throws -> Int64 {
    var answer: Int64 = 0
    try prepare(sql).run { row in
      if case .integer(let number)? = row.first { answer = number }
      return false
    }
    return answer
  }

  /// The row that was inserted last.
  var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

  func error(_ code: Int32) -> StoreError {
    StoreError(path: path, code: code, reason: String(cString: sqlite3_errmsg(handle)))
  }
}

/// A statement ready to run.
///
/// A class, since it owns the compiled statement.
public final class Statement {
  private let handle: OpaquePointer
  private let database: Database

  fileprivate init(_ handle: OpaquePointer, of database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// The names of the result's columns.
  public var columns: [String] {
    (0..<sqlite3_column_count(handle)).map { String(cString: sqlite3_column_name(handle, $0)) }
  }

  /// Whether it changes nothing.
  public var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }

  /// Runs it with `values`, and gives each row to `each` until that returns false.
  public func run(_ values: [StoreValue] = [], each: ([StoreValue]) throws -> Bool = { _ in true }) throws {
    sqlite3_reset(handle)
    defer { sqlite3_reset(handle) }
    for (index, value) in values.enumerated() { try bind(value, Int32(index + 1)) }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw database.error(code) }
      guard try each((0..<sqlite3_column_count(handle)).map(value)) else { return }
    }
  }

  private func bind(_ value: StoreValue, _ index: Int32) throws {
    // SAFETY: -1 is SQLITE_TRANSIENT (sqlite.org/c3ref/c_static.html): SQLite copies the bytes before the call returns.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    let code =
      switch value {
      case .null: sqlite3_bind_null(handle, index)
      case .integer(let value): sqlite3_bind_int64(handle, index, value)
      case .number(let value): sqlite3_bind_double(handle, index, value)
      case .text(let text): sqlite3_bind_text(handle, index, text, Int32(text.utf8.count), transient)
      }
    guard code == SQLITE_OK else { throw database.error(code) }
  }

  private func value(_ column: Int32) -> StoreValue {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: return .number(sqlite3_column_double(handle, column))
    case SQLITE_NULL: return .null
    default:
      guard let bytes = sqlite3_column_text(handle, column) else { return .null }
      let count = Int(sqlite3_column_bytes(handle, column))
      return .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    }
  }
}
