import PostilDiagnostics
import PostilModel

/// A text that shows what a rule finds, or does not.
public struct Example: Sendable {
  /// The text without the marks.
  public let text: String
  /// What stood between `[[` and `]]`.
  public let spans: [Span]
  /// The document's date.
  public let date: String?
  /// The document's metadata.
  public let metadata: Features
  /// The features that each marked annotation must bear, as text.
  public let features: [(name: String, value: String)]
  /// The rule must find nothing.
  public let none: Bool
  /// No rule may find anything of the rule's type.
  public let noneOfType: Bool
  /// Why the example need not hold yet.
  public let todo: String?
  /// Where it stands.
  public let location: SourceLocation
}
