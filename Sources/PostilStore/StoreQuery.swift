/// A question to a store, in SQL; it changes nothing.
public struct StoreQuery {
  private let database: Database
  private let statement: Statement

  /// - Throws: ``StoreError`` when the store cannot be opened or is none, or the SQL is wrong, would change something, or is more than one
  ///   statement.
  public init(path: String, sql: String) throws {
    database = try Database(path: path, mode: .reading)
    try StoreSchema.check(database)
    statement = try database.prepare(sql)
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
  public func rows(_ each: ([StoreValue]) throws -> Bool) throws { try statement.run([], each: each) }
}
