import Synchronization

/// A list of terms with columns; a gazetteer is a lexicon of names.
///
/// A class, since rules, templates and the term index share one and tell lexicons apart by identity.
public final class Lexicon: Sendable {
  /// Which letters of a text a term matches.
  public enum LetterCase: Sendable {
    /// Those of the term.
    case sensitive
    /// Those of the term, or all of them as capitals, as in headlines.
    case capitals
    /// Whatever their case.
    case insensitive
  }

  /// The name by which rules use it.
  public let name: String
  /// The columns; the first is `term`.
  public let columns: [String]
  /// The rows, a cell for each column; an empty cell is nil.
  public let rows: [[String?]]
  /// Which letters match.
  public let letterCase: LetterCase
  /// Made when it is first asked for: most lexicons are looked up by the term index alone.
  private let rowOfTerm = Mutex<[String: Int]?>(nil)

  init(name: String, columns: [String], rows: [[String?]], letterCase: LetterCase) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.letterCase = letterCase
  }

  /// Whether letters match whatever their case.
  public var caseInsensitive: Bool { letterCase == .insensitive }

  /// The spellings under which the term of `row` is looked up; none when the cell is empty.
  public func spellings(ofRow row: Int) -> [String] {
    guard let term = rows[row][0] else { return [] }
    guard letterCase == .capitals, term.utf8.contains(where: { $0 >= 0x61 }) else { return [term] }
    let capitals = term.uppercased()
    return capitals == term ? [term] : [term, capitals]
  }

  /// The row of the term `surface`.
  public func row(for surface: Substring) -> Int? {
    let key = caseInsensitive ? surface.lowercased() : String(surface)
    return rowOfTerm.withLock { table in
      let known = table ?? makeTable()
      table = known
      return known[key]
    }
  }

  private func makeTable() -> [String: Int] {
    let pairs = rows.indices.flatMap { row in
      spellings(ofRow: row).map { (caseInsensitive ? $0.lowercased() : $0, row) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The cell of a row, nil when it is empty or there is no such column.
  public func value(row: Int, column: String) -> String? {
    columns.firstIndex(of: column).flatMap { rows[row][$0] }
  }

  /// The terms, longest first, as an alternation of literals.
  var alternation: String {
    let terms = rows.indices.flatMap(spellings).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    let body = terms.map(Self.escaped).joined(separator: "|")
    return caseInsensitive ? "(?i:\(body))" : "(?:\(body))"
  }

  private static func escaped(_ term: String) -> String {
    term.map { "\\^$.[]|()?*+{}#".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
