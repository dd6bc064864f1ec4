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

  /// Where the words begin whose initials those are.
  private static func start(of long: Span, in document: DocumentView, initials: String) -> Int? {
    // "QRCs" is the plural of "QRC"; "Natrivers" has no initials.
    let capitals = initials.filter(\.isUppercase)
    guard capitals.count > 1, capitals.count + 1 >= initials.count else { return nil }
    let words = words(of: long, in: document)
    return start(of: words, spelling: Array(capitals)) ?? startInOtherOrder(of: words, spelling: capitals)
  }

  private typealias Word = (initial: Character, start: Int)

  /// The words, the last one first.
  private static func words(of long: Span, in document: DocumentView) -> [Word] {
    var words: [Word] = []
    for token in document.tokens(in: long).reversed() where token.kind == .word {
      guard let initial = document.text(token.span).first else { continue }
      words.append((initial, token.span.start))
    }
    return words
  }

  /// From the last word backwards, each letter needs a word.
  private static func start(of words: [Word], spelling letters: [Character]) -> Int? {
    var remaining = letters.count
    for word in words {
      if word.initial.uppercased().first == letters[remaining - 1] {
        remaining -= 1
        if remaining == 0 { return word.start }
      } else if !word.initial.isLowercase {
        return nil
      }
    }
    return nil
  }

  /// The same letters in another order, as adjectives stand behind the noun in the language of the body: the Velmora Rivers
  /// Union is the UVR.
  private static func startInOtherOrder(of words: [Word], spelling letters: String) -> Int? {
    let capitals = words.filter { $0.initial.isUppercase }.prefix(letters.count)
    guard letters.count > 2, capitals.map(\.initial).sorted() == letters.sorted() else { return nil }
    return capitals.last?.start
  }
}
