import PostilReports

/// What a reader wants to see first: new, vanished, rising and falling items, turned speakers, dates that came to pass.
struct ReadingAids {
  /// One list.
  struct List {
    let id: String
    let title: String
    let entries: [Entry]
  }

  /// One line of a list.
  struct Entry {
    let row: Comparison.Row?
    let text: String
  }

  private static let most = 12

  let lists: [List]

  init(_ comparison: Comparison) {
    let sets = comparison.groups.count == 2 ? Self.pair(comparison) : Self.many(comparison)
    lists = ([Self.changes(comparison)] + sets).filter { !$0.entries.isEmpty }
  }

  private static func pair(_ comparison: Comparison) -> [List] {
    let (a, b) = (comparison.groups[0].name, comparison.groups[1].name)
    let rows = comparison.rows.filter { readable.contains($0.facet) }
    func list(_ id: String, _ title: String, _ where: (Comparison.Row) -> Bool) -> List {
      let found = distinct(rows.filter(`where`).sorted { $0.strength > $1.strength })
      return List(
        id: id, title: title + doubt(found),
        entries: found.prefix(most).map {
          Entry(row: $0, text: line($0))
        })
    }
    return [
      list("new", "Only in \(b)") { $0.sides[0].count == 0 },
      list("vanished", "Only in \(a)") { $0.sides[1].count == 0 },
      list("risers", "More in \(b)") { $0.sides[0].count > 0 && $0.isBorneOut && ($0.main?.logRatio ?? 0) > 0.3 },
      list("fallers", "Less in \(b)") { $0.sides[1].count > 0 && $0.isBorneOut && ($0.main?.logRatio ?? 0) < -0.3 },
      List(id: "turned", title: "Tone turned", entries: turned(comparison)),
      List(id: "passed", title: "Future in one set, past in the other", entries: MonthShift.entries(comparison)),
    ]
  }

  /// The changes along the series that are borne out, the likeliest first.
  private static func changes(_ comparison: Comparison) -> List {
    let found = comparison.rows.flatMap { row in
      row.changes.filter { readable.contains(row.facet) && $0.q <= 0.05 }.map { (row: row, change: $0) }
    }.sorted { ($0.change.q, $0.change.p, $0.row.name) < ($1.change.q, $1.change.p, $1.row.name) }
    return List(
      id: "changes", title: "Changes over time",
      entries: found.prefix(most).map {
        Entry(row: $0.row, text: "\($0.row.name), \($0.change.text(comparison, $0.row))")
      })
  }

  private static func many(_ comparison: Comparison) -> [List] {
    let rows = comparison.rows.filter { readable.contains($0.facet) && $0.sides.count { $0.count > 0 } == 1 }
    let own = Dictionary(grouping: rows) { row in row.sides.firstIndex { $0.count > 0 } ?? 0 }
    return comparison.groups.indices.map { group in
      let rows = (own[group] ?? []).sorted { $0.strength > $1.strength }
      return List(
        id: "only-\(group)", title: "Only in \(comparison.groups[group].name)" + doubt(rows),
        entries: distinct(rows).prefix(most).map { Entry(row: $0, text: line($0)) })
    }
  }

  private static let readable: Set<Facet> = [.entity, .source, .poll]

  /// The item with its counts where it has some, and q where it was tested.
  private static func line(_ row: Comparison.Row) -> String {
    let sides = row.sides.filter { $0.count > 0 }
    let counts = sides.map { "\($0.count) in \($0.documents) doc\($0.documents == 1 ? "" : "s")" }
    let kind = row.facet == .entity ? "" : " (\(row.facet == .source ? "speaker" : row.facet.rawValue))"
    let q = row.main?.test.flatMap { $0.q <= 0.05 ? ", q \(NumberFormat.probability($0.q))" : nil } ?? ""
    return "\(row.name)\(kind): \(counts.joined(separator: " → "))\(q)"
  }

  /// What to add to a title when chance could have made all differences of the list.
  private static func doubt(_ rows: [Comparison.Row]) -> String {
    guard let first = rows.first, first.main?.test != nil, !rows.contains(where: \.isBorneOut) else { return "" }
    return ", perhaps by chance: all q above .05"
  }

  /// The rows without speakers that stand there as names too.
  private static func distinct(_ rows: [Comparison.Row]) -> [Comparison.Row] {
    var seen: Set<String> = []
    return rows.filter { $0.facet == .entity ? seen.insert($0.name).inserted : true }
      .filter { $0.facet != .source || !seen.contains($0.name) }
  }

  /// Statements in each set that a turn of tone is told from: fewer say more of themselves than of their speaker.
  private static let leastStatements = 3

  /// Speakers and targets whose mean score changed its sign by more than a fifth of a point, the best borne out first.
  private static func turned(_ comparison: Comparison) -> [Entry] {
    let found = comparison.rows.filter { row in
      guard let before = row.sides[0].tone?.mean, let after = row.sides[1].tone?.mean else { return false }
      return row.leastScored >= leastStatements && before * after < 0 && abs(after - before) >= 0.2
    }.sorted { ($0.toneTest?.p ?? 1, -$0.turn) < ($1.toneTest?.p ?? 1, -$1.turn) }
    return found.prefix(most).map { row in
      let means = row.sides.compactMap(\.tone?.meanText)
      let p = row.toneTest.map { ", p \(NumberFormat.probability($0.p))" } ?? ""
      return Entry(row: row, text: "\(row.name): \(means.joined(separator: " → "))\(p)")
    }
  }

  /// The lists as text for a terminal, each line in `width` columns.
  func text(width: Int?) -> String {
    func line(_ text: String) -> String {
      let text = TerminalText.visible(text)
      return (width.map { TextColumns.cut(text, to: $0) } ?? text) + "\n"
    }
    return lists.map { list in "\n" + line(list.title) + list.entries.map { line("  " + $0.text) }.joined() }.joined()
  }
}

extension Comparison.Row {
  /// Its occurrences in all sets.
  var total: Int { sides.reduce(0) { $0 + $1.count } }

  /// How much its sides differ in documents, weighed by evidence where there is some.
  var strength: Double {
    let spread = abs(Double(sides[sides.count - 1].documents) - Double(sides[0].documents))
    return (main?.test.map { abs($0.conservative) * 1000 } ?? 0) + spread * 10 + abs(main?.logRatio ?? 0)
  }

  /// Whether the difference is more than chance would make: q at most .05, or two documents where nothing is tested.
  var isBorneOut: Bool {
    if let test = main?.test { return test.q <= 0.05 }
    return abs(sides[sides.count - 1].documents - sides[0].documents) >= 2
  }

  /// The scored statements of the side that has the fewest.
  var leastScored: Int { sides.map { $0.tone?.scored ?? 0 }.min() ?? 0 }

  /// How far the mean score moved, weighed by the statements that it is told from.
  var turn: Double { abs((sides[1].tone?.mean ?? 0) - (sides[0].tone?.mean ?? 0)) * Double(leastScored) }
}

extension Comparison.Tone {
  /// The mean with the number of its statements, `+0.40 (12)`; nil without scores.
  var meanText: String? { mean.map { "\(NumberFormat.signed($0)) (\(scored))" } }
}

/// Months that lay ahead of one set's documents and behind those of the other.
enum MonthShift {
  static func entries(_ comparison: Comparison) -> [ReadingAids.Entry] {
    comparison.rows(of: .date).compactMap { row in
      let sides = shares(row, comparison)
      guard sides.count == 2, sides.allSatisfy({ $0.future + $0.past > 0 }) else { return nil }
      let (before, after) = (sides[0], sides[1])
      guard
        (before.future > before.past && after.past > after.future)
          || (before.past > before.future && after.future > after.past)
      else { return nil }
      return ReadingAids.Entry(
        row: row,
        text:
          "\(row.name): ahead \(before.future) and behind \(before.past) → ahead \(after.future) and behind \(after.past)"
      )
    }.prefix(12).map(\.self)
  }

  private static func shares(_ row: Comparison.Row, _ comparison: Comparison) -> [(past: Int, future: Int)] {
    var shares = comparison.groups.map { _ in (past: 0, future: 0) }
    for posting in comparison.corpus.postings[row.key] ?? [] {
      let document = comparison.corpus.documents[Int(posting.document)]
      guard let month = document.date?.prefix(7), month.count == 7 else { continue }
      if row.name < month { shares[document.group].past += Int(posting.count) }
      if row.name > month { shares[document.group].future += Int(posting.count) }
    }
    return shares
  }
}
