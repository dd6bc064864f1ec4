import PostilModuleKit

/// Names side by side, as in "Korr, Velmora and Ildra": what is known of one holds for its neighbours.
///
/// Two names with only a comma between are no list (`According to the Courier, Marlow left`), but a place may stand with what it lies in:
/// `Velmora, Norway`, `OSLO, Velmora (AP) —`.
struct NameLists {
  /// What parts two names that stand side by side.
  private enum Joint { case comma, conjunction }

  private enum Item {
    /// A mention's kind and number.
    case known(NameKind, Int)
    case undecided(UndecidedPart)
  }

  /// Marks that end a phrase, and line ends.
  private static let closing = Set("(;.-–—\n\r".unicodeScalars)

  private var items: [(span: Span, item: Item)]
  private let document: DocumentView
  private let reader: ChunkReader

  init(mentions: [Mention], undecided: [UndecidedPart], document: DocumentView, _ reader: ChunkReader) {
    self.document = document
    self.reader = reader
    items = mentions.indices.map { (mentions[$0].span, .known(mentions[$0].kind, $0)) }
    items += undecided.map { ($0.span, .undecided($0)) }
    items.sort { $0.span < $1.span }
  }

  /// The undecided parts that a neighbour tells the kind of, with the neighbour's number among the mentions.
  func kinds() -> [(part: UndecidedPart, kind: NameKind, mention: Int)] {
    var kinds: [(kind: NameKind, mention: Int)?] = items.map {
      if case .known(let kind, let mention) = $0.item { (kind, mention) } else { nil }
    }
    let joints = items.indices.map { $0 == 0 ? nil : joint($0 - 1, $0) }
    for list in Self.runs(of: joints) {
      let isList = list.count > 2 || joints[list.upperBound - 1] == .conjunction
      for index in list.dropFirst() where kinds[index] == nil {
        let isWithin = kinds[index - 1]?.kind == .location && isClosed(items[index].span)
        if isList || isWithin { kinds[index] = kinds[index - 1] }
      }
      for index in list.dropLast().reversed() where kinds[index] == nil {
        if isList || kinds[index + 1]?.kind == .location { kinds[index] = kinds[index + 1] }
      }
    }
    return zip(items, kinds).compactMap { item, kind in
      guard case .undecided(let part) = item.item, let kind, kind.kind != .misc,
        kind.kind != .person || !reader.hasArticle(part.span)
      else { return nil }
      return (part, kind.kind, kind.mention)
    }
  }

  /// Whether a name ends its phrase, as one does that says what a place lies in: in a dateline, before a bracket, dash or full stop.
  private func isClosed(_ name: Span) -> Bool {
    if let dateline = document.structure.dateline?.span, dateline.contains(name) { return true }
    guard let next = document.utf8[name.end...].firstIndex(where: { $0 != .space }) else { return true }
    return Self.closing.contains(document.utf8.scalar(at: next).scalar)
  }

  /// The names that stand side by side, each group of two or more.
  ///
  /// - Parameter joints: What parts each name from the one before; nil where more than that stands between.
  private static func runs(of joints: [Joint?]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in joints.indices where joints[index] != nil {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append((index - 1)..<(index + 1))
      }
    }
    return runs
  }

  /// What stands between the two, where it is only a comma, a conjunction or both.
  private func joint(_ left: Int, _ right: Int) -> Joint? {
    let start = items[left].span.end
    let end = items[right].span.start
    guard start < end, end - start < 8, document.utf8[start..<end].contains(.space) else { return nil }
    var joint: Joint?
    for token in document.tokens(in: Span(start: start, end: end)) {
      if token.span.count == 1, document.utf8[token.span.start] == Byte.comma {
        joint = joint ?? .comma
      } else if reader.isConjunction(token.span) {
        if token.kind == .word { joint = .conjunction }
      } else {
        return nil
      }
    }
    return joint
  }
}
