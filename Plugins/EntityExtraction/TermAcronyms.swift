import PostilModuleKit

/// Acronyms that stand in brackets behind small words whose initials they have, and so are no names: special needs (SN).
struct TermAcronyms {
  private var texts: Set<String> = []

  /// Those of the candidates `definition` that have no long name.
  init(in document: DocumentView, _ reader: ChunkReader) {
    for index in document.candidates(ofType: "definition") {
      let candidate = document.candidates[index]
      guard candidate.capture("long") == nil, let short = candidate.capture("short") else { continue }
      let text = document.text(short)
      if Self.areInitials(Array(text.lowercased().filter(\.isLetter)), before: candidate.span.start, document, reader) {
        texts.insert(text)
      }
    }
  }

  func contains(_ text: String) -> Bool { texts.contains(text) }

  /// Whether the words before `offset` have those initials; all but the first one are written small, and words such as "of" may
  /// have none.
  private static func areInitials(
    _ letters: [Character], before offset: Int, _ document: DocumentView, _ reader: ChunkReader
  ) -> Bool {
    guard let sentence = document.sentence(at: offset), sentence.start < offset else { return false }
    var remaining = letters.count
    for token in document.tokens(in: Span(start: sentence.start, end: offset)).reversed() where token.kind == .word {
      for part in document.text(token.span).split(separator: "-").reversed() {
        guard let initial = part.first else { continue }
        if Character(initial.lowercased()) == letters[remaining - 1], remaining == 1 || initial.isLowercase {
          remaining -= 1
          if remaining == 0 { return true }
        } else if !reader.isJoint(token.span) {
          return false
        }
      }
    }
    return false
  }
}
