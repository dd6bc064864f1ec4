/// A language that texts may be in: what it is called, its letters and its commonest words.
public struct KnownLanguage: Sendable {
  /// Its code in ISO 639-1, else 639-3: `de`.
  public let code: String
  /// What it is called in English.
  public let name: String
  /// What else it is called, in small letters: other codes, its own name.
  let aliases: [String]
  /// Its scripts, the one that it is never without first.
  let scripts: [Script]
  /// The part of a running text's words that are ``functionWords``; 0 where it has none.
  let share: Double
  /// Words that every text has and no name, in small letters.
  public let functionWords: [String]

  /// Takes a row of the table of languages: code, name, aliases and scripts divided by spaces or commas, the share in hundredths.
  ///
  /// - Throws: ``LanguageFault`` when a cell cannot be read.
  public init(row: [String], functionWords: [String]) throws(LanguageFault) {
    func cell(_ column: Int) -> String { column < row.count ? row[column] : "" }
    code = cell(0)
    name = cell(1)
    aliases = cell(2).split(separator: ",").map { $0.lowercased() }
    var scripts: [Script] = []
    for word in cell(3).split(separator: " ") {
      guard let script = Script(rawValue: String(word)) else {
        throw LanguageFault(language: cell(0), kind: .unknownScript(String(word)))
      }
      scripts.append(script)
    }
    guard !scripts.isEmpty else { throw LanguageFault(language: cell(0), kind: .noScript) }
    self.scripts = scripts
    self.functionWords = functionWords
    guard !functionWords.isEmpty else {
      share = 0
      return
    }
    guard let hundredths = Double(cell(4)), hundredths > 0 else {
      throw LanguageFault(language: cell(0), kind: .noShare(cell(4)))
    }
    share = hundredths / 100
  }
}

/// What is wrong with a row of the table of languages.
public struct LanguageFault: Error, Equatable, CustomStringConvertible, Sendable {
  /// What is wrong.
  public enum Kind: Equatable, Sendable {
    /// No code of a script that is known.
    case unknownScript(String)
    /// No script at all.
    case noScript
    /// A language with function words, and no number above 0 that tells how common they are.
    case noShare(String)
  }

  /// The row's code.
  public let language: String
  /// What is wrong.
  public let kind: Kind

  /// A sentence for users.
  public var description: String {
    switch kind {
    case .unknownScript(let script): "language '\(language)': unknown script '\(script)'"
    case .noScript: "language '\(language)' has no script"
    case .noShare(let text): "language '\(language)' has function words, and its share '\(text)' is no number above 0"
    }
  }
}
