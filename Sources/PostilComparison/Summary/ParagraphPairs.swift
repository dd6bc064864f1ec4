import PostilRecords

/// Two names that stand in one paragraph, a part of the text between blank lines or line ends.
enum ParagraphPairs {
  /// The most names of a paragraph that are paired: a list of more says nothing of any two of them.
  private static let most = 12

  /// A pair, which is boilerplate where one of its names is.
  typealias Pair = (name: String, place: Occurrence, isBoilerplate: Bool)

  /// All pairs, each once for every paragraph, in the order of the text; none when the record has no text. Names in boilerplate do
  /// not count against those that are none.
  static func all(in record: ReportRecord, name: (ReportRecord.Item) -> String) -> [Pair] {
    guard let text = record.text else { return [] }
    let ends = paragraphEnds(text)
    let names = record.items.filter(\.isName)
    guard names.contains(where: \.isBoilerplate) else { return pairs(of: names, ends, name: name) }
    return pairs(of: names.filter { !$0.isBoilerplate }, ends, name: name)
      + pairs(of: names, ends, name: name).filter(\.isBoilerplate)
  }

  /// What parts the two names of a pair.
  static let joint = " + "

  /// What the pair of two names is called.
  static func name(_ left: String, _ right: String) -> String { [left, right].sorted().joined(separator: joint) }

  /// The two names of a pair of which `isWanted` holds for one; nil where it holds for none.
  static func names(of pair: String, where isWanted: (String) -> Bool) -> (left: String, right: String)? {
    for place in pair.ranges(of: joint) {
      let (left, right) = (String(pair[..<place.lowerBound]), String(pair[place.upperBound...]))
      if isWanted(left) || isWanted(right) { return (left, right) }
    }
    return nil
  }

  private static func pairs(
    of names: [ReportRecord.Item], _ ends: [Int], name: (ReportRecord.Item) -> String
  ) -> [Pair] {
    var pairs: [Pair] = []
    var next = names.startIndex
    for end in ends {
      var first: [(name: String, item: ReportRecord.Item)] = []
      while next < names.endIndex, names[next].start < end {
        let own = name(names[next])
        if let known = first.firstIndex(where: { $0.name == own }) {
          if first[known].item.isBoilerplate, !names[next].isBoilerplate { first[known].item = names[next] }
        } else {
          first.append((own, names[next]))
        }
        next += 1
      }
      if first.count <= most { pairs += paired(first) }
    }
    return pairs
  }

  private static func paired(
    _ names: [(name: String, item: ReportRecord.Item)]
  ) -> [Pair] {
    names.indices.flatMap { left in
      names.indices.dropFirst(left + 1).map { right in
        let (a, b) = (names[left], names[right])
        let title = Self.name(a.name, b.name)
        return (
          title, Occurrence(start: min(a.item.start, b.item.start), end: max(a.item.end, b.item.end)),
          a.item.isBoilerplate || b.item.isBoilerplate
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
