/// The words of a language that finding sentences, datelines and dates needs.
public struct TextLanguage: Sendable {
  /// What may follow an abbreviation.
  enum AbbreviationKind: String {
    /// `Mr.`: never a sentence's end.
    case title
    /// `No.`, `Sept.`: an abbreviation only before a number.
    case number
    /// `U.S.`, `p.m.`: a sentence's end where a word follows that often begins one.
    case end
  }

  /// Lower case, without the last full stop: `mr`, `lt`, `u.s`.
  let abbreviations: [String: AbbreviationKind]
  /// Those of them that are one only with a capital: `Ill.`, but not `ill.`
  let capitalAbbreviations: Set<String>
  /// Words that often begin a sentence, lower case.
  let sentenceStarts: Set<String>
  /// Lines that label a page, lower case.
  let labelLines: Set<String>
  /// Month names, lower case, with their numbers.
  let months: [String: Int]
  /// Words that begin a byline, lower case.
  let bylineStarts: Set<String>

  /// Knows no words.
  public static let none = TextLanguage(tables: [:])

  /// Takes the rows, without header, of the tables `abbreviations`, `sentence-starts`, `label-lines`, `months` and
  /// `byline-starts`.
  public init(tables: [String: [[String]]]) {
    func terms(_ table: String) -> Set<String> { Set((tables[table] ?? []).compactMap { $0.first?.lowercased() }) }
    abbreviations = Dictionary(
      (tables["abbreviations"] ?? []).compactMap { row in
        guard let term = row.first?.lowercased() else { return nil }
        let kind = row.count > 1 ? AbbreviationKind(rawValue: row[1]) : nil
        return (term.hasSuffix(".") ? String(term.dropLast()) : term, kind ?? .title)
      }, uniquingKeysWith: { first, _ in first })
    capitalAbbreviations = Set(
      (tables["abbreviations"] ?? []).compactMap { row in
        let isTitle = row.count < 2 || row[1] == AbbreviationKind.title.rawValue
        guard isTitle, let term = row.first, term.first?.isUppercase ?? false else { return nil }
        return term.hasSuffix(".") ? term.dropLast().lowercased() : term.lowercased()
      })
    sentenceStarts = terms("sentence-starts")
    labelLines = terms("label-lines")
    bylineStarts = terms("byline-starts")
    months = Dictionary(
      (tables["months"] ?? []).compactMap { row in
        row.count > 1 ? Int(row[1]).map { (row[0].lowercased(), $0) } : nil
      }, uniquingKeysWith: { first, _ in first })
  }
}
