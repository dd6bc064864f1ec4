import PostilModel
import PostilRules

/// What became of a rule at a place: why it made nothing there, or what was made of it.
public enum RuleVerdict: Sendable {
  /// The document's metadata is not what the rule asks for.
  case otherDocument(test: String)
  /// No region of the rule's scope covers the place.
  case outsideScope(String)
  /// The pattern does not match; how far it got, the text and what of the pattern was next.
  case noMatch(taken: String, wanted: String, pattern: String)
  /// The pattern takes none of the text there; what of it was asked first, where that is known.
  case noBeginning(wanted: String?, pattern: String)
  /// The prefilter does not try the pattern near the place, since none of its literals stands where a match could have it.
  case notTried(literals: [String], pattern: String)
  /// No term of the lexicons stands there.
  case noTerm(lexicons: [String])
  /// The sequence stopped before an element.
  case sequenceStopped(element: Int, description: String, at: Span)
  /// The evidence does not add up.
  case tooLittleEvidence(score: Double, threshold: Double, items: [String])
  /// It matched elsewhere in a match that reaches the place, and the place is not in the capture that is annotated.
  case outsideCapture(String, match: Span)
  /// The capture that is annotated took no part.
  case captureAbsent(String, match: Span)
  /// A condition does not hold.
  case condition(String, match: Span)
  /// It reached its limit of matches before the place.
  case limit(String)
  /// The candidate lost its place to another.
  case lost(to: String, at: Span, match: Span)
  /// The module left the candidate out.
  case rejected(reason: String, match: Span)
  /// The module made nothing of the candidate and gave no reason.
  case unused(match: Span)
  /// It made these annotations.
  case annotated([Annotation])
}
