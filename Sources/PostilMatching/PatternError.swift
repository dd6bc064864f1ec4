/// What PCRE2 refused, and where in the pattern.
public struct PatternError: Error, Equatable, Sendable {
  /// When it happened.
  public enum Kind: Equatable, Sendable {
    /// The pattern is not valid. The offset counts bytes of the pattern's UTF-8.
    case compile(utf8Offset: Int)
    /// Matching stopped before an answer.
    case match(MatchFailure)
  }

  /// When it happened.
  public let kind: Kind
  /// PCRE2's own error number, for looking up in pcre2api(3).
  public let code: Int32
  /// The pattern as written.
  public let pattern: String
}

extension PatternError: CustomStringConvertible {
  /// PCRE2's words for the error.
  public var description: String { PCRE2.message(code) }
}
