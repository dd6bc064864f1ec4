import PostilModuleKit
import PostilNames

/// The forms in which a name comes back in the same document.
enum ShortForms {
  /// A form, and how it comes from the name.
  struct Form {
    let spelling: Spelling
    let decision: NameDecision
  }

  /// What to look for when `name` is known, the name itself included.
  static func of(_ name: Name, _ short: Spelling?, _ spellings: Spellings) -> [Form] {
    var forms: [(text: String, decision: NameDecision)] = [(name.text, .sameSpelling)]
    if name.kind == .person { forms += ofPerson(words(of: name.text)) }
    if let short { forms.append((short.text, .shortForm)) }
    if let place = name.place { forms.append((place.text, .placeAlone)) }
    if !name.spelling.isAllCapitals {
      for form in forms where isLonger(form.text, than: 3) {
        forms.append((form.text.uppercased(), form.decision == .sameSpelling ? .otherCase : form.decision))
      }
    } else if name.spelling.count > 5 {
      forms.append((NameText.capitalized(name.text), .otherCase))
    }
    return forms.filter { isLonger($0.text, than: 1) }.map {
      Form(spelling: spellings.spelling(of: $0.text), decision: $0.decision)
    }
  }

  /// The surname alone, and without or with an article.
  private static func ofPerson(_ words: [Substring]) -> [(text: String, decision: NameDecision)] {
    var forms: [(text: String, decision: NameDecision)] = []
    for first in words.indices.dropFirst() where first == words.count - 1 || isParticle(words[first]) {
      let rest = words[first...].joined(separator: " ")
      forms.append((rest, .surnameAlone))
      forms.append((rest.prefix(1).uppercased() + rest.dropFirst(), .surnameAlone))
    }
    if let last = words.last, last.utf8.contains(Byte.hyphen), let dash = last.firstIndex(of: "-"),
      PersonName.isArticle(Array(last[..<dash].utf8)[...])
    {
      let plain = last[last.index(after: dash)...]
      let article = last[..<dash].lowercased() + "-"
      for article in ["", "Al-", "al-", article, article.prefix(1).uppercased() + article.dropFirst()] {
        forms.append((article + plain, .withoutArticle))
      }
    }
    return forms
  }

  /// `Korr` of `Republic of Korr`; nil for other names than those of places.
  static func ofPlace(_ text: String, _ kind: NameKind) -> String? {
    guard kind == .location, text.utf8.contains(.space) else { return nil }
    let words = words(of: text)
    return words.count == 3 && isParticle(words[1]) ? String(words[2]) : nil
  }

  private static func words(of text: String) -> [Substring] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.split(separator: " ") }
    return text.utf8.split(separator: .space).map { Substring($0) }
  }

  /// Whether `text` has more characters than `count`.
  private static func isLonger(_ text: String, than count: Int) -> Bool {
    // A character has a byte at least; most have no more.
    text.utf8.count > count && (text.utf8.allSatisfy { $0 < 0x80 } || text.count > count)
  }

  private static func isParticle(_ word: Substring) -> Bool { word.first?.isLowercase ?? false }

  /// Whether a form found at `span` is not a part of a longer word with a hyphen in front.
  static func mayStand(_ span: Span, in document: DocumentView) -> Bool {
    let first = document.utf8[span.start]
    guard
      !first.isASCIISmall || document.utf8[span.start..<span.end].contains(Byte.hyphen)
        || document.utf8[span.start..<span.end].contains(.space)
        || document.utf8[span.start..<span.end].contains(UInt8(ascii: "."))
    else { return false }
    guard span.end < document.utf8.count else { return true }
    return document.utf8[span.end] != UInt8(ascii: "@")
  }
}
