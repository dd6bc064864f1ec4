/// Cuts places out of a text with what stands beside them.
struct KeywordCutter {
  private let text: [Unicode.Scalar]
  private let context: Int

  /// - Parameter context: The most code points on either side.
  init(_ text: String, context: Int) {
    self.text = Array(text.unicodeScalars)
    self.context = context
  }

  /// What stands to the left of a place, at it, and to the right, each on one line; no letter is parted from its marks.
  func parts(_ span: Range<Int>) -> (left: String, keyword: String, right: String) {
    let start = min(max(0, span.lowerBound), text.count)
    let end = min(max(start, span.upperBound), text.count)
    var first = max(0, start - context)
    while first > 0, first < start, text[first].properties.isGraphemeExtend { first += 1 }
    var last = min(text.count, end + context)
    while last < text.count, last > end, text[last].properties.isGraphemeExtend { last += 1 }
    return (line(first..<start), line(start..<end), line(end..<last))
  }

  /// Runs of white space as one blank.
  private func line(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text[range] {
      if !scalar.properties.isWhitespace {
        view.append(scalar)
      } else if view.last != " " {
        view.append(" ")
      }
    }
    return String(view)
  }
}
