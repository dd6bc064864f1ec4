import PostilDiagnostics
import PostilModel

extension FileContent {
  /// An item with its title above its text; nil without both.
  init?(title: String?, body: String, metadata: Features, dating: InputDate) {
    guard title != nil || !body.isEmpty else { return nil }
    let text = MarkupText.titled(title, body)
    self.init(
      text: text, metadata: metadata, date: dating.date,
      remarks: dating.remarks + MarkupText.remarks(on: text, hasBody: !body.isEmpty))
  }
}

/// The text of markup that stands inside another file, such as the description of a feed's item.
enum MarkupText {
  /// Without tags and references, in paragraphs; what was escaped twice is read twice.
  static func plain(_ markup: String) -> String {
    let text = PageText.plain(markup)
    guard text.contains("<") || text.contains("&") else { return text }
    let isEscapedTwice =
      text.contains(
        /<\/?(?:p|br|a|div|span|b|i|em|strong|img|ul|ol|li|h[1-6]|blockquote)(?:\s[^>]*)?\/?>/.ignoresCase())
      || text.contains(/&(?:lt|gt|amp|quot|nbsp|apos|#x?[0-9A-Fa-f]{2,6});/)
    return isEscapedTwice ? PageText.plain(text) : text
  }

  /// The same on one line; nil without words.
  static func line(_ markup: String?) -> String? { markup.flatMap { plain($0).nonEmpty } }

  /// `body` behind its title, unless it begins with it.
  static func titled(_ title: String?, _ body: String) -> String {
    guard let title else { return body }
    if body.isEmpty { return title }
    let head = body.prefix(2 * title.count + 20)
    return PageText.letters(of: head).hasPrefix(PageText.letters(of: title)) ? body : title + "\n\n" + body
  }

  /// What is to be told of a text: characters that could not be read, or that there is none but its title.
  static func remarks(on text: String, hasBody: Bool) -> [DocumentDiagnostic] {
    var remarks: [DocumentDiagnostic] = []
    let lost = text.unicodeScalars.count { $0 == "\u{FFFD}" }
    if lost > 0 {
      remarks.append(
        DocumentDiagnostic(
          code: Diagnostic.Code.unreadableCharacters.rawValue,
          message: "\(lost) of its characters could not be read in the file's encoding; each is U+FFFD"))
    }
    if !hasBody {
      remarks.append(
        DocumentDiagnostic(code: Diagnostic.Code.hardlyAnyText.rawValue, message: "there is a title and no text"))
    }
    return remarks
  }
}
