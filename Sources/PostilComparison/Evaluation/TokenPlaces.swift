import PostilRecords

/// Finds the tokens of columns in the text that they were made of.
struct TokenPlaces {
  /// What the Penn Treebank writes for marks.
  private static let marks: [String: [String]] = [
    "-LRB-": ["("], "-RRB-": [")"], "-LSB-": ["["], "-RSB-": ["]"], "-LCB-": ["{"], "-RCB-": ["}"],
    "``": ["\"", "“", "''", "«"], "''": ["\"", "”", "»"], "`": ["'", "‘"], "'": ["’"], "--": ["—", "–"], "...": ["…"],
  ]

  let id: String
  let text: [Unicode.Scalar]

  /// The place of each token. Only white space and what is not seen may stand between two.
  ///
  /// - Throws: ``ReportError`` for the first token that does not follow.
  func places(of tokens: [String]) throws(ReportError) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var at = 0
    for token in tokens {
      guard let place = place(of: token, from: at) else {
        throw ReportError(
          description:
            "document '\(id)': the gold's token '\(token)' does not follow in the report's text at code point "
            + "\(at), where '\(SpanProof(text).words(at, at + 20))' stands")
      }
      places.append(place)
      at = place.upperBound
    }
    return places
  }

  private func place(of token: String, from: Int) -> Range<Int>? {
    let forms = ([token] + (Self.marks[token] ?? [])).map { Array($0.unicodeScalars) }
    var at = from
    while at < text.count {
      for form in forms where text[at...].starts(with: form) { return at..<at + form.count }
      guard Self.isUnseen(text[at]) else { return nil }
      at += 1
    }
    return nil
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || [.control, .format].contains(scalar.properties.generalCategory)
  }
}
