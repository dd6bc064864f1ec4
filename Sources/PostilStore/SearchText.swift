import Foundation

/// Text as it is searched for: what people leave out, or type otherwise, is the same in it.
public enum SearchText {
  /// The text for the full-text search, whose tokenizer folds case and the accents of Latin letters: Arabic letters without marks and in one form,
  /// Greek and Cyrillic without accents in either normal form, one apostrophe, no soft hyphens and invisible characters.
  public static func words(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isFolded) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isFolded(scalar) else {
        result.append(scalar)
        continue
      }
      for part in parts(of: scalar) { append(part, to: &result) }
    }
    return String(result)
  }

  /// The text as a key for names, which are the same where they differ in case, accents, apostrophes, dots and blanks only.
  public static func name(_ text: String) -> String {
    words(text).folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
      .filter { !"'’‘`.".contains($0) }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    if let last = result.last, let composed = SearchLetters.composed[[last, scalar]] {
      result.removeLast()
      result.append(composed)
    } else if isMark(scalar), let last = result.last, !SearchLetters.keepsMarks(last) {
      return
    } else if let plain = SearchLetters.plain[scalar] {
      result.append(contentsOf: plain.unicodeScalars)
    } else {
      result.append(scalar)
    }
  }

  /// What a letter of these scripts is made of.
  private static func parts(of scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let text = String(Character(scalar))
    return SearchLetters.compatible.contains { $0.contains(scalar.value) }
      ? text.decomposedStringWithCompatibilityMapping.unicodeScalars
      : text.decomposedStringWithCanonicalMapping.unicodeScalars
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }

  /// Whether a character is other in the text that is searched; the marks that any letter may have are, since the letter may be one of these scripts.
  private static func isFolded(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xAD && SearchLetters.folded.contains { $0.contains(scalar.value) }
  }
}
