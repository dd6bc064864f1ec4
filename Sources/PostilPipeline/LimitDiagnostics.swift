import PostilDiagnostics
import PostilMatching
import PostilModel
import PostilRules

extension DocumentDiagnostic {
  /// A rule that has no candidates, since what it asks for could not be told.
  static func failure(_ failure: MatchFailure, of rule: Rule) -> Self {
    let (code, reason): (Diagnostic.Code, String) =
      switch failure {
      case .backtracking: (.backtrackingLimit, "the backtracking limit of \(rule.limits.backtracking) was hit")
      case .steps:
        (.stepLimit, "matching takes more than the \(rule.limits.steps) steps of 'limits' in a text of up to 1 MB")
      case .memory: (.memoryLimit, "matching needs more than \(Matcher.mostMegabytes) MB of memory for going back")
      case .other(let words): (.matchingFailed, "PCRE2 cannot match: \(words)")
      }
    return DocumentDiagnostic(
      code: code.rawValue, message: "\(reason); the rule made no candidates here", rule: rule.name)
  }

  /// A rule with more matches than its limit.
  static func matchLimit(of rule: Rule) -> Self {
    DocumentDiagnostic(
      code: Diagnostic.Code.matchLimit.rawValue,
      message: "more than \(rule.limits.matches) matches; only the first were kept", rule: rule.name)
  }

  /// A sequence that can be read in too many ways.
  static func stateLimit(of rule: Rule) -> Self {
    DocumentDiagnostic(
      code: Diagnostic.Code.stateLimit.rawValue,
      message: "the sequence can be read in more than \(SequenceSearch.mostStates) ways; only the first were tried",
      rule: rule.name)
  }

  /// An event with too many things near its triggers.
  static func pairLimit(of rule: Rule) -> Self {
    DocumentDiagnostic(
      code: Diagnostic.Code.stateLimit.rawValue,
      message: "more than \(EventSearch.mostPairs) things stand near triggers of the event; only the first were tried",
      rule: rule.name)
  }

  /// A feature whose text grew too long.
  static func featureTooLong(_ feature: String, of rule: String) -> Self {
    DocumentDiagnostic(
      code: Diagnostic.Code.featureTooLong.rawValue,
      message: "the text of feature '\(feature)' is longer than \(FeatureTemplate.mostBytes) bytes; it was left out",
      rule: rule)
  }
}
