/// The text of an article as a document has it.
enum PageText {
  /// How far into a text its headline is looked for, in characters.
  private static let reach = 600

  /// The lines, paragraphs divided by a blank line, behind the headline, unless they begin with it.
  static func text(of lines: [PageLine], headline: String?) -> String {
    var text = ""
    for line in lines {
      if !text.isEmpty { text += line.beginsParagraph ? "\n\n" : "\n" }
      text += line.text
    }
    return joined(headline, text)
  }

  /// `text` behind its headline, unless it begins with it.
  static func joined(_ headline: String?, _ text: String) -> String {
    guard let headline else { return text }
    if text.isEmpty { return headline }
    return letters(of: text.prefix(reach)).contains(letters(of: headline)) ? text : headline + "\n\n" + text
  }

  /// The letters and digits of `text`, in which its marks, capitals and white space do not matter.
  static func letters(of text: some StringProtocol) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  /// A text with tags in it, or with none, as JSON-LD gives articles.
  static func plain(_ text: String) -> String {
    guard text.contains("<") || text.contains("&") else { return text }
    return self.text(of: PageLines(HTMLTree(Array(text.utf8))).lines, headline: nil)
  }
}
