import PostilRecords

/// Two names that stand in one paragraph, a part of the text between blank lines or line ends.
enum ParagraphPairs {
  /// The most names of a paragraph that are paired: a list of more says nothing of any two of them.
  private static let most = 12

  /// All pairs, each once for every paragraph, in the order of the text; none when the record has no text.
  static func all(
    in record: ReportRecord, isName: (ReportRecord.Item) -> Bool, name: (ReportRecord.Item) -> String
  ) -> [(name: String, place: Occurrence)] {
    guard let text = record.text else { return [] }
    let ends = paragraphEnds(text)
    let names = record.items.filter(isName)
    var pairs: [(name: String, place: Occurrence)] = []
    var next = names.startIndex
    for end in ends {
      var first: [(name: String, item: ReportRecord.Item)] = []
      while next < names.endIndex, names[next].start < end {
        let own = name(names[next])
        if !first.contains(where: { $0.name == own }) { first.append((own, names[next])) }
        next += 1
      }
      if first.count <= most { pairs += paired(first) }
    }
    return pairs
  }

  private static func paired(
    _ names: [(name: String, item: ReportRecord.Item)]
  ) -> [(name: String, place: Occurrence)] {
    names.indices.flatMap { left in
      names.indices.dropFirst(left + 1).map { right in
        let (a, b) = (names[left], names[right])
        let title = [a.name, b.name].sorted().joined(separator: " + ")
        return (
          title, Occurrence(start: min(a.item.start, b.item.start), end: max(a.item.end, b.item.end))
        )
      }
    }
  }

  /// The code points at which lines end, the text's end last.
  private static func paragraphEnds(_ text: String) -> [Int] {
    var ends: [Int] = []
    var count = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" { ends.append(count) }
      count += 1
    }
    return ends + [count]
  }
}
