import Foundation

/// The words of a command line, made so that those which only look like options are taken for what they are.
enum CommandLineWords {
  /// `words` with `./` in front of files of this folder that begin with a hyphen, and a space in front of other such words that hold white
  /// space, as no option does: SQL may begin with the comment mark `--`.
  static func readable(_ words: [String]) -> [String] {
    // No value of an option of 'query' has white space in it, so that even '--names=1' with more lines below is SQL.
    let isQuery = words.first == "query"
    return words.map { word in
      guard word.hasPrefix("-"), word != "-", word != "--" else { return word }
      if word.contains(where: \.isWhitespace), isQuery || !isOptionWithValue(word) { return " " + word }
      return FileManager.default.fileExists(atPath: "./" + word) ? "./" + word : word
    }
  }

  /// `--option=a value`
  private static func isOptionWithValue(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "=") else { return false }
    return word[..<equals].allSatisfy { $0.isLetter || $0 == "-" }
  }
}
