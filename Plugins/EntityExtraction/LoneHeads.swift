import PostilModuleKit
import PostilNames

/// Words for organizations that stand alone: for a longer name before them, or as names because they come again.
struct LoneHeads {
  /// Those for the name before them that has the word, by the name's number.
  private(set) var ofNames: [(part: UndecidedPart, name: Int)] = []
  /// The others that come again, all places of each word: "the Coalition … the Coalition".
  let repeated: [[UndecidedPart]]

  init(_ parts: [UndecidedPart], _ mentions: [Mention], in document: DocumentView) {
    var latest: [Substring: Int] = [:]
    var others: [Substring: [UndecidedPart]] = [:]
    if parts.isEmpty {
      repeated = []
      return
    }
    let names = mentions.indices.filter { mentions[$0].kind == .organization }
      .sorted { mentions[$0].span < mentions[$1].span }
    var next = 0
    for part in parts.sorted(by: { $0.span < $1.span }) {
      while next < names.count, mentions[names[next]].span.start < part.span.start {
        for word in mentions[names[next]].text.split(separator: " ").dropFirst() { latest[word] = names[next] }
        next += 1
      }
      let word = Substring(NameText.clean(document.text(part.span)))
      if let name = latest[word] { ofNames.append((part, name)) } else { others[word, default: []].append(part) }
    }
    repeated = others.values.filter { $0.count > 1 }
  }
}
