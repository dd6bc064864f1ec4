import PostilJSON

/// A table of a page. Its rows stand in the page as JSON and are drawn as far as somebody scrolls; they can be filtered,
/// sorted and saved as CSV.
struct HTMLTable {
  let title: String
  let columns: [String]
  /// Cells as HTML.
  let rows: [[String]]

  static let css = """
    .table{overflow-x:auto}.table th{position:sticky;top:0;background:var(--card)}.table th button{all:unset;cursor:pointer}
    .table th button:focus-visible{outline:2px solid var(--fg)}.tools{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;font-size:.85rem;margin:.2rem 0}
    .tools input{font:inherit;padding:.1rem .4rem;max-inline-size:14rem}.tools button{font:inherit}.kwic td:nth-child(1){text-align:end}
    """

  /// The section; empty without rows.
  var html: String {
    guard !rows.isEmpty else { return "" }
    var json = JSONBytes()
    json.object { json in
      json.field("columns", columns)
      json.key("rows")
      json.array { json in for row in rows { json.strings(row) } }
    }
    let data = String(decoding: HTMLText.inScript(json.bytes), as: UTF8.self)
    return
      "<section class=\"table-section\" data-title=\"\(title)\"><h2>\(title) <small>\(rows.count)</small></h2>"
      + "<script type=\"application/json\">\(data)</script></section>"
  }
}
