import PostilRecords

/// A document whose annotations are taken for right.
public struct GoldDocument: Sendable {
  /// Its id.
  public let id: String
  /// Its text, or tokens where only these are known.
  public let text: Text
  /// The annotations; of tokens, `start` and `end` count these.
  public let items: [ReportRecord.Item]

  /// What is known of a text.
  public enum Text: Sendable {
    /// The whole text; nil when the gold leaves it out.
    case whole(String?)
    /// Its tokens, as CoNLL files give them.
    case tokens([String])
  }

  /// Makes a document.
  public init(id: String, text: Text, items: [ReportRecord.Item]) {
    self.id = id
    self.text = text
    self.items = items
  }

  /// The same with spans in code points of `text`, in which the tokens stand in order.
  ///
  /// - Throws: ``ReportError`` when a token is not found or the text is another.
  func aligned(to text: String?) throws(ReportError) -> [ReportRecord.Item] {
    switch self.text {
    case .whole(let own):
      if let own, let text, own != text {
        throw ReportError(description: "document '\(id)': the gold's text is not that of the report")
      }
      return items
    case .tokens(let tokens):
      guard let text else {
        throw ReportError(description: "document '\(id)': gold in CoNLL needs a report with texts")
      }
      let places = try Self.places(of: tokens, in: Array(text.unicodeScalars), id)
      return items.map { item in
        ReportRecord.Item(
          id: item.id, type: item.type, start: places[item.start].lowerBound, end: places[item.end - 1].upperBound,
          text: item.text, features: item.features)
      }
    }
  }

  private static func places(
    of tokens: [String], in text: [Unicode.Scalar], _ id: String
  ) throws(ReportError) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var at = 0
    for token in tokens {
      let wanted = Array(token.unicodeScalars)
      while at + wanted.count <= text.count, !text[at..<at + wanted.count].elementsEqual(wanted) { at += 1 }
      guard at + wanted.count <= text.count else {
        throw ReportError(
          description: "document '\(id)': the gold's token '\(token)' does not follow in the report's text")
      }
      places.append(at..<at + wanted.count)
      at += wanted.count
    }
    return places
  }
}
