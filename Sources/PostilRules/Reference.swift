/// The `${…}` of patterns and templates.
enum Reference {
  enum Piece {
    case text(String)
    case reference(String)
    /// A `${` without its `}`, and what stands behind it.
    case unclosed(String)
  }

  /// Where the text is used.
  enum Place {
    /// In a pattern `\$` is a dollar sign.
    case pattern, template
  }

  /// Splits `text` at its references; each piece with its place in UTF-8, of a reference that of its `$`.
  static func split(_ text: String, in place: Place) -> [(piece: Piece, offset: Int)] {
    var pieces: [(Piece, Int)] = []
    var start = text.startIndex
    var search = text.startIndex
    func offset(_ index: String.Index) -> Int { text.utf8.distance(from: text.startIndex, to: index) }
    while let open = text[search...].firstRange(of: "${") {
      search = open.upperBound
      if place == .pattern, isEscaped(open.lowerBound, in: text) { continue }
      if open.lowerBound > start { pieces.append((.text(String(text[start..<open.lowerBound])), offset(start))) }
      let rest = text[open.upperBound...]
      let close = rest.firstIndex(of: "}")
      let next = rest.firstRange(of: "${")?.lowerBound
      if let close, next.map({ close < $0 }) ?? true {
        pieces.append((.reference(String(rest[..<close])), offset(open.lowerBound)))
        start = text.index(after: close)
        search = start
      } else {
        start = next ?? text.endIndex
        pieces.append((.unclosed(String(rest[..<start])), offset(open.lowerBound)))
        search = start
      }
    }
    if start < text.endIndex { pieces.append((.text(String(text[start...])), offset(start))) }
    return pieces
  }

  /// The names that the references of a pattern give.
  static func names(inPattern text: String) -> [String] {
    split(text, in: .pattern).compactMap { if case .reference(let name) = $0.piece { name } else { nil } }
  }

  /// Whether an odd number of backslashes stands before `index`.
  private static func isEscaped(_ index: String.Index, in text: String) -> Bool {
    text[..<index].reversed().prefix { $0 == "\\" }.count % 2 == 1
  }
}
