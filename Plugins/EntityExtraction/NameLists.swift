import PostilModuleKit

/// Names side by side, as in "Korr, Velmora and Ildra": what is known of one holds for its neighbours.
struct NameLists {
  private enum Item {
    /// A mention's kind and number.
    case known(NameKind, Int)
    case undecided(UndecidedPart)
  }

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
    for index in items.indices.dropFirst() where kinds[index] == nil && joins(index - 1, index) {
      kinds[index] = kinds[index - 1]
    }
    for index in items.indices.dropLast().reversed() where kinds[index] == nil && joins(index, index + 1) {
      kinds[index] = kinds[index + 1]
    }
    return zip(items, kinds).compactMap { item, kind in
      guard case .undecided(let part) = item.item, let kind, kind.kind != .misc,
        kind.kind != .person || !reader.hasArticle(part.span)
      else { return nil }
      return (part, kind.kind, kind.mention)
    }
  }

  /// Whether only a comma, a conjunction or both stand between the two.
  private func joins(_ left: Int, _ right: Int) -> Bool {
    let start = items[left].span.end
    let end = items[right].span.start
    guard start < end, end - start < 8, document.utf8[start..<end].contains(.space) else { return false }
    var comma = false
    for token in document.tokens(in: Span(start: start, end: end)) {
      if token.span.count == 1, document.utf8[token.span.start] == Byte.comma {
        comma = true
      } else if !reader.isConjunction(token.span) {
        return false
      }
      if token.kind == .word { comma = true }
    }
    return comma
  }
}
