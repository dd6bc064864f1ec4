import Foundation
import PostilDiagnostics
import PostilRules
import PostilText

/// Reads what the shipped rules know of languages: `languages.tsv`, and for each `<language>/text/*.tsv`.
struct TextTables {
  /// The table of a language's function words, which may be all that is known of it.
  private static let functionWords = "function-words"

  private let folder: String?
  /// What is wrong in the tables.
  private(set) var diagnostics: [Diagnostic] = []
  /// What else is worth telling.
  private(set) var problems: [String] = []

  /// - Parameter folder: Of the shipped rules; nil where there are none.
  init(folder: String?) { self.folder = folder }

  /// The rows, without header, of all tables of one language, by their names without `.tsv`.
  mutating func tables(of language: String) -> [String: [[String]]] {
    let path = folder.map { "\($0)/\(language)/text" }
    let names = path.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) }?.sorted() ?? []
    let own = names.filter { $0.hasSuffix(".tsv") && $0 != Self.functionWords + ".tsv" }
    guard let path, !own.isEmpty else {
      problems.append("no text tables for language '\(language)': sentences are found without knowing abbreviations")
      return [:]
    }
    return Dictionary(
      own.map { (String($0.dropLast(4)), rows(of: "\(path)/\($0)", named: $0) ?? []) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The languages that texts may be in, with their function words.
  mutating func languages() -> LanguageTable {
    guard let folder, FileManager.default.fileExists(atPath: "\(folder)/languages.tsv") else {
      problems.append(
        "no table of languages, 'languages.tsv', among the rules: what language texts are in is not looked at")
      return LanguageTable([])
    }
    let rows = rows(of: "\(folder)/languages.tsv", named: "languages.tsv") ?? []
    var languages: [KnownLanguage] = []
    for row in rows {
      let path = "\(folder)/\(row[0])/text/\(Self.functionWords).tsv"
      let hasWords = FileManager.default.fileExists(atPath: path)
      let words = hasWords ? self.rows(of: path, named: "\(row[0])/\(Self.functionWords).tsv") ?? [] : []
      do throws(LanguageFault) {
        languages.append(try KnownLanguage(row: row, functionWords: words.map { $0[0] }))
      } catch {
        problems.append("languages.tsv: \(error)")
      }
    }
    return LanguageTable(languages)
  }

  /// The rows of the table at `path`; nil, with a diagnostic, where it cannot be read.
  private mutating func rows(of path: String, named name: String) -> [[String]]? {
    do throws(Diagnostic) {
      let table = LexiconFile.read(
        try SourceFile(path: path, name: path), name: name, letterCase: .sensitive, &diagnostics)
      return table.map { table in (0..<table.count).map { row in table.cells(ofRow: row).map { $0 ?? "" } } }
    } catch {
      diagnostics.append(error)
      return nil
    }
  }
}
