import PostilGrammar
import PostilModuleKit

/// The quotations of one depth in a document by place and token.
struct Quotations {
  let words: Words
  /// Those that have words, by place.
  let all: [Quotation]
  private let index: SpanIndex

  /// - Parameter depth: 0 for quotations that stand in no other.
  init(words: Words, depth: Int = 0) {
    self.words = words
    all = words.document.structure.quotations.filter { $0.depth == depth && !$0.parts.isEmpty }
      .sorted { $0.span < $1.span }
    index = SpanIndex(all.map(\.span))
  }

  /// The words of quotation number `number`.
  func words(of number: Int) -> Span {
    let parts = all[number].parts
    return Span(start: parts[0].start, end: max(parts[0].end, parts[parts.count - 1].end))
  }

  /// The quotation whose opening mark is token `token`.
  func beginning(at token: Int) -> Int? {
    guard words.has(token, .opening) else { return nil }
    let found = all.partitioningIndex { $0.span.start >= words.tokens[token].span.start }
    return found < all.count && all[found].span.start == words.tokens[token].span.start ? found : nil
  }

  /// The quotation that ends directly before token `token`, a comma between or not.
  func ending(before token: Int) -> Int? {
    var last = token - 1
    if words.has(last, .comma), !words.has(last, .quoted) { last -= 1 }
    guard last >= 0, words.has(last, .closing) else { return nil }
    guard token < words.tokens.count, goesOn(last, token) else { return nil }
    let found = all.partitioningIndex { $0.span.end >= words.tokens[last].span.end }
    return found < all.count && all[found].span.end == words.tokens[last].span.end ? found : nil
  }

  /// The quotation whose closing mark is the token before `token`, on the same line or the one before.
  func last(before token: Int) -> Int? {
    guard words.has(token - 1, .closing) else { return nil }
    let found = all.partitioningIndex { $0.span.end >= words.tokens[token - 1].span.end }
    return found < all.count && all[found].span.end == words.tokens[token - 1].span.end ? found : nil
  }

  /// Whether the sentence goes on behind the closing mark at `last`: in the same paragraph, and no full stop stands in it.
  private func goesOn(_ last: Int, _ token: Int) -> Bool {
    let gap = Span(start: words.tokens[last].span.end, end: words.tokens[token].span.start)
    guard !words.document.utf8[gap.start..<gap.end].contains(.lineFeed) else { return false }
    var inner = last - 1
    while inner > 0, words.has(inner, .closing) || !words.has(inner, .marks) && !words.isWord(inner) { inner -= 1 }
    return token - last > 1 || !words.has(inner, .mark)
      || !words.has(token, .capital) && !words.has(token, [.pronoun, .determiner])
      || words.document.utf8[words.tokens[inner].span.start] != UInt8(ascii: ".")
  }

  /// Where a content ends that breaks off inside a quotation which begins in it: at the quotation's end.
  func end(of content: Span) -> Int {
    guard let around = index.around(Span(start: content.end - 1, end: content.end)).first(where: { _ in true }),
      all[around].span.start >= content.start
    else { return content.end }
    return max(content.end, words(of: around).end)
  }

  /// The first token behind quotation number `number`.
  func end(of number: Int) -> Int { words.containing(all[number].span.end) }

  func covers(_ span: Span) -> Bool { index.covers(span) }
  func isAnyInside(_ span: Span) -> Bool { index.isAnyInside(span) }
  func inside(_ span: Span) -> [Int] { Array(index.inside(span)) }
}
