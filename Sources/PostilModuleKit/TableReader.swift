/// Reads the numbers of a table, in its column `value`, and knows which rows were asked for.
public struct TableReader {
  /// A row that no number is read from.
  struct UnknownRow: Error, CustomStringConvertible {
    let table: String
    let row: String
    var description: String { "\(table): row '\(row)' is none that the module knows" }
  }

  private let table: ModuleTable
  private var asked: Set<String> = []

  /// A reader of the table's rows.
  public init(_ table: ModuleTable) { self.table = table }

  /// The number of a row; `none` where the table has no rows at all.
  ///
  /// - Throws: ``TableError`` when there are rows, but not this one, or its value is no finite number.
  public mutating func number(of key: String, orNone none: Double) throws -> Double {
    guard !table.rows.isEmpty else { return none }
    asked.insert(key)
    return try table.number(of: key, in: "value")
  }

  /// The keys that begin with `prefix` and a space, in order.
  public func keys(below prefix: String) -> [String] { table.rows.map(\.key).filter { $0.hasPrefix(prefix + " ") } }

  /// - Throws: An error that names the table and the first row that was not asked for.
  public func finish() throws {
    if let row = table.rows.first(where: { !asked.contains($0.key) }) {
      throw UnknownRow(table: table.name, row: row.key)
    }
  }
}
