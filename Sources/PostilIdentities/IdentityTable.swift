import PostilNames

/// Names with their identities, as a tab-separated file that a person can read, correct and give to later runs.
public struct IdentityTable: Hashable, Sendable {
  /// The file's header.
  public static let columns = ["term", "kind", "entity", "status", "linkedBy", "documents", "mentions", "note"]

  /// The rows, by kind, identity, and the more frequent name first.
  public private(set) var rows: [IdentityRow]

  /// A table of `rows`, put in order.
  public init(rows: [IdentityRow]) {
    self.rows = rows.sorted { Self.key($0) < Self.key($1) }
  }

  private static func key(_ row: IdentityRow) -> (String, String, Int, String) {
    (row.kind, row.entity ?? "\u{10FFFF}", -row.documents, row.term)
  }

  /// The table as the file's text.
  public var text: String {
    let lines = rows.map { row in
      [
        row.term, row.kind, row.entity ?? "", row.status.rawValue, row.linkedBy?.rawValue ?? "", String(row.documents),
        String(row.mentions), row.note,
      ].map(Self.plain).joined(separator: "\t")
    }
    return ([Self.columns.joined(separator: "\t")] + lines).map { $0 + "\n" }.joined()
  }

  private static func plain(_ cell: String) -> String {
    String(cell.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  /// Reads a file's text. Columns stand in any order; only `term` is required.
  public init(text: String) throws(IdentityError) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let header = (lines.first ?? "").split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard header.contains("term"), header.contains("entity") else {
      throw IdentityError("line 1 must name the columns, among them 'term' and 'entity'")
    }
    var rows: [IdentityRow] = []
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let fields = Dictionary(zip(header, cells)) { first, _ in first }
      guard let term = fields["term"], !term.isEmpty else { throw IdentityError("line \(number + 1) has no term") }
      let entity = fields["entity"].flatMap { $0.isEmpty ? nil : $0 }
      rows.append(
        IdentityRow(
          term: term, kind: fields["kind"] ?? "person", entity: entity,
          status: fields["status"].flatMap(IdentityRow.Status.init) ?? (entity == nil ? .open : .variant),
          linkedBy: fields["linkedBy"].flatMap(NameLink.init), documents: fields["documents"].flatMap { Int($0) } ?? 0,
          mentions: fields["mentions"].flatMap { Int($0) } ?? 0, note: fields["note"] ?? ""))
    }
    self.init(rows: rows)
  }

  /// Gives all names of the identity `entity` to `target`.
  ///
  /// - Throws: ``IdentityError`` when no name means `entity`.
  public mutating func merge(_ entity: String, into target: String, kind: String? = nil) throws(IdentityError) {
    try change(where: { $0.entity == entity && (kind ?? $0.kind) == $0.kind }, what: "no name means '\(entity)'") {
      row in
      row.entity = target
      row.linkedBy = .identityTable
      if row.status == .name { row.status = .variant }
    }
  }

  /// Makes the name `term` an identity of its own, or gives it to `entity`.
  ///
  /// - Throws: ``IdentityError`` when there is no such name.
  public mutating func split(_ term: String, as entity: String? = nil, kind: String? = nil) throws(IdentityError) {
    try change(where: { $0.term == term && (kind ?? $0.kind) == $0.kind }, what: "there is no name '\(term)'") { row in
      row.entity = entity ?? term
      row.status = row.entity == term ? .name : .variant
      row.linkedBy = row.status == .name ? nil : .identityTable
      row.note = ""
    }
  }

  private mutating func change(
    where wanted: (IdentityRow) -> Bool, what problem: String, _ change: (inout IdentityRow) -> Void
  ) throws(IdentityError) {
    var rows = rows
    var count = 0
    for index in rows.indices where wanted(rows[index]) {
      change(&rows[index])
      count += 1
    }
    guard count > 0 else { throw IdentityError(problem) }
    self = IdentityTable(rows: rows)
  }
}

/// What is wrong with a file of identities, or with a change of it.
public struct IdentityError: Error, Equatable, CustomStringConvertible, Sendable {
  /// One sentence, lower case, no final period.
  public let description: String

  init(_ description: String) { self.description = description }
}
