import PostilModuleKit
import PostilNames

/// Words for organizations that stand alone for a longer name before them: the Court.
struct LoneHeads {
  /// Each with the number of the name before it that has the word.
  private(set) var ofNames: [(part: UndecidedPart, name: Int)] = []

  init(_ parts: [UndecidedPart], _ mentions: [Mention], in document: DocumentView) {
    if parts.isEmpty { return }
    var latest: [Substring: Int] = [:]
    let names = mentions.indices.filter { mentions[$0].kind == .organization }
      .sorted { mentions[$0].span < mentions[$1].span }
    var next = 0
    for part in parts.sorted(by: { $0.span < $1.span }) {
      while next < names.count, mentions[names[next]].span.start < part.span.start {
        for word in mentions[names[next]].text.split(separator: " ").dropFirst() { latest[word] = names[next] }
        next += 1
      }
      if let name = latest[Substring(NameText.clean(document.text(part.span)))] { ofNames.append((part, name)) }
    }
  }
}
