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
    guard !speakers.isEmpty else { return "" }
    let rows = speakers.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { row($0.key, $0.value) }
    let head = ["speaker", "statements", "mean", "in the order of the page"].map { "<th scope=\"col\">\($0)</th>" }
    return "<h2>Speakers <small>\(rows.count)</small></h2><table><thead><tr>\(head.joined())</tr></thead>"
      + "<tbody>\(rows.joined())</tbody></table>"
  }

  private func row(_ speaker: String, _ statements: [Statement]) -> String {
    let mean = statements.reduce(0) { $0 + $1.score } / Double(statements.count)
    let cells = [
      HTMLText.escaped(speaker), "\(statements.count)", ((mean * 100).rounded() / 100).plainText,
      "<div class=\"strip\">\(statements.map(cell).joined())</div>",
    ]
    return "<tr>\(cells.map { "<td dir=\"auto\">\($0)</td>" }.joined())</tr>"
  }

  private func cell(_ statement: Statement) -> String {
    let title = HTMLText.escaped("\(statement.sentiment): \(statement.words.prefix(160))")
    return "<a class=\"s-\(HTMLText.escaped(statement.sentiment))\" href=\"#\(HTMLText.escaped(statement.target))\" "
      + "title=\"\(title)\" aria-label=\"\(title)\"></a>"
  }
}
