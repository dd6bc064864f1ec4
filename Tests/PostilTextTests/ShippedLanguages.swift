import Foundation
import PostilText

/// The languages of the rules that come with the program.
enum ShippedLanguages {
  private static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("rules").path

  static func table() throws -> LanguageTable {
    LanguageTable(
      try rows("languages.tsv").map { row in
        let words = "\(row[0])/text/function-words.tsv"
        let hasWords = FileManager.default.fileExists(atPath: "\(rules)/\(words)")
        return try KnownLanguage(row: row, functionWords: hasWords ? try rows(words).map { $0[0] } : [])
      })
  }

  private static func rows(_ name: String) throws -> [[String]] {
    try String(contentsOfFile: "\(rules)/\(name)", encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
