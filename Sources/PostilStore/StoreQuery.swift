/// A question to a store, in SQL; it changes nothing.
public struct StoreQuery {
  private let database: Database
  private let statement: Statement
  private let sql: String

  /// What stands behind `MATCH` is searched for as people type it (``SearchText/words(_:)``); the function `searchable` does that for names.
  ///
  /// - Throws: ``StoreError`` when the store cannot be opened or is none, or the SQL is wrong, would change something, or is more than one
  ///   statement.
  public init(path: String, sql: String) throws {
    database = try Database(path: path, mode: .reading)
    try StoreSchema.check(database)
    try database.addSearchable()
    self.sql = sql
    statement = try Self.helped(sql) { [database] in try database.prepare(SQLText(sql).searchable) }
    guard statement.isReadOnly else { throw StoreError(path: path, code: 0, reason: "a query may only read") }
  }

  /// The names of the columns.
  public var columns: [String] { statement.columns }

  /// The runs that were stopped and whose documents are still in the store: what they are called, and how many documents they left.
  public func stoppedRuns() throws -> [(title: String, documents: Int)] {
    var runs: [(title: String, documents: Int)] = []
    let sql =
      "SELECT r.title, count(*) FROM runs r JOIN documents d ON d.run_id = r.id WHERE r.complete = 0 GROUP BY r.id ORDER BY r.id"
    try database.prepare(sql).run { row in
      if case .text(let title) = row[0], case .integer(let count) = row[1] { runs.append((title, Int(count))) }
      return true
    }
    return runs
  }

  /// Calls `each` with every row, until it returns false.
  public func rows(_ each: ([StoreValue]) throws -> Bool) throws {
    try Self.helped(sql) { try statement.run([], each: each) }
  }

  /// What `body` returns; SQLite's refusals are told with help on quotes.
  private static func helped<Result>(_ sql: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch var error as StoreError where error.code == 1 {
      error.help = QueryHelp(sql).text
      throw error
    }
  }
}
