import PostilModel

/// Tells the language of a text by its letters and its function words, in time linear in its length.
///
/// First the letters: languages of whose scripts the text has hardly any are out. Of those that are left, the one counts
/// whose function words come nearest to the share that they have in running text, if there are enough of them and no language
/// that the text is more likely in comes near. A text that does not tell, such as a list of names, is in no known language.
public struct LanguageDetector: Sendable {
  /// Fewer letters tell nothing.
  private static let fewestLetters = 12
  /// Of the share that a language's function words have in running text, so much must be found.
  private static let leastFit = 0.4
  /// A language must fit so many times as well as the chain's, and that as any other.
  private static let clearance = 1.3
  /// So many function words, and so many different ones, are needed: a list of names has few.
  private static let fewest = FunctionWordIndex.Evidence(words: 5, terms: 4)

  private let languages: [KnownLanguage]
  private let own: String
  private let index: FunctionWordIndex

  /// - Parameters:
  ///   - own: The code of the language that texts are taken to be in.
  ///   - languages: That one, and others that they may be in.
  public init(own: String, among languages: [KnownLanguage]) {
    self.languages = languages
    self.own = own
    index = FunctionWordIndex(languages.map(\.functionWords))
  }

  /// The code of the language that most of `text` is in; `und-` and its script's code (BCP 47), as in `und-Cyrl`, where its letters are
  /// not those of the own language and nothing tells of whose; nil where it does not tell.
  public func language(of text: String, tokens: [Token]) -> String? {
    let bytes = TextBytes(bytes: Array(text.utf8))
    let letters = LetterCounts(bytes)
    guard letters.total >= Self.fewestLetters else { return nil }
    let possible = possible(letters)
    if possible.count == 1, languages[possible[0]].functionWords.isEmpty { return languages[possible[0]].code }
    if let best = best(of: possible, bytes, tokens) { return languages[best].code }
    let isOwn = possible.contains { languages[$0].code == own }
    return isOwn ? nil : letters.main.map { "und-\($0.rawValue)" }
  }

  /// The languages that the letters may be of: at least half of them, and no fewer than nine tenths of what any language has.
  private func possible(_ letters: LetterCounts) -> [Int] {
    let counts = languages.map { letters.count(of: $0.scripts) }
    let most = counts.max() ?? 0
    return counts.indices.filter { counts[$0] * 2 >= letters.total && counts[$0] * 10 >= most * 9 }
  }

  /// The language whose function words tell that the text is in it.
  private func best(of possible: [Int], _ text: TextBytes, _ tokens: [Token]) -> Int? {
    let found = index.evidence(in: text, tokens)
    func fit(_ language: Int) -> Double {
      let share = languages[language].share
      return share > 0 ? Double(found.languages[language].words) / (share * Double(max(1, found.words))) : 0
    }
    let ranked = possible.map { (language: $0, fit: fit($0)) }.sorted { ($1.fit, $0.language) < ($0.fit, $1.language) }
    guard let first = ranked.first, first.fit >= Self.leastFit,
      found.languages[first.language].words >= Self.fewest.words,
      found.languages[first.language].terms >= Self.fewest.terms
    else { return nil }
    let rival =
      languages[first.language].code == own
      ? ranked.dropFirst().first : ranked.first { languages[$0.language].code == own }
    return first.fit >= (rival?.fit ?? 0) * Self.clearance ? first.language : nil
  }
}
