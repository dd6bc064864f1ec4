/// A list of terms with columns; a gazetteer is a lexicon of names.
///
/// A class, since rules, templates and the term index share one and tell lexicons apart by identity.
public final class Lexicon: Sendable {
  /// The name by which rules use it.
  public let name: String
  /// The columns; the first is `term`.
  public let columns: [String]
  /// The rows, a cell for each column; an empty cell is nil.
  public let rows: [[String?]]
  /// Whether letters match whatever their case.
  public let caseInsensitive: Bool
  private let rowOfTerm: [String: Int]

  init(name: String, columns: [String], rows: [[String?]], caseInsensitive: Bool) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.caseInsensitive = caseInsensitive
    rowOfTerm = Dictionary(
      rows.enumerated().compactMap { index, row in
        row[0].map { (caseInsensitive ? $0.lowercased() : $0, index) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The row of the term `surface`.
  public func row(for surface: Substring) -> Int? {
    rowOfTerm[caseInsensitive ? surface.lowercased() : String(surface)]
  }

  /// The cell of a row, nil when it is empty or there is no such column.
  public func value(row: Int, column: String) -> String? {
    columns.firstIndex(of: column).flatMap { rows[row][$0] }
  }

  /// The terms, longest first, as an alternation of literals.
  var alternation: String {
    let terms = rows.compactMap { $0[0] }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    let body = terms.map(Self.escaped).joined(separator: "|")
    return caseInsensitive ? "(?i:\(body))" : "(?:\(body))"
  }

  private static func escaped(_ term: String) -> String {
    term.map { "\\^$.[]|()?*+{}#".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
