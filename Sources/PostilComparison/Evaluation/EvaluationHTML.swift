import PostilReports

extension Evaluation {
  /// The evaluation as one self-contained page, with at most `errors` faults in context.
  public func html(title: String, errors: Int = 2000) -> String {
    let title = HTMLText.escaped(title)
    return """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>Postil: \(title)</title><style>\(PageStyle.css)</style></head><body><header><h1>\(title)</h1>
      <nav aria-label="Sections"><a href="#scores">Scores</a><a href="#confusion">Confusion</a><a href="#errors">Errors</a>
      <input id="filter" type="search" placeholder="Filter errors" aria-label="Filter errors"></nav></header><main>
      <p>\(documents) documents\(absent.isEmpty ? "" : ", \(absent.count) of them not in the report"). Strict: same span; lenient: spans overlap,
      paired one to one; average: the mean of both F1. In percent.</p>\(notes.map { "<p>\(HTMLText.escaped($0))</p>" }.joined())
      <h2 id="scores">Scores</h2>\(scores)\(features)<h2 id="confusion">Confusion</h2>\(confusionTables)
      <h2 id="errors">Errors <small>\(faults.count)</small></h2>\(faultTable(errors))</main><script>\(Self.script)</script></body></html>

      """
  }

  private func table(_ head: [String], _ rows: [[String]], id: String = "") -> String {
    let columns = head.map { "<th scope=\"col\">\(HTMLText.escaped($0))</th>" }.joined()
    let body = rows.map { row in
      "<tr><th scope=\"row\">\(row.first ?? "")</th>" + row.dropFirst().map { "<td>\($0)</td>" }.joined() + "</tr>"
    }.joined()
    return
      "<div class=\"scroll\"><table\(id.isEmpty ? "" : " id=\"\(id)\"")><thead><tr>\(columns)</tr></thead><tbody>\(body)</tbody></table></div>"
  }

  private var scores: String {
    table(
      ["type", "gold", "found", "strict P", "R", "F1", "lenient P", "R", "F1", "average F1"],
      types.map { type in
        [HTMLText.escaped(type.type), "\(type.lenient.gold)", "\(type.lenient.system)"]
          + [type.strict, type.lenient].flatMap { [$0.precision, $0.recall, $0.f1] }.map(Self.percent)
          + [Self.percent(type.averageF1)]
      })
  }

  private var features: String {
    let rows = types.flatMap { type in
      type.features.sorted { $0.key < $1.key }.map { name, score in
        [HTMLText.escaped("\(type.type).\(name)"), "\(score.gold)", "\(score.right)"]
          + [score.precision, score.recall, score.f1].map(Self.percent)
      }
    }
    return rows.isEmpty
      ? "" : "<h3>Features of lenient pairs</h3>" + table(["feature", "gold", "right", "P", "R", "F1"], rows)
  }

  private var confusionTables: String {
    confusions.map { confusion in
      "<h3>\(HTMLText.escaped(confusion.title))</h3>"
        + table(
          ["gold ↓ report →"] + confusion.values,
          confusion.values.filter { confusion.counts[$0] != nil }.map { gold in
            [HTMLText.escaped(gold)] + confusion.values.map { "\(confusion.counts[gold]?[$0] ?? 0)" }
          })
    }.joined()
  }

  private func faultTable(_ most: Int) -> String {
    let rows = faults.prefix(most).map { fault in
      let item = fault.gold ?? fault.system
      let words =
        "<mark class=\"y-\(HTMLText.escaped(item?.type ?? ""))\">\(HTMLText.escaped(fault.context.words))</mark>"
      return [
        fault.kind.rawValue, HTMLText.escaped(fault.what),
        "\(HTMLText.escaped(fault.context.before))\(words)\(HTMLText.escaped(fault.context.after))",
        HTMLText.escaped(fault.document),
      ]
    }
    let more = faults.count > most ? "<p class=\"soft\">\(faults.count - most) more: see --format json</p>" : ""
    return "<style>#faults td{text-align:start;white-space:normal;overflow-wrap:anywhere}</style>"
      + table(["error", "what", "where", "document"], rows, id: "faults") + more
  }

  private static let script = """
    const filter=document.getElementById('filter');filter.addEventListener('input',()=>{const wanted=filter.value.toLowerCase();
    for(const row of document.querySelectorAll('#faults tbody tr'))row.hidden=!row.textContent.toLowerCase().includes(wanted)});
    document.addEventListener('keydown',e=>{if(e.key==='/'&&e.target!==filter){e.preventDefault();filter.focus()}});
    """
}
