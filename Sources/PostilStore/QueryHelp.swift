/// What to do about a question that SQLite refuses, where quotes are likely to be amiss.
struct QueryHelp {
  private let sql: SQLText

  init(_ sql: String) { self.sql = SQLText(sql) }

  /// Help for a question that was refused; nil where quotes have nothing to do with it.
  var text: String? { bareWords ?? brokenText ?? unquotedWords }

  /// `MATCH al-Sudani`, as it is left when a shell takes the quotes away.
  private var bareWords: String? {
    for place in sql.matched where sql.parts[place].kind == .word {
      let words = sql.parts[place...].prefix { $0.kind != .blank }.map(\.source).joined()
      return
        "text stands in quotes, and a word with a hyphen or an apostrophe in double quotes inside them: MATCH '\"\(words)\"'; a shell takes quotes "
        + "away unless the whole SQL stands in others"
    }
    return nil
  }

  /// `'O'Neil'`: a text right before a word.
  private var brokenText: String? {
    for (place, part) in sql.parts.enumerated().dropLast() where part.kind == .text {
      let next = sql.parts[place + 1]
      guard next.kind == .word else { continue }
      let words = "\(part.value)''\(next.source)"
      return
        "an apostrophe inside a text is written twice: "
        + (sql.matched.contains(place)
          ? "MATCH '\"\(words)\"', in double quotes since words of a search have none" : "'\(words)'")
    }
    return nil
  }

  /// `MATCH 'al-Sudani'`: a word with signs that the full-text search takes for its own.
  private var unquotedWords: String? {
    for place in sql.matched where sql.parts[place].kind == .text {
      let outside = sql.parts[place].value.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.map(\.element)
      for word in outside.flatMap({ $0.split(separator: " ") }) where Self.hasSigns(word) {
        let quoted = word.replacing("'", with: "''")
        return
          "a word with a hyphen, an apostrophe or a dot stands in double quotes inside the text: MATCH '\"\(quoted)\"'"
      }
    }
    return nil
  }

  /// Whether a word has signs between its letters.
  private static func hasSigns(_ word: Substring) -> Bool {
    zip(word, word.dropFirst()).contains { $0.isLetter && "-'.,/&@".contains($1) }
      || zip(word, word.dropFirst()).contains { "-'".contains($0) && $1.isLetter }
  }
}
