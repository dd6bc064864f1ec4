/// The words of a language that finding sentences, datelines and dates needs.
public struct TextLanguage: Sendable {
  /// Lower case, without the last full stop: `mr`, `lt`, `u.s`.
  let abbreviations: Set<String>
  /// Lines that label a page, lower case.
  let labelLines: Set<String>
  /// Month names, lower case, with their numbers.
  let months: [String: Int]
  /// Words that begin a byline, lower case.
  let bylineStarts: Set<String>

  /// Knows no words.
  public static let none = TextLanguage(tables: [:])

  /// Takes the rows, without header, of the tables `abbreviations`, `label-lines`, `months` and `byline-starts`.
  public init(tables: [String: [[String]]]) {
    func terms(_ table: String) -> Set<String> { Set((tables[table] ?? []).compactMap { $0.first?.lowercased() }) }
    abbreviations = Set(terms("abbreviations").map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 })
    labelLines = terms("label-lines")
    bylineStarts = terms("byline-starts")
    months = Dictionary(
      (tables["months"] ?? []).compactMap { row in
        row.count > 1 ? Int(row[1]).map { (row[0].lowercased(), $0) } : nil
      }, uniquingKeysWith: { first, _ in first })
  }
}
