/// Why a module's manifest is refused.
public struct ManifestError: Error, Equatable, Sendable {
  /// What is wrong: lower case, no final period.
  public let reason: String

  init(_ reason: String) { self.reason = reason }
}
