/// Rows of weights, factors or thresholds that rulesets give a module, found by their keys.
public struct ModuleTable: Hashable, Sendable {
  /// A row: cells by their columns, of which the first is the key.
  public struct Row: Hashable, Sendable {
    /// The key, which no other row of the table has.
    public let key: String
    private let cells: Features

    /// Makes a row; of cells that share a column the last counts.
    ///
    /// - Precondition: There is a cell; the first is the key.
    public init(_ cells: [(column: String, text: String)]) {
      precondition(!cells.isEmpty, "ModuleTable.Row: no cells")
      self.init(cells: Features(cells.map { .init(name: $0.column, value: .string($0.text)) }), key: cells[0].text)
    }

    private init(cells: Features, key: String) {
      self.cells = cells
      self.key = key
    }

    /// The text of a cell; nil when the row has no such column.
    public subscript(column: String) -> String? { cells[column]?.string }
  }

  /// The name by which rule files and the module's manifest call it.
  public let name: String
  /// In order, with one row of each key.
  public let rows: [Row]
  private let places: [String: Int]

  /// Makes a table; a row takes the place of an earlier one of its key, of which nothing is kept.
  public init(name: String, rows: [Row]) {
    var kept: [Row] = []
    var places: [String: Int] = [:]
    for row in rows {
      if let place = places[row.key] {
        kept[place] = row
      } else {
        places[row.key] = kept.count
        kept.append(row)
      }
    }
    self.name = name
    self.rows = kept
    self.places = places
  }

  /// The row of `key`; nil when there is none.
  public subscript(key: String) -> Row? { places[key].map { rows[$0] } }

  /// The number in a cell.
  ///
  /// - Throws: ``TableError`` when there is no such row or column, or the cell is no finite number.
  public func number(of key: String, in column: String) throws(TableError) -> Double {
    guard let row = self[key] else { throw TableError(table: name, row: key, kind: .noRow) }
    guard let text = row[column] else { throw TableError(table: name, row: key, kind: .noColumn(column)) }
    guard let number = Double(text), number.isFinite else {
      throw TableError(table: name, row: key, kind: .noNumber(column: column, text: text))
    }
    return number
  }
}

extension ModuleTable {
  /// The setting by which a module gets its tables, beside those of its manifest: a record of ``value``s by their names.
  public static let setting = "tables"

  /// The table that `value` holds, as ``value`` writes it; what is no row is left out.
  public init(name: String, _ value: FeatureValue) {
    self.init(name: name, rows: (value.list ?? []).compactMap(Row.init))
  }

  /// The rows as a list of records, which is how they reach a module.
  public var value: FeatureValue { .list(rows.map(\.value)) }
}

extension ModuleTable.Row {
  fileprivate init?(_ value: FeatureValue) {
    guard let cells = value.record, let key = cells.first?.value.string else { return nil }
    self.init(cells: cells, key: key)
  }

  fileprivate var value: FeatureValue { .record(cells) }
}
