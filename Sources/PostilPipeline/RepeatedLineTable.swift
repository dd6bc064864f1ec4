import PostilModel
import PostilText

/// Lines, and words inside lines, that stand in several documents, as a tab-separated file that a person can read and shorten: `postil boilerplate` writes
/// it, `annotate --boilerplate` takes it.
public struct RepeatedLineTable: Hashable, Sendable {
  /// What repeats.
  public enum Kind: String, CaseIterable, Sendable {
    /// A whole line.
    case line
    /// A few words of one; a longer run of words has several rows.
    case words
  }

  /// One line, or a few words.
  public struct Row: Hashable, Sendable {
    /// Its hash: see ``PostilText/RepeatedLines``.
    public let hash: UInt64
    /// What it is.
    public let kind: Kind
    /// The documents of the group that it stands in, those that repeat each other counted once.
    public let documents: Int
    /// All documents of the group, counted in the same way.
    public let total: Int
    /// The group whose share of documents with the line is the highest.
    public let group: String
    /// Its words, cut where they are many, for the reader.
    public let text: String

    /// Makes a row.
    init(hash: UInt64, kind: Kind, documents: Int, total: Int, group: String, text: String) {
      self.hash = hash
      self.kind = kind
      self.documents = documents
      self.total = total
      self.group = group
      self.text = text.count > Self.longest ? text.prefix(Self.longest - 1) + "…" : text
    }

    private static let longest = 160

    /// Whether the share of documents is the lower; of equal ones the group's name decides.
    func isBelow(_ other: Row) -> Bool {
      let (own, others) = (documents * other.total, other.documents * total)
      return own == others ? group > other.group : own < others
    }
  }

  /// The file's header.
  public static let columns = ["line", "kind", "documents", "of", "group", "text"]

  /// By group, the more frequent line first.
  public let rows: [Row]

  /// A table of `rows`, put in order.
  public init(rows: [Row]) { self.rows = rows.sorted { Self.key($0) < Self.key($1) } }

  private static func key(_ row: Row) -> (String, String, Int, String, UInt64) {
    (row.group, row.kind.rawValue, -row.documents, row.text, row.hash)
  }

  /// What marks them in texts.
  public var lines: RepeatedLines {
    func hashes(_ kind: Kind) -> Set<UInt64> { Set(rows.lazy.filter { $0.kind == kind }.map(\.hash)) }
    return RepeatedLines(lines: hashes(.line), runs: hashes(.words))
  }

  /// The table as the file's text.
  public var text: String {
    let lines = rows.map { row in
      [Self.digits(row.hash), row.kind.rawValue, "\(row.documents)", "\(row.total)", row.group, row.text].map(
        Self.plain
      )
      .joined(separator: "\t")
    }
    return ([Self.columns.joined(separator: "\t")] + lines).map { $0 + "\n" }.joined()
  }

  private static func digits(_ hash: UInt64) -> String {
    String(hash, radix: 16).leftPadded(to: 16)
  }

  private static func plain(_ cell: String) -> String {
    String(cell.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  /// Reads a file's text. Columns stand in any order; only `line` is required.
  ///
  /// - Throws: ``RepeatedLineError`` with the line of the file that is wrong.
  public init(text: String) throws(RepeatedLineError) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let header = (lines.first ?? "").split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard let column = header.firstIndex(of: "line") else { throw RepeatedLineError(.noHeader) }
    var rows: [Row] = []
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let cell = column < cells.count ? cells[column] : ""
      guard cell.utf8.count == 16, cell.allSatisfy(\.isHexDigit), let hash = UInt64(cell, radix: 16) else {
        throw RepeatedLineError(.noHash(cell, line: number + 1))
      }
      let fields = Dictionary(zip(header, cells)) { first, _ in first }
      let word = fields["kind"] ?? Kind.line.rawValue
      guard let kind = Kind(rawValue: word) else { throw RepeatedLineError(.noKind(word, line: number + 1)) }
      rows.append(
        Row(
          hash: hash, kind: kind, documents: fields["documents"].flatMap { Int($0) } ?? 0,
          total: fields["of"].flatMap { Int($0) } ?? 0, group: fields["group"] ?? "", text: fields["text"] ?? ""))
    }
    self.init(rows: rows)
  }
}

/// Why a file is no table of repeated lines.
public struct RepeatedLineError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    /// Its first line does not name the columns.
    case noHeader
    /// A cell of the column `line`, on this line of the file, is no hash.
    case noHash(String, line: Int)
    /// One of the column `kind`, on this line, is no kind.
    case noKind(String, line: Int)
  }

  /// What is wrong.
  public let reason: Reason

  init(_ reason: Reason) { self.reason = reason }

  /// One sentence: lower case, no final period.
  public var description: String {
    switch reason {
    case .noHeader: "line 1 must name the columns, among them 'line'; 'postil boilerplate' writes such a file"
    case .noHash(let cell, let line): "line \(line): '\(cell)' is no hash of a line, which has 16 hexadecimal digits"
    case .noKind(let cell, let line):
      "line \(line): '\(cell)' is no kind; kinds are "
        + RepeatedLineTable.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    }
  }
}
