import PostilReports

/// A page in Markdown, made to be read in a terminal.
struct MarkdownText {
  /// The columns that lines of prose and tables may take.
  let width: Int

  /// The lines of the page; code stays as it is.
  func text(of lines: [Substring]) -> String {
    var shown: [String] = []
    var rest = lines[...]
    while let line = rest.first {
      if line.hasPrefix("```") {
        let code = rest.dropFirst().prefix { !$0.hasPrefix("```") }
        shown += code.map { "    " + $0 }
        rest = rest.dropFirst(code.count + 2)
      } else if line.hasPrefix("|") {
        let rows = rest.prefix { $0.hasPrefix("|") }
        shown += table(rows.map(Self.cells))
        rest = rest.dropFirst(rows.count)
      } else {
        let block = Self.block(at: rest)
        shown += prose(block)
        rest = rest.dropFirst(block.count)
      }
    }
    return shown.joined(separator: "\n")
  }

  /// The lines that make one paragraph, item or heading; one line where it is empty or a comment.
  private static func block(at lines: ArraySlice<Substring>) -> ArraySlice<Substring> {
    guard let first = lines.first, !first.isEmpty, !first.hasPrefix("#"), !first.hasPrefix("<!--") else {
      return lines.prefix(1)
    }
    let more = lines.dropFirst().prefix { line in
      !line.isEmpty && !isItem(line) && !["#", "|", "```", "<!--"].contains { line.hasPrefix($0) }
    }
    return lines.prefix(1 + more.count)
  }

  private static func isItem(_ line: Substring) -> Bool { line.firstMatch(of: #/^ *(?:[-*]|\d+\.) /#) != nil }

  private func prose(_ block: ArraySlice<Substring>) -> [String] {
    guard let first = block.first, !first.hasPrefix("<!--") else { return [] }
    if first.hasPrefix("#") {
      let title = Self.plain(first.drop { $0 == "#" || $0 == " " })
      return [title, String(repeating: first.hasPrefix("##") ? "-" : "=", count: TextColumns.width(of: title))]
    }
    let words = block.map { $0.drop { $0 == " " } }.joined(separator: " ")
    let margin = String(first.prefix { $0 == " " })
    return TextColumns.wrapped(
      margin + Self.plain(words[...]), to: width, indent: margin + (Self.isItem(first) ? "  " : ""))
  }

  /// `text` without marks of stress and with the words of links alone.
  private static func plain(_ text: Substring) -> String {
    String(text).replacing(#/\[([^\]]+)\]\([^)\s]+\)/#) { String($0.1) }.replacing("**", with: "")
  }

  private static func cells(_ line: Substring) -> [String] {
    line.replacing("\\|", with: "\u{0}").split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map { plain($0[...]).replacing("\u{0}", with: "|").trimmingBlanks }
  }

  /// In columns where they fit; else each row a block with its first cell in front.
  private func table(_ lines: [[String]]) -> [String] {
    let rows = lines.filter { !$0.allSatisfy { $0.contains("-") && $0.allSatisfy { $0 == "-" || $0 == ":" } } }
    guard let head = rows.first else { return [] }
    let widths = head.indices.map { column in
      rows.map { $0.indices.contains(column) ? TextColumns.width(of: $0[column]) : 0 }.max() ?? 0
    }
    if widths.reduce(0, +) + 2 * (widths.count - 1) <= width {
      return rows.map { row in
        zip(row, widths).map { TextColumns.padded($0, to: $1) }.joined(separator: "  ").trimmingBlanks
      }
    }
    return rows.dropFirst().flatMap { row in
      TextColumns.wrapped(row.first ?? "", to: width)
        + zip(head, row).dropFirst().filter { !$1.isEmpty }.flatMap { name, cell in
          TextColumns.wrapped(
            "    " + (head.count > 2 && !name.isEmpty ? name + ": " : "") + cell, to: width, indent: "    ")
        }
    }
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    String(self.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
