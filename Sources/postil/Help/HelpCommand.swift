import ArgumentParser
import PostilDiagnostics

/// `postil help`, of commands and of the documentation.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Show the help of a command, a page of the documentation, or where words stand in it.",
    discussion:
      "'postil help' lists commands and pages; 'postil help entities.md' is the page where a command has the same name; "
      + "'postil help input nexis' looks in one page. Exit status: 0 shown, 2 nothing is called so.")

  @Argument(help: "A command, such as 'rules test'; a page, such as 'input'; or words to look for.")
  var words: [String] = []

  func run() throws {
    if let command = Self.command(words) {
      try StandardOutput.write(Postil.helpMessage(for: command) + "\n" + Self.pages(beside: words))
    } else if let (page, rest) = DocumentationPage.named(words) {
      try show(PageSearch([page]).found(rest))
    } else {
      try show(PageSearch(DocumentationPage.all).found(words))
    }
  }

  private func show(_ found: PageSearch.Found) throws {
    switch found {
    case .section(let section):
      let width = StandardOutput.width(asked: nil, of: nil)
      let text = width.map { MarkdownText(width: $0).text(of: section.lines) } ?? section.lines.joined(separator: "\n")
      try StandardOutput.write(text + "\n")
    case .places(let lines): try StandardOutput.write(lines.map { $0 + "\n" }.joined())
    case .nothing: throw Failure(unknown)
    }
  }

  private var unknown: String {
    let name = words.joined(separator: " ")
    guard !DocumentationPage.all.isEmpty else {
      return "no command is called '\(name)', and the pages of the documentation were not found; see 'postil doctor'"
    }
    let known =
      Self.names(of: Postil.self) + DocumentationPage.all.map { $0.name.lowercased() }
      + PageSearch(DocumentationPage.all).headingWords
    let help = Suggestion.help(for: name.lowercased(), among: known).map { "; " + $0 } ?? ""
    return "no command or page is called '\(name)', and no page has these words\(help); 'postil help' lists them"
  }

  /// What stands under the help of a command: all pages under that of the program, else the page with the same name.
  private static func pages(beside words: [String]) -> String {
    if words.isEmpty {
      let lines = DocumentationPage.all.map { "  \($0.name.lowercased()): \($0.sections.first?.heading ?? "")\n" }
      return lines.isEmpty ? "" : "\nPAGES (postil help PAGE):\n" + lines.joined()
    }
    guard let (page, rest) = DocumentationPage.named(words), rest.isEmpty else { return "" }
    return "\n'postil help \(page.name.lowercased()).md' shows the page \(page.name).\n"
  }

  private static func command(_ words: [String]) -> (any ParsableCommand.Type)? {
    var found: any ParsableCommand.Type = Postil.self
    for word in words {
      guard let next = found.configuration.subcommands.first(where: { $0._commandName == word }) else { return nil }
      found = next
    }
    return found
  }

  private static func names(of command: any ParsableCommand.Type) -> [String] {
    command.configuration.subcommands.flatMap { [$0._commandName] + names(of: $0) }
  }
}
