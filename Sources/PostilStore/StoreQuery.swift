/// A question to a store, in SQL; it changes nothing.
public struct StoreQuery {
  private let statement: Statement

  /// - Throws: ``StoreError`` when the store cannot be opened, or the SQL is wrong or would change something.
  public init(path: String, sql: String) throws {
    let database = try Database(path: path, mode: .reading)
    statement = try database.prepare(sql)
    guard statement.isReadOnly else { throw StoreError(path: path, code: 0, reason: "a query may only read") }
  }

  /// The names of the columns.
  public var columns: [String] { statement.columns }

  /// Calls `each` with every row, until it returns false.
  public func rows(_ each: ([StoreValue]) throws -> Bool) throws { try statement.run([], each: each) }
}
