import PostilModuleKit
import PostilNames

/// The spellings that documents bring, each made once, and the names made of them.
///
/// Names come again, in one document and in the next. What was learned is forgotten between two documents when it is
/// much, so that memory stays bounded.
final class Spellings {
  /// So many spellings are kept from document to document.
  static let most = 8192

  private var table = SpellingTable()
  private var names: [NameKey: Name] = [:]

  private struct NameKey: Hashable {
    let spelling: ObjectIdentifier
    let kind: Int
    let isCompany: Bool
  }

  /// Makes room before a document's first name.
  func forgetMany() {
    guard count > Self.most else { return }
    table = SpellingTable()
    names = [:]
  }

  /// How many spellings are known.
  var count: Int { table.count }

  /// The text at `span`, as it stands there.
  func spelling(at span: Span, in utf8: [UInt8]) -> Spelling {
    utf8.withUnsafeBufferPointer { table.spelling(of: UnsafeBufferPointer(rebasing: $0[span.start..<span.end])) }
  }

  /// The text.
  func spelling(of text: String) -> Spelling {
    var text = text
    return text.withUTF8 { table.spelling(of: $0) }
  }

  /// The number of `text`, equal for equal texts.
  func number(of text: String) -> Int { spelling(of: text).number }

  /// The text without invisible characters.
  func clean(_ spelling: Spelling) -> Spelling {
    spelling.isClean ? spelling : self.spelling(of: NameText.clean(spelling.text))
  }

  /// The number of the key by which spellings of `kind` are compared.
  func key(_ spelling: Spelling, _ kind: NameKind) -> Int {
    number(of: kind == .organization ? spelling.bodyKey : spelling.folded)
  }

  /// The name of a thing of `kind` that is written like `spelling`.
  ///
  /// - Parameter isCompany: Its last word is the form of a company, which may be left out.
  func name(_ spelling: Spelling, _ kind: NameKind, isCompany: Bool) -> Name {
    let key = NameKey(spelling: ObjectIdentifier(spelling), kind: kind.number, isCompany: isCompany)
    if let known = names[key] { return known }
    let made = Name(spelling, kind, isCompany: isCompany, self)
    names[key] = made
    return made
  }
}
