import PostilDiagnostics

/// What became of one example.
public struct ExampleOutcome: Sendable {
  /// The rule, as `ruleset/rule`.
  public let rule: String
  /// Where the example stands.
  public let location: SourceLocation
  /// What was wrong, a line each; empty when the example holds.
  public let faults: [String]
  /// Why the example is not expected to hold yet, if it says so.
  public let todo: String?

  /// Whether the example counts as failed.
  public var isFailure: Bool { !faults.isEmpty && todo == nil }
}
