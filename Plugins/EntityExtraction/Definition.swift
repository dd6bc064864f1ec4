import PostilModuleKit

/// "Long Name (LN)" or "Long Name (“Long”)": which words are meant, and whether the short form is an acronym.
struct Definition {
  let span: Span
  let shortText: String
  let isAcronym: Bool
  /// The name that already stands there.
  let mention: Mention?

  /// Nil when the short form is neither the initials nor a word of the long one.
  init?(long: Span, short: Span, in document: DocumentView, names: [Mention]) {
    shortText = NameText.clean(document.text(short))
    let standing = names.first { $0.span.end == long.end && $0.kind != .person }
    let words = Self.words(of: long, in: document)
    let letters = Array(shortText.uppercased().filter(\.isLetter))
    let initials = words.map { (word: $0, letter: document.text($0).uppercased().first ?? " ") }
    var start: Int?
    // From the last word backwards: each letter needs a word, words with a small initial may be passed over.
    var remaining = letters.count
    for (word, letter) in initials.reversed() where remaining > 0 {
      let isSmall = document.text(word).first?.isLowercase ?? false
      if letter == letters[remaining - 1] {
        remaining -= 1
        start = word.start
      } else if !isSmall {
        break
      }
    }
    if remaining == 0, let start {
      isAcronym = true
      if let standing, standing.span.start <= start || standing.canonical != nil {
        mention = standing
        span = standing.span
      } else {
        mention = nil
        span = Span(start: start, end: long.end)
      }
    } else if let standing,
      standing.text.split(separator: " ").contains(Substring(shortText)) || standing.acronym == shortText
    {
      isAcronym = standing.acronym == shortText
      mention = standing
      span = standing.span
    } else {
      return nil
    }
  }

  private static func words(of span: Span, in document: DocumentView) -> [Span] {
    document.tokens(in: span).filter { $0.kind == .word }.map(\.span)
  }
}
