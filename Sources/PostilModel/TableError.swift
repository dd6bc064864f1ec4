/// What a module misses in one of its tables.
public struct TableError: Error, Equatable, Sendable {
  /// What is missing.
  public enum Kind: Equatable, Sendable {
    /// The row.
    case noRow
    /// The column, in this row.
    case noColumn(String)
    /// A finite number in a cell, which holds `text`.
    case noNumber(column: String, text: String)
  }

  /// The table's name.
  public let table: String
  /// The row's key.
  public let row: String
  /// What is missing.
  public let kind: Kind

  /// Tells what is missing of a row of a table.
  public init(table: String, row: String, kind: Kind) {
    self.table = table
    self.row = row
    self.kind = kind
  }
}

extension TableError: CustomStringConvertible {
  /// One sentence behind the table's name, a colon and a space, by which the host knows whose fault it is.
  public var description: String {
    switch kind {
    case .noRow: "\(table): no row '\(row)'"
    case .noColumn(let column): "\(table): row '\(row)' has no column '\(column)'"
    case .noNumber(let column, let text): "\(table): row '\(row)' has no number in column '\(column)': '\(text)'"
    }
  }
}
