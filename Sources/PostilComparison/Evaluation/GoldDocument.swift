import PostilRecords

/// A document whose annotations are taken for right.
public struct GoldDocument: Sendable {
  /// Its id.
  public let id: String
  /// Its text, or tokens where only these are known.
  public let text: Text
  /// The annotations; of tokens, `start` and `end` count these.
  public let items: [ReportRecord.Item]
  /// Whether the gold gives no id, and ``id`` only says where the document stood.
  public let isUnnamed: Bool

  /// What is known of a text.
  public enum Text: Sendable {
    /// The whole text; nil when the gold leaves it out.
    case whole(String?)
    /// Its tokens, as CoNLL files give them.
    case tokens([String])
  }

  /// Makes a document.
  public init(id: String, text: Text, items: [ReportRecord.Item], isUnnamed: Bool = false) {
    self.id = id
    self.text = text
    self.items = items
    self.isUnnamed = isUnnamed
  }

  /// The same with spans in code points of `text`, in which the tokens stand in order.
  ///
  /// - Throws: ``ReportError`` when a token is not found, the text is another, or an annotation's words do not stand at its span.
  func aligned(to text: String?) throws(ReportError) -> [ReportRecord.Item] {
    switch self.text {
    case .whole(let own):
      guard let text = text ?? own else { return items }
      return try proved(own ?? text, against: text)
    case .tokens(let tokens):
      guard let text else {
        throw ReportError(description: "document '\(id)': gold in CoNLL needs a report with texts")
      }
      let places = try TokenPlaces(id: id, text: Array(text.unicodeScalars)).places(of: tokens)
      return items.map { item in
        item.moved(to: places[item.start].lowerBound..<places[item.end - 1].upperBound)
      }
    }
  }

  /// The annotations with spans in `text`, from which the gold's own may differ by a byte order mark.
  private func proved(_ own: String, against text: String) throws(ReportError) -> [ReportRecord.Item] {
    let (mine, theirs) = (Array(own.unicodeScalars), Array(text.unicodeScalars))
    let (ownMark, theirMark) = (mine.first == "\u{FEFF}" ? 1 : 0, theirs.first == "\u{FEFF}" ? 1 : 0)
    guard mine[ownMark...].elementsEqual(theirs[theirMark...]) else {
      throw ReportError(
        description: "document '\(id)': the gold's text is not that of the report: \(Self.difference(mine, theirs))")
    }
    let proof = SpanProof(theirs)
    let shift = theirMark - ownMark
    let moved = items.map { $0.moved(to: max(0, $0.start + shift)..<max(0, $0.end + shift)) }
    if let fault = moved.lazy.compactMap(proof.fault).first {
      throw ReportError(description: "document '\(id)': \(fault)")
    }
    return moved
  }

  /// Where two texts part.
  private static func difference(_ mine: [Unicode.Scalar], _ theirs: [Unicode.Scalar]) -> String {
    func plain(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] { text.filter { $0 != "\r" && $0 != "\n" } }
    if plain(mine) == plain(theirs) {
      return "the line ends differ (LF or CR LF); annotate the text that the gold was made on"
    }
    let place =
      zip(mine, theirs).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(mine.count, theirs.count)
    return "they part at code point \(place)"
  }
}

extension ReportRecord.Item {
  /// The same at another place.
  func moved(to span: Range<Int>) -> ReportRecord.Item {
    ReportRecord.Item(
      id: id, type: type, start: span.lowerBound, end: span.upperBound, text: text, features: features, kinds: kinds)
  }
}
