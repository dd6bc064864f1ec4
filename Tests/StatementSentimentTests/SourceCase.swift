/// A text in which somebody says something.
struct SourceCase: Sendable {
  let text: String
  /// The words of the statement meant.
  let content: String
  let source: String

  /// How a statement is told in failures: `it was late | Ann Marlow`.
  var expected: String { "\(content) | \(source)" }
}
