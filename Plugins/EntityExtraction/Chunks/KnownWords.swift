import PostilModuleKit

/// Where in a document the lexicons know a word, by place.
struct KnownWords {
  /// A word or phrase that a lexicon knows.
  private struct Mark {
    let start: Int
    let end: Int
    let traits: WordTraits
    let candidate: Int32
  }

  /// By their beginnings.
  private let marks: [Mark]
  /// For each mark how far it or one before it reaches.
  private let reaches: [Int]
  private let titlesByEnd: OffsetTable
  /// Where the joint behind a title ends: "Minister of".
  private let officesByEnd: OffsetTable

  init(_ document: DocumentView, _ learned: Learned) {
    var marks: [Mark] = []
    var titles: [(offset: Int, number: Int)] = []
    var joints: [(offset: Int, number: Int)] = []
    var offices: [(offset: Int, number: Int)] = []
    for index in document.candidates.indices {
      let traits = learned.traits(of: document.candidates[index].origin)
      if traits.isEmpty { continue }
      let span = document.candidates[index].span
      marks.append(Mark(start: span.start, end: span.end, traits: traits, candidate: Int32(index)))
      if traits == .title { titles.append((span.end, index)) }
      if traits == .office { offices.append((span.end, index)) }
      if traits.contains(.joint) { joints.append((span.end, span.start)) }
    }
    if !zip(marks, marks.dropFirst()).allSatisfy({ $0.start <= $1.start }) { marks.sort { $0.start < $1.start } }
    var reach = 0
    reaches = marks.map { mark in
      reach = max(reach, mark.end)
      return reach
    }
    self.marks = marks
    let ends = OffsetTable(titles)
    titlesByEnd = ends
    officesByEnd = OffsetTable(
      joints.filter { $0.number > 0 && ends[$0.number - 1] != nil } + offices)
  }

  /// What is known of the word at `span`.
  func traits(of span: Span) -> WordTraits {
    var traits: WordTraits = []
    var next = first(from: min(span.start + 1, span.end))
    while next > 0, reaches[next - 1] >= span.end {
      next -= 1
      if marks[next].end >= span.end { traits.formUnion(marks[next].traits) }
    }
    return traits
  }

  /// The candidates that tell something of a word in `span`: those that give it one of the traits `deciding`, and the
  /// others.
  func candidates(in span: Span, deciding traits: WordTraits) -> (deciding: [Int], others: [Int]) {
    var found: (deciding: [Int], others: [Int]) = ([], [])
    var next = first(from: span.start)
    while next > 0, reaches[next - 1] > span.start { next -= 1 }
    while next < marks.count, marks[next].start < span.end {
      let mark = marks[next]
      next += 1
      guard mark.end > span.start else { continue }
      if mark.traits.isDisjoint(with: traits) {
        found.others.append(Int(mark.candidate))
      } else {
        found.deciding.append(Int(mark.candidate))
      }
    }
    return found
  }

  /// The candidate of the first title that begins in `span`.
  func title(in span: Span) -> Int? {
    var next = first(from: span.start)
    while next < marks.count, marks[next].start < span.end {
      if marks[next].traits == .title { return Int(marks[next].candidate) }
      next += 1
    }
    return nil
  }

  /// Whether a title that begins before `span` has its words: Chief *Guest*.
  func isWithinTitle(_ span: Span) -> Bool {
    var next = first(from: span.start)
    while next > 0, reaches[next - 1] >= span.end {
      next -= 1
      if marks[next].end >= span.end, marks[next].traits == .title { return true }
    }
    return false
  }

  /// Where the longest place ends that begins at `offset`.
  func placeEnd(from offset: Int) -> Int? {
    let first = first(from: offset)
    return marks[first...].prefix { $0.start == offset }.filter { $0.traits.contains(.place) }.map(\.end).max()
  }

  /// The candidate of the title that ends one character before `offset`.
  func title(before offset: Int) -> Int? { offset > 0 ? titlesByEnd[offset - 1] : nil }

  /// Whether a title and a joint end one character before `offset`.
  func isBehindOffice(_ offset: Int) -> Bool { offset > 0 && officesByEnd[offset - 1] != nil }

  /// The first mark that begins at `offset` or behind it.
  private func first(from offset: Int) -> Int { marks.partitioningIndex { $0.start >= offset } }
}
