import PostilJSON
import PostilReports

extension ReportDiff {
  /// The differences as text: tables by type, rule and document, then at most `most` of the differences.
  public func text(most: Int = 100) -> String {
    var text = "\(changes.count) differences, \(unchanged) annotations the same\n"
    text += told("only in the first report", onlyOld) + told("only in the second report", onlyNew)
    text += told("with another text, not compared", otherText)
    text += table("type") { $0.item?.type ?? "" } + table("rule") { $0.item?.rule ?? "none" }
    text += table("document") { $0.document }
    if !changes.isEmpty { text += "\n" }
    text += changes.prefix(most).map(line).joined()
    return changes.count > most ? text + "… \(changes.count - most) more\n" : text
  }

  private func told(_ title: String, _ names: [String]) -> String {
    guard !names.isEmpty else { return "" }
    let shown = names.prefix(10).map { TerminalText.visible($0) }.joined(separator: ", ")
    return "\(names.count) documents \(title): \(shown)\(names.count > 10 ? ", …" : "")\n"
  }

  private func table(_ name: String, _ key: (Change) -> String) -> String {
    guard !changes.isEmpty else { return "" }
    let groups = Dictionary(grouping: changes, by: key)
    var table = TextTable(rows: [[name] + Kind.allCases.map(\.rawValue)])
    let order = groups.keys.sorted { (groups[$1]?.count ?? 0, $0) < (groups[$0]?.count ?? 0, $1) }
    for key in order.prefix(25) {
      table.rows.append([key] + Kind.allCases.map { kind in "\(groups[key]?.count { $0.kind == kind } ?? 0)" })
    }
    return "\n" + table.text + (order.count > 25 ? "… \(order.count - 25) more\n" : "")
  }

  private func line(_ change: Change) -> String {
    let sign = [Kind.added: "+", .removed: "-", .moved: "~", .changed: "!"][change.kind] ?? ""
    let item = change.item
    var line = "\(sign) \(change.document):\(item?.start ?? 0) \(item?.type ?? "") \(change.context.line)"
    if change.kind == .moved, let old = change.old { line += " was [[\(old.text)]]" }
    line += change.details.map { " \($0.name): \($0.old.isEmpty ? "–" : $0.old) → \($0.new.isEmpty ? "–" : $0.new)" }
      .joined(separator: ";")
    return TerminalText.visible(line.split(whereSeparator: \.isNewline).joined(separator: " ")) + "\n"
  }

  /// The differences as JSON, `postil.diff/1`.
  public var json: [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.field("schema", "postil.diff/1")
      json.field("unchanged", unchanged)
      for (name, documents) in [("onlyOld", onlyOld), ("onlyNew", onlyNew), ("otherText", otherText)] {
        json.field(name, documents)
      }
      json.key("changes")
      json.array { json in for change in changes { write(change, &json) } }
    }
    json.newline()
    return json.bytes
  }

  private func write(_ change: Change, _ json: inout JSONBytes) {
    json.object { json in
      json.field("kind", change.kind.rawValue)
      json.field("document", change.document)
      for (name, item) in [("old", change.old), ("new", change.new)] {
        guard let item else { continue }
        json.key(name)
        json.object { json in
          json.field("id", item.id)
          json.field("type", item.type)
          json.field("start", item.start)
          json.field("end", item.end)
          json.field("text", item.text)
          json.field("rule", item.rule)
        }
      }
      json.key("details")
      json.array { json in
        for detail in change.details {
          json.object { json in
            json.field("name", detail.name)
            json.field("old", detail.old)
            json.field("new", detail.new)
          }
        }
      }
    }
  }
}
