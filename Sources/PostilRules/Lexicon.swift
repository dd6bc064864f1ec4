import PostilModel
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
  /// Which letters match.
  public let letterCase: LetterCase
  /// Whether terms of two to six capitals are also found with a dot behind each: F.B.I.
  public let isDotted: Bool
  private let cells: LexiconCells
  /// Made when it is first asked for: most lexicons are looked up by the term index alone.
  private let rowOfTerm = Mutex<[String: Int]?>(nil)

  init(name: String, columns: [String], cells: LexiconCells, letterCase: LetterCase, isDotted: Bool = false) {
    self.name = name
    self.columns = columns
    self.cells = cells
    self.letterCase = letterCase
    self.isDotted = isDotted
  }

  /// A lexicon without further columns.
  convenience init(name: String, terms: [String], letterCase: LetterCase, isDotted: Bool = false) {
    self.init(
      name: name, columns: ["term"], cells: LexiconCells(terms: terms), letterCase: letterCase, isDotted: isDotted)
  }

  /// A lexicon of rows that stand in no file.
  convenience init(name: String, columns: [String], rows: [[String]], letterCase: LetterCase) {
    let lines = rows.map { Array($0.joined(separator: "\t").utf8) }
    var cells = LexiconCells(bytes: Array(lines.joined()), columnCount: columns.count)
    var start = 0
    for line in lines {
      _ = cells.add(start..<(start + line.count))
      start += line.count
    }
    self.init(name: name, columns: columns, cells: cells, letterCase: letterCase)
  }

  /// The number of terms.
  public var count: Int { cells.rowCount }

  /// Whether letters match whatever their case.
  public var caseInsensitive: Bool { letterCase == .insensitive }

  /// The term of a row.
  public func term(ofRow row: Int) -> String { cells.text(row: row, column: 0) ?? "" }

  /// The cells of a row, one for each column; an empty cell is nil.
  public func cells(ofRow row: Int) -> [String?] { columns.indices.map { cells.text(row: row, column: $0) } }

  /// The cell of a row, nil when it is empty or there is no such column.
  public func value(row: Int, column: String) -> String? {
    columns.firstIndex(of: column).flatMap { cells.text(row: row, column: $0) }
  }

  /// Calls `each` with the bytes of every spelling under which a term is looked up, row by row.
  public func spellings(_ each: (_ row: Int, UnsafeBufferPointer<UInt8>) -> Void) {
    cells.terms { row, term in
      each(row, term)
      if isDotted, Self.isAcronym(term) {
        var dotted = term.flatMap { [$0, UInt8(ascii: ".")] }
        dotted.withUnsafeMutableBufferPointer { each(row, UnsafeBufferPointer($0)) }
      }
      guard letterCase == .capitals, term.contains(where: { $0 >= 0x61 }) else { return }
      var capitals = String(decoding: term, as: UTF8.self).uppercased()
      capitals.withUTF8 { if !$0.elementsEqual(term) { each(row, $0) } }
    }
  }

  /// What tells the terms with their spellings from those of other lexicons.
  public var digestOfTerms: ContentDigest {
    let digest = cells.digest
    let letters: UInt64 =
      switch letterCase {
      case .sensitive: 0
      case .capitals: 1
      case .insensitive: 2
      }
    return ContentDigest(of: [digest.first, digest.second, letters, isDotted ? 1 : 0])
  }

  private static func isAcronym(_ term: UnsafeBufferPointer<UInt8>) -> Bool {
    (2...6).contains(term.count) && term.allSatisfy { (0x41...0x5A).contains($0) }
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
    var table: [String: Int] = [:]
    spellings { row, bytes in
      let spelling = String(decoding: bytes, as: UTF8.self)
      let key = caseInsensitive ? spelling.lowercased() : spelling
      if table[key] == nil { table[key] = row }
    }
    return table
  }

  /// The terms, longest first, as an alternation of literals.
  ///
  /// Where there are many, those with one first letter stand together behind a look at that letter, which is faster. Terms with
  /// different first letters never match at one place, so that their order does not matter, whatever their case.
  var alternation: String {
    var terms: [String] = []
    spellings { terms.append(String(decoding: $1, as: UTF8.self)) }
    terms.sort { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    let groups = terms.count < Self.leastGrouped ? ["": terms] : Dictionary(grouping: terms, by: Self.firstLetter)
    let body = groups.sorted { $0.key < $1.key }.map { letter, terms in
      let all = terms.map(Self.escaped).joined(separator: "|")
      return letter.isEmpty || terms.count == 1 ? all : "(?=[\(letter.uppercased())\(letter)])(?:\(all))"
    }.joined(separator: "|")
    return caseInsensitive ? "(?i:\(body))" : "(?:\(body))"
  }

  /// Fewer terms are tried one after the other.
  private static let leastGrouped = 30

  /// The first letter of a term in lower case, when it is one of ASCII that no letter beyond ASCII folds to.
  private static func firstLetter(of term: String) -> String {
    guard let first = term.utf8.first, case let folded = first | 0x20, (0x61...0x7A).contains(folded),
      folded != UInt8(ascii: "k"), folded != UInt8(ascii: "s")
    else { return "" }
    return String(Unicode.Scalar(folded))
  }

  private static let special = Set("\\^$.[]|()?*+{}#".utf8)

  private static func escaped(_ term: String) -> String {
    guard term.utf8.contains(where: special.contains) else { return term }
    return String(
      decoding: term.utf8.flatMap { special.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }, as: UTF8.self)
  }
}
