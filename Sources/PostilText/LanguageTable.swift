import PostilModel

/// The languages that are known by name.
public struct LanguageTable: Sendable {
  /// Tags that name no one language (ISO 639-2).
  private static let unnamed: Set<String> = ["und", "mul", "mis", "zxx"]

  /// In the order of the table.
  public let languages: [KnownLanguage]
  private let codes: [String: String]
  private let names: [String: String]

  /// Makes a table.
  public init(_ languages: [KnownLanguage]) {
    self.languages = languages
    codes = Dictionary(
      languages.flatMap { language in
        ([language.code, language.name.lowercased()] + language.aliases).map { ($0, language.code) }
      }, uniquingKeysWith: { first, _ in first })
    names = Dictionary(languages.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The code of the language that `tag` names: `en` for `en-GB`, `EN`, `eng`, `en_US.UTF-8`, `English`; nil where it names none.
  ///
  /// The first of several, as in `de, en`, counts.
  public func code(of tag: String) -> String? {
    let first = tag.lowercased().split(whereSeparator: { ",;".contains($0) }).first ?? ""
    let tag = first.onOneLine
    if let code = codes[tag] { return code }
    let primary = tag.prefix { $0.isASCII && $0.isLetter }
    if let code = codes[String(primary)] { return code }
    let isTag =
      (2...3).contains(primary.count) && (primary.endIndex == tag.endIndex || "-_.".contains(tag[primary.endIndex]))
    return isTag && !Self.unnamed.contains(String(primary)) ? String(primary) : nil
  }

  /// What the language with `code` is called in English: the code itself where it is not known.
  public func name(of code: String) -> String { names[code] ?? code }
}
