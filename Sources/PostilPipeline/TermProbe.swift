import PostilModel
import PostilRules

/// Looks for a term that a text almost has at a place.
struct TermProbe {
  /// How far before the place a term may begin, in bytes.
  private static let reach = 80

  private let place: Int
  private let first: Int
  /// The text from ``first`` on, in small letters; as many bytes as the text has.
  private let text: [UInt8]
  private let subject: Subject

  init(at place: Int, in subject: Subject) {
    self.place = place
    self.subject = subject
    first = subject.boundary(at: max(0, place - Self.reach))
    let end = min(subject.bytes.count, place + 4 * Self.reach)
    text = subject.bytes[first..<max(first, end)].map(\.asciiFolded)
  }

  /// The term of `lexicons` of which the text has the most, where it covers the place.
  func nearest(of lexicons: [Lexicon]) -> RuleVerdict.NearTerm? {
    var best: (taken: Int, near: RuleVerdict.NearTerm)?
    for lexicon in lexicons {
      lexicon.spellings { _, bytes in
        let term = String(decoding: bytes, as: UTF8.self)
        guard let found = near(term, of: lexicon), found.taken > best?.taken ?? 0 else { return }
        best = found
      }
    }
    return best?.near
  }

  /// How many bytes of `term` stand in the text round the place, and what is other.
  private func near(_ term: String, of lexicon: Lexicon) -> (taken: Int, near: RuleVerdict.NearTerm)? {
    let bytes = term.utf8.map(\.asciiFolded)
    var best: (taken: Int, near: RuleVerdict.NearTerm)?
    for start in text.indices where start <= place - first && text[start] == bytes.first {
      let taken = zip(text[start...], bytes).prefix { $0 == $1 }.count
      guard start + taken > place - first, taken > best?.taken ?? 0,
        let difference = difference(term, taken, at: Span(start: first + start, end: first + start + taken))
      else { continue }
      best = (taken, .init(term: term, lexicon: lexicon.name, difference: difference))
    }
    return best
  }

  private func difference(_ term: String, _ taken: Int, at span: Span) -> RuleVerdict.NearTerm.Difference? {
    let isInWord = touchesWord(before: span.start)
    if taken == term.utf8.count { return isInWord || touchesWord(behind: span.end) ? .wordEnd : .letterCase }
    // Less than the first word says nothing.
    guard !isInWord, let space = term.utf8.firstIndex(of: .space),
      term.utf8.distance(from: term.startIndex, to: space) < taken
    else { return nil }
    return .beginning(subject.text(span))
  }

  private func touchesWord(before offset: Int) -> Bool { offset > 0 && subject.bytes[offset - 1].isWordByte }

  private func touchesWord(behind offset: Int) -> Bool {
    offset < subject.bytes.count && subject.bytes[offset].isWordByte
  }
}

extension UInt8 {
  /// Whether it is a letter, a digit or an underscore, or of a character beyond ASCII, most of which are letters.
  fileprivate var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
    default: false
    }
  }
}
