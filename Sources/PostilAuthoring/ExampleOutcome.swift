import PostilDiagnostics

/// What became of one example.
public struct ExampleOutcome: Sendable {
  /// What can be done about an example that fails.
  public enum Remedy: Sendable {
    /// The example can be rewritten to what is found.
    case change(ExampleChange)
    /// It cannot, and why.
    case none(String)
  }

  /// The rule, as `ruleset/rule`.
  public let rule: String
  /// Where the example stands.
  public let location: SourceLocation
  /// What was wrong, a line each; empty when the example holds.
  public let faults: [String]
  /// Why the example is not expected to hold yet, if it says so.
  public let todo: String?
  /// For an example that counts as failed, whether it can be rewritten.
  public let remedy: Remedy?

  /// Whether the example counts as failed.
  public var isFailure: Bool { !faults.isEmpty && todo == nil }

  /// What would make the example hold, if anything can.
  public var change: ExampleChange? { if case .change(let change)? = remedy { change } else { nil } }
}
