/// Who praises and criticises whom in an HTML report: a small matrix of speakers and the names that their stances are about.
struct HTMLStances {
  static let css = """
    .stances td:not(:first-child){text-align:center;white-space:nowrap}
    """

  /// No more columns are shown; the rest is told.
  private static let widest = 12
  private struct Cell {
    var positive: [String] = []
    var negative: [String] = []
  }

  private var cells: [String: [String: Cell]] = [:]
  private var totals: [String: Int] = [:]

  /// Adds a stance of `speaker` about `name` with the id of its place; neutral ones do not count.
  mutating func add(by speaker: String, about name: String, sentiment: String, target: String) {
    guard speaker != name, sentiment == "positive" || sentiment == "negative" else { return }
    totals[name, default: 0] += 1
    if sentiment == "positive" {
      cells[speaker, default: [:]][name, default: Cell()].positive.append(target)
    } else {
      cells[speaker, default: [:]][name, default: Cell()].negative.append(target)
    }
  }

  /// The section, empty when nobody takes a stance.
  var html: String {
    guard !cells.isEmpty else { return "" }
    let names = totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let shown = names.prefix(Self.widest)
    let head = (["speaker"] + shown).map { "<th scope=\"col\" dir=\"auto\">\(HTMLText.escaped($0))</th>" }.joined()
    let rows = cells.sorted { $0.key < $1.key }.compactMap { speaker, row -> String? in
      guard shown.contains(where: { row[$0] != nil }) else { return nil }
      return "<tr><td dir=\"auto\">\(HTMLText.escaped(speaker))</td>\(shown.map { cell(row[$0]) }.joined())</tr>"
    }
    let more = names.count > shown.count ? "<p class=\"meta\">\(names.count - shown.count) more names</p>" : ""
    return "<h2>Praise and criticism <small>\(cells.count) × \(names.count)</small></h2><table class=\"stances\">"
      + "<thead><tr>\(head)</tr></thead><tbody>\(rows.joined())</tbody></table>\(more)"
  }

  private func cell(_ cell: Cell?) -> String {
    let parts = [("+", "positive", cell?.positive ?? []), ("−", "negative", cell?.negative ?? [])].compactMap {
      sign, name, targets in
      targets.first.map { first in
        "<a class=\"s-\(name)\" href=\"#\(HTMLText.escaped(first))\" title=\"\(name)\">\(sign)\(targets.count)</a>"
      }
    }
    return "<td>\(parts.joined(separator: " "))</td>"
  }
}
