import PostilModuleKit

/// Which words say the same, whatever their case: each wording has a number.
///
/// A class, since it remembers: one line is looked at in many readings.
final class Wordings {
  private let document: DocumentView
  private var numberOfSpan: [Span: Int] = [:]
  private var numberOfText: [String: Int] = [:]

  init(document: DocumentView) { self.document = document }

  /// The number of the words at `span`.
  func number(_ span: Span) -> Int {
    if let known = numberOfSpan[span] { return known }
    let text = document.text(span).lowercased()
    let number = numberOfText[text] ?? numberOfText.count
    numberOfText[text] = number
    numberOfSpan[span] = number
    return number
  }
}
