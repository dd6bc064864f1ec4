/// Who says what in an HTML report: a row for each speaker with a strip of coloured cells, one a statement.
struct HTMLSpeakers {
  /// A statement's place in the page, and how it sounds.
  struct Statement {
    let target: String
    let words: String
    let sentiment: String
    let score: Double
  }

  static let css = """
    .strip{display:flex;flex-wrap:wrap;gap:2px}.strip a{inline-size:.9rem;block-size:1.1rem;border-radius:2px;background:var(--soft);opacity:.45}
    .strip .s-positive{background:var(--location);opacity:1}.strip .s-negative{background:var(--poll);opacity:1}
    """

  private var speakers: [String: [Statement]] = [:]

  /// Adds a statement in the order of the page.
  mutating func add(_ statement: Statement, by speaker: String) { speakers[speaker, default: []].append(statement) }

  /// The section, who says most first; empty when nobody says anything.
  var html: String {
    let rows = speakers.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { row($0.key, $0.value) }
    return HTMLTable(
      title: "Speakers", columns: ["speaker", "statements", "mean", "in the order of the page"], rows: rows
    ).html
  }

  private func row(_ speaker: String, _ statements: [Statement]) -> [String] {
    let mean = statements.reduce(0) { $0 + $1.score } / Double(statements.count)
    return [
      HTMLText.escaped(speaker), "\(statements.count)", ((mean * 100).rounded() / 100).plainText,
      "<div class=\"strip\">\(statements.map(cell).joined())</div>",
    ]
  }

  private func cell(_ statement: Statement) -> String {
    let title = HTMLText.escaped("\(statement.sentiment): \(statement.words.prefix(160))")
    return "<a class=\"s-\(HTMLText.escaped(statement.sentiment))\" href=\"#\(HTMLText.escaped(statement.target))\" "
      + "title=\"\(title)\"></a>"
  }
}
