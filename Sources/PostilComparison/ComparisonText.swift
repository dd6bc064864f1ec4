import Foundation
import PostilReports

extension Comparison {
  /// The comparison as a table of at most `most` rows for each facet.
  public func table(most: Int = 25) -> String {
    var text = "\(documents.left) and \(documents.right) documents"
    if min(documents.left, documents.right) < 8 {
      text += "; under eight in a set, so rates and ratios only, no test"
    }
    text += "\nrate: annotations a document; log ratio: binary, right to left, 0.5 added to both counts\n"
    for facet in Facet.allCases {
      let rows = self.rows.filter { $0.facet == facet }
      guard !rows.isEmpty else { continue }
      text += "\n" + Self.line(facet.rawValue, ["count", "docs", "rate", "count", "docs", "rate", "log ratio"])
      text += rows.prefix(most).map { row in
        Self.line(
          row.item,
          [
            "\(row.left.count)", "\(row.left.documents)", Self.number(row.left.rate), "\(row.right.count)",
            "\(row.right.documents)", Self.number(row.right.rate), Self.number(row.logRatio),
          ] + (facet == .source ? [Self.tone(row)] : []))
      }.joined()
      if rows.count > most { text += "… \(rows.count - most) more\n" }
    }
    return text
  }

  private static func tone(_ row: Row) -> String {
    "tone \(row.left.meanScore.map(number) ?? "–") → \(row.right.meanScore.map(number) ?? "–")"
  }

  private static func line(_ name: String, _ cells: [String]) -> String {
    let label = TerminalText.visible(name.split(whereSeparator: \.isWhitespace).joined(separator: " ")).prefix(38)
    let padded = label + String(repeating: " ", count: 40 - label.count)
    return padded + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined() + "\n"
  }

  private static func number(_ value: Double) -> String { String(format: "%.2f", value) }

  /// The comparison as JSON, `postil.comparison/1`.
  public func json() throws -> Data {
    let rows = rows.map { row -> [String: Any] in
      [
        "facet": row.facet.rawValue, "item": row.item, "left": Self.object(row.left), "right": Self.object(row.right),
        "logRatio": row.logRatio,
      ]
    }
    let object: [String: Any] = [
      "schema": "postil.comparison/1", "documents": ["left": documents.left, "right": documents.right], "rows": rows,
    ]
    return try JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
  }

  private static func object(_ side: Side) -> [String: Any] {
    var object: [String: Any] = ["count": side.count, "documents": side.documents, "rate": side.rate]
    if let score = side.meanScore { object["meanScore"] = score }
    return object
  }
}
