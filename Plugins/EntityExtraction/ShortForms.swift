import PostilModuleKit
import PostilNames

/// The forms in which a name comes back in the same document.
enum ShortForms {
  /// What to look for when `mention` is known, the name itself included, and how each form comes from it.
  static func of(_ mention: Mention) -> [(text: String, decision: NameDecision)] {
    var forms: [(text: String, decision: NameDecision)] = [(mention.text, .sameSpelling)]
    let words = mention.text.split(separator: " ").map(String.init)
    if mention.kind == .person, words.count > 1 {
      for first in 1..<words.count {
        let rest = words[first...].joined(separator: " ")
        if first == words.count - 1 || isParticle(words[first]) {
          forms.append((rest, .surnameAlone))
          forms.append((rest.prefix(1).uppercased() + rest.dropFirst(), .surnameAlone))
        }
      }
    }
    if mention.kind == .person, let last = words.last, let dash = last.firstIndex(of: "-"),
      ["al", "el"].contains(last[..<dash].lowercased())
    {
      let plain = last[last.index(after: dash)...]
      for article in ["", "Al-", "al-"] { forms.append((article + plain, .withoutArticle)) }
    }
    if let short = mention.short { forms.append((short, .shortForm)) }
    if let rest = ofPlace(mention) { forms.append((rest, .placeAlone)) }
    if !NameText.isAllCapitals(mention.text) {
      for form in forms where form.text.count > 3 {
        forms.append((form.text.uppercased(), form.decision == .sameSpelling ? .otherCase : form.decision))
      }
    } else if mention.text.count > 5 {
      forms.append((NameText.capitalized(mention.text), .otherCase))
    }
    return forms.filter { $0.text.count > 1 }
  }

  /// `Korr` of `Republic of Korr`.
  static func ofPlace(_ mention: Mention) -> String? {
    let words = mention.text.split(separator: " ")
    guard mention.kind == .location, words.count == 3, isParticle(String(words[1])) else { return nil }
    return String(words[2])
  }

  private static func isParticle(_ word: String) -> Bool { word.first?.isLowercase ?? false }

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
