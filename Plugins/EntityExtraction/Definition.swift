import PostilModuleKit
import PostilNames

/// "Long Name (LN)" or "Long Name (“Long”)": which words are meant, and whether the short form is an acronym.
struct Definition {
  let span: Span
  let shortText: String
  let isAcronym: Bool
  /// The candidate that tells it.
  let candidate: Int
  /// Why the short form is one of the long name.
  let decision: NameDecision
  /// Whether the long name already stands there.
  let isStanding: Bool

  /// Nil when the short form is neither the initials nor a word of the long one.
  init?(long: Span, short: Span, candidate: Int, in document: DocumentView, standing: Mention?) {
    self.candidate = candidate
    shortText = NameText.clean(document.text(short))
    if let start = Self.start(of: long, in: document, initials: shortText) {
      isAcronym = true
      decision = .definedInitials
      if let standing, standing.span.start <= start || standing.canonical != nil {
        isStanding = true
        span = standing.span
      } else {
        isStanding = false
        span = Span(start: start, end: long.end)
      }
    } else if let standing, Self.isCoined(shortText) && standing.kind == .organization {
      isAcronym = false
      decision = .definedShortName
      isStanding = true
      span = standing.span
    } else if let standing,
      standing.text.split(separator: " ").contains(Substring(shortText)) || standing.acronym == shortText
    {
      isAcronym = standing.acronym == shortText
      decision = .definedWord
      isStanding = true
      span = standing.span
    } else {
      return nil
    }
  }

  /// Whether it is one word with a capital, as short names of bodies are formed.
  private static func isCoined(_ short: String) -> Bool { short.contains(where: \.isLowercase) }

  /// Where the words begin whose initials are those: from the last word backwards, each letter needs a word, words with a
  /// small initial may be passed over.
  private static func start(of long: Span, in document: DocumentView, initials: String) -> Int? {
    // "QRCs" is the plural of "QRC"; "Natrivers" has no initials.
    let capitals = initials.filter(\.isUppercase)
    guard capitals.count > 1, capitals.count + 1 >= initials.count else { return nil }
    let letters = Array(capitals)
    var remaining = letters.count
    var start: Int?
    for token in document.tokens(in: long).reversed() where token.kind == .word && remaining > 0 {
      let word = document.text(token.span)
      if word.uppercased().first == letters[remaining - 1] {
        remaining -= 1
        start = token.span.start
      } else if !(word.first?.isLowercase ?? false) {
        break
      }
    }
    return remaining == 0 ? start : nil
  }
}
