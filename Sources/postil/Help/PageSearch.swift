/// Looks for words in pages of the documentation.
struct PageSearch {
  /// What there is.
  enum Found {
    case section(DocumentationPage.Section)
    /// Lines that say where the words stand, and how to see it.
    case places([String])
    case nothing
  }

  private static let most = 20
  private let pages: [DocumentationPage]

  init(_ pages: [DocumentationPage]) { self.pages = pages }

  /// The words of all headings, in small letters.
  var headingWords: [String] {
    pages.flatMap(\.sections).flatMap { $0.heading.lowercased().split { !$0.isLetter }.map(String.init) }
  }

  /// The section whose heading has all of `words`, or the places where several headings, or else lines, have them.
  ///
  /// - Parameter words: For none it is the one page's own section.
  func found(_ words: [String]) -> Found {
    let wanted = words.map { $0.lowercased() }
    let sections = pages.flatMap { page in page.sections.map { (page, $0) } }
    let headed = sections.filter { Self.has(wanted, $0.1.heading) }
    if pages.count == 1 || headed.count == 1, let (_, section) = headed.first { return .section(section) }
    if !headed.isEmpty { return .places(Self.cut(headed.map { Self.place(of: $1.heading, in: $0) })) }
    let lines = pages.flatMap { page in
      (page.sections.first?.lines ?? []).filter { Self.has(wanted, $0) }.map { "\(page.name.lowercased()): \($0)" }
    }
    return lines.isEmpty ? .nothing : .places(Self.cut(lines))
  }

  private static func place(of heading: String, in page: DocumentationPage) -> String {
    "\(page.name.lowercased()): \(heading)  (postil help \(page.name.lowercased()).md \(heading.lowercased()))"
  }

  private static func cut(_ lines: [String]) -> [String] {
    lines.count > most ? lines.prefix(most) + ["… and \(lines.count - most) more places; add a word"] : lines
  }

  /// Whether every word begins a word of `text`.
  private static func has(_ words: [String], _ text: some StringProtocol) -> Bool {
    let lower = text.lowercased()
    let starts = lower.split { !$0.isLetter && !$0.isNumber }
    return words.allSatisfy { word in
      starts.contains { $0.hasPrefix(word) } || word.contains { !$0.isLetter && !$0.isNumber } && lower.contains(word)
    }
  }
}
