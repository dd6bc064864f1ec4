import Foundation

/// A text in whose written form words stand in brackets with what is said of them: `[[Oslo|location]]`.
public struct MarkedText: Sendable {
  /// The text without the brackets.
  public let text: String
  /// The words of each mark, and behind a bar what is said of them, in order.
  public let marks: [String]

  /// Reads the written form.
  public init(_ written: some StringProtocol) {
    var (text, marks) = ("", [String]())
    for piece in written.components(separatedBy: "]]") {
      let halves = piece.split(separator: "[[", maxSplits: 1, omittingEmptySubsequences: false)
      text += halves[0]
      guard halves.count == 2, let bar = halves[1].lastIndex(of: "|") else { continue }
      text += halves[1][..<bar]
      marks.append("\(halves[1][..<bar]) \(halves[1][bar...])")
    }
    (self.text, self.marks) = (text, marks)
  }
}
