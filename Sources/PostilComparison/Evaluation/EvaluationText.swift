import PostilReports

extension Evaluation {
  /// The evaluation as text: scores, confusion, and at most `errors` of the faults.
  public func text(errors: Int = 0) -> String {
    var text = "\(documents) documents" + (absent.isEmpty ? "\n" : ", \(absent.count) of them not in the report\n")
    text += notes.map { TerminalText.visible($0) + "\n" }.joined()
    text += "strict: same span; lenient: spans overlap, one to one; average: mean of both F1 (percent)\n\n"
    text += scoreTable.text + featureTable
    for confusion in confusions { text += "\n" + confusion.text }
    let tally = Fault.Kind.allCases.map { kind in "\(kind.rawValue) \(faults.count { $0.kind == kind })" }
    text += "\nerrors: \(tally.joined(separator: ", "))\n"
    text += faults.prefix(errors).map(\.line).joined()
    return text
  }

  static func percent(_ share: Double) -> String { NumberFormat.decimal(100 * share, 2) }

  private var scoreTable: TextTable {
    var table = TextTable(
      rows: [["type", "gold", "found", "strict P", "R", "F1", "lenient P", "R", "F1", "average F1"]])
    for type in types {
      table.rows.append(
        [type.type, "\(type.lenient.gold)", "\(type.lenient.system)"]
          + [type.strict, type.lenient].flatMap { [$0.precision, $0.recall, $0.f1] }.map(Self.percent)
          + [Self.percent(type.averageF1)])
    }
    return table
  }

  private var featureTable: String {
    var table = TextTable(rows: [["feature of lenient pairs", "gold", "right", "P", "R", "F1"]])
    for type in types {
      for name in type.features.keys.sorted() {
        guard let score = type.features[name] else { continue }
        table.rows.append(
          ["\(type.type).\(name)", "\(score.gold)", "\(score.right)"]
            + [score.precision, score.recall, score.f1].map(Self.percent))
      }
    }
    return table.rows.count > 1 ? "\n" + table.text : ""
  }
}

extension Evaluation.Confusion {
  /// Gold down, report across.
  var text: String {
    var table = TextTable(rows: [["\(title): gold ↓ report →"] + values])
    for gold in values where counts[gold] != nil {
      table.rows.append([gold] + values.map { "\(counts[gold]?[$0] ?? 0)" })
    }
    return table.text
  }
}

extension Evaluation.Fault {
  /// One line for a terminal.
  var line: String {
    TerminalText.visible("\(kind.rawValue) \(document):\((gold ?? system)?.start ?? 0) \(what) \(context.line)") + "\n"
  }

  /// What is wrong, in words.
  var what: String {
    switch kind {
    case .missing: return gold?.type ?? ""
    case .spurious: return system?.type ?? ""
    case .boundary: return "\(gold?.type ?? "") found as '\(system?.text ?? "")'"
    case .type: return "\(gold?.type ?? "") found as \(system?.type ?? "") '\(system?.text ?? "")'"
    case .feature:
      return "\(gold?.type ?? "").\(feature?.name ?? "") '\(feature?.wanted ?? "")' found as '\(feature?.found ?? "")'"
    }
  }
}
