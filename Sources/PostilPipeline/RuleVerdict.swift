import PostilModel
import PostilRules

/// What became of a rule at a place: why it made nothing there, or what was made of it.
public enum RuleVerdict: Sendable {
  /// The document's metadata is not what the rule asks for; its value, if it has one.
  case otherDocument(test: String, value: FeatureValue?)
  /// No region of the rule's scope covers the place.
  case outsideScope(String)
  /// The pattern does not match; how far it got, what of the pattern was next, and what stands there instead; what it
  /// would match, were case ignored.
  case noMatch(taken: String, wanted: String, pattern: String, next: Next, caseless: Span?)
  /// The pattern takes none of the text there; what of it was asked first, where that is known; what it would match, were
  /// case ignored.
  case noBeginning(wanted: String?, pattern: String, caseless: Span?)
  /// A match of the same rule before it holds a part of this one.
  case heldByOwn(match: Span, earlier: Span)
  /// The prefilter does not try the pattern near the place, since none of its literals stands where a match could have it.
  case notTried(literals: [String], pattern: String)
  /// No term of the lexicons stands there; a term that almost does.
  case noTerm(lexicons: [String], near: NearTerm?)
  /// The sequence stopped before an element; where what it wants stands, and what of the text keeps it away.
  case sequenceStopped(element: Int, description: String, at: Span, hint: SequenceHint?)
  /// No trigger of the event stands near the place.
  case noTrigger(description: String)
  /// Nothing plays a role that the event must have; what stands in the way.
  case roleMissing(String, description: String, trigger: Span, hint: RoleHint?)
  /// The evidence does not add up.
  case tooLittleEvidence(score: Double, threshold: Double, items: [String])
  /// The evidence adds up, and the annotation reaches from the first to the last item, not over the place.
  case outsideEvidence(match: Span)
  /// The rule is a frame, by which its module made nothing here.
  case ofModule(String)
  /// It matched elsewhere in a match that reaches the place, and the place is not in the capture that is annotated.
  case outsideCapture(String, match: Span)
  /// The capture that is annotated took no part.
  case captureAbsent(String, match: Span)
  /// A condition does not hold; what stands there that decides it.
  case condition(String, because: Obstacle?, match: Span)
  /// It reached its limit of matches before the place.
  case matchLimit(Int)
  /// It hit another limit in this document, in the words of the diagnostic.
  case limit(String)
  /// The candidate lost its place to another.
  case lost(to: String, at: Span, match: Span, by: Advantage)
  /// The module left the candidate out; a candidate that had its place.
  case rejected(reason: String, match: Span, lostTo: (rule: String, span: Span)?)
  /// The module made nothing of the candidate and gave no reason.
  case unused(match: Span)
  /// It made these annotations.
  case annotated([Annotation])

  /// How near the rule came to an annotation; greater is nearer.
  var nearness: Int {
    switch self {
    case .annotated: 9_000
    case .rejected, .lost, .unused: 8_000
    case .condition, .outsideCapture, .captureAbsent, .outsideEvidence: 7_000
    case .heldByOwn, .matchLimit, .limit: 6_000
    case .noMatch(let taken, _, _, _, let caseless): (caseless == nil ? 1_000 : 4_000) + min(taken.utf8.count, 2_000)
    case .sequenceStopped(let element, _, let span, _): 1_000 * min(element, 4) + min(span.count, 900)
    case .noTerm(_, .some), .noBeginning(_, _, .some), .tooLittleEvidence: 3_500
    case .roleMissing: 5_000
    case .otherDocument, .ofModule: 100
    case .noBeginning, .noTerm, .notTried, .outsideScope, .noTrigger: 0
    }
  }

  /// Whether anything of the rule applied at the place; false where its absence shows nothing of the rule.
  public var comesNear: Bool { nearness > 0 }

  /// What follows where a pattern stopped.
  public enum Next: Sendable {
    case character(Character)
    /// The region of a scope ends.
    case end(of: RuleScope)
  }

  /// What gave another candidate the place.
  public enum Advantage: Sendable {
    case earlierPhase
    case earlierStart
    case longer
    case priority(Int, over: Int)
    case earlierRule
  }

  /// Something that stands in the text and keeps a condition or an element of a sequence from holding.
  public struct Obstacle: Sendable {
    /// Where it stands.
    public let span: Span
    /// For an annotation, a feature that is not what the test asks for, with its value.
    public let test: (feature: String, value: FeatureValue?)?
  }

  /// A term that would be found, were the text a little other.
  public struct NearTerm: Sendable {
    /// What is other.
    public enum Difference: Sendable {
      /// The letters are of another case than the lexicon asks for.
      case letterCase
      /// The term touches a letter, a digit or an underscore.
      case wordEnd
      /// The term only begins there; so much of it.
      case beginning(String)
    }

    /// The term as the lexicon has it.
    public let term: String
    /// The lexicon's name.
    public let lexicon: String
    /// What is other in the text.
    public let difference: Difference
  }

  /// Why nothing plays a role of an event.
  public enum RoleHint: Sendable {
    /// What is asked for stands there, with another feature.
    case otherFeature(Obstacle)
    /// What may not stand between it and the trigger does.
    case inBetween(Span)
    /// The nearest stands farther off than the role reaches, or on the other side.
    case outOfReach(Span)
    /// Another role, or another event, took it.
    case taken(Span)
  }

  /// Why an element of a sequence does not follow.
  public enum SequenceHint: Sendable {
    /// An annotation of its type stands there, with another feature.
    case otherFeature(Obstacle)
    /// What the gap must not hold stands in it.
    case inGap(Span)
    /// It follows later than the gap reaches: so many units on.
    case tooFar(Int, GapUnit, most: Int)
    /// The region ends.
    case end(of: RuleScope)
  }
}
