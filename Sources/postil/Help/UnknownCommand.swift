import ArgumentParser
import Foundation
import PostilDiagnostics

/// A word in the place of a command that is none.
enum UnknownCommand {
  /// What to tell of the first word of `words` that stands where a command belongs and is none; nil where each is one.
  static func problem(in words: [String]) -> String? {
    var command: any ParsableCommand.Type = Postil.self
    var typed = "postil"
    for word in words {
      let known = command.configuration.subcommands
      guard !known.isEmpty, !word.hasPrefix("-") else { return nil }
      guard let next = known.first(where: { $0._commandName == word }) else {
        return
          "'\(typed)' has no command '\(word)'\(help(for: word, among: known, typed)); '\(typed) --help' lists them"
      }
      (command, typed) = (next, "\(typed) \(word)")
    }
    return nil
  }

  private static func help(for word: String, among known: [any ParsableCommand.Type], _ typed: String) -> String {
    if let meant = Suggestion.word(for: word, among: known.map { $0._commandName }) {
      return "; did you mean '\(typed) \(meant)'?"
    }
    let isFile = typed == "postil" && FileManager.default.fileExists(atPath: word)
    return isFile ? "; did you mean 'postil annotate \(word)'?" : ""
  }
}
