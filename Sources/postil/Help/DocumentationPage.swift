import Foundation
import PostilPipeline

/// A page of the documentation, which lies beside the rules.
struct DocumentationPage {
  /// A heading with all that stands under it, deeper headings too.
  struct Section {
    let heading: String
    let lines: [Substring]
  }

  /// Its file without `.md`, such as `RuleLanguage`.
  let name: String
  /// The first is the page itself, under its title.
  let sections: [Section]

  /// - Parameter text: In Markdown.
  init(name: String, text: String) {
    self.name = name
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let levels = Self.levels(of: lines)
    sections = levels.map { start, level in
      let end = levels.first { $0.line > start && $0.level <= level }?.line ?? lines.endIndex
      return Section(heading: String(lines[start].drop { $0 == "#" || $0 == " " }), lines: Array(lines[start..<end]))
    }
  }

  /// The lines that are headings, and how deep; in blocks of code there are none.
  private static func levels(of lines: [Substring]) -> [(line: Int, level: Int)] {
    var isCode = false
    return lines.indices.compactMap { index in
      if lines[index].hasPrefix("```") { isCode.toggle() }
      guard !isCode, lines[index].hasPrefix("#") else { return nil }
      return (index, lines[index].prefix { $0 == "#" }.count)
    }
  }

  /// All pages, by their names.
  static let all: [DocumentationPage] = {
    let folder = Installation.documentationFolder
    let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { file in
      folder.flatMap { try? String(contentsOfFile: "\($0)/\(file)", encoding: .utf8) }.map {
        DocumentationPage(name: String(file.dropLast(3)), text: $0)
      }
    }
  }()

  /// The page that the first of `words` name, alone or together, and the words behind them: `rule language near` is `near` in `RuleLanguage`.
  static func named(_ words: [String]) -> (page: DocumentationPage, rest: [String])? {
    for count in (0...words.count).dropFirst().reversed() {
      let name = plain(words.prefix(count).joined())
      if let page = all.first(where: { plain($0.name) == name }) { return (page, Array(words.dropFirst(count))) }
    }
    return nil
  }

  private static func plain(_ name: String) -> String {
    let lower = name.lowercased()
    return String((lower.hasSuffix(".md") ? lower.dropLast(3) : lower[...]).filter { $0.isLetter || $0.isNumber })
  }
}
