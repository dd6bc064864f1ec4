import PostilReports

/// A piece of a text with the words around it, for lists of differences.
struct TextContext: Hashable, Sendable {
  let before: String
  let words: String
  let after: String

  /// - Parameter text: Nil when it is not known.
  init(_ text: [Unicode.Scalar]?, start: Int, end: Int, words: String) {
    guard let text else {
      (before, self.words, after) = ("", words, "")
      return
    }
    func cut(_ low: Int, _ high: Int) -> String {
      var view = String.UnicodeScalarView()
      let (low, high) = (max(0, min(low, text.count)), max(0, min(high, text.count)))
      view.append(contentsOf: text[low..<max(low, high)])
      return String(view).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    before = (start > 40 ? "…" : "") + cut(start - 40, start)
    self.words = cut(start, min(end, start + 160)) + (end > start + 160 ? "…" : "")
    after = cut(end, end + 40) + (end + 40 < text.count ? "…" : "")
  }

  /// `… before [[words]] after …`
  var line: String { TerminalText.visible("\(before)[[\(words)]]\(after)") }
}
