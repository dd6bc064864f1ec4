import PostilDiagnostics
import PostilMatching
import PostilModel

/// One YAML file of rules.
public struct Ruleset: Sendable {
  /// The name used in provenance.
  public let name: String
  /// The file, as diagnostics name it.
  public let file: String
  /// The module that judges its candidates; nil when they become annotations as they are.
  public let module: String?
  /// The language it is for.
  public let language: String?
  /// The types that it declares.
  public let types: [TypeDeclaration]
  /// The rules that are right, as written.
  public let rules: [Rule]
  /// The lexicons that its templates may look up.
  public let lexicons: [String: Lexicon]
  /// The tables that it gives its module, as written.
  public let tables: [RulesetTable]
}

extension Ruleset {
  /// The rules that are searched for in texts: all but frames.
  public var searched: [Rule] { rules.filter { $0.frame == nil } }
}

/// A new type of annotations.
public struct TypeDeclaration: Sendable {
  /// The type's name.
  public let name: String
  /// Its features; nil when any are allowed.
  public let features: [String: FeatureKind]?
  /// Where it is declared.
  public let location: SourceLocation
}

/// One rule.
///
/// A class, since matching, candidates and the tools for authors share it, and tell rules apart by identity.
public final class Rule: Sendable {
  /// Unique in its ruleset.
  public let id: String
  /// The ruleset's name.
  public let ruleset: String
  /// What it says about itself.
  public let metadata: RuleMetadata
  /// Where it stands.
  public let location: SourceLocation
  /// How it finds.
  public let matcher: RuleMatcher
  /// The type of its candidates.
  public let type: String
  /// The group that is annotated; nil for the whole match.
  public let spanCapture: String?
  /// What its candidates bear.
  public let features: [FeatureTemplate]
  /// What it is matched in, each region by itself.
  public let scope: RuleScope
  /// What its patterns are matched near; nil for everywhere.
  public let near: Lexicon?
  /// What must stand round it or in it, and what must not.
  public let conditions: [ContextCondition]
  /// What the document's metadata must be.
  public let document: [FeatureTest]
  /// Phases ascend within a step.
  public let phase: Int
  /// Higher wins a conflict of equal length.
  public let priority: Int
  /// How conflicts with candidates of the same type end.
  public let conflict: ConflictPolicy
  /// How much it may do.
  public let limits: MatchLimits
  /// How it is to behave.
  public let examples: [Example]
  /// `ruleset/id`, as reports name it.
  public let name: String

  init(
    id: String, ruleset: String, metadata: RuleMetadata, location: SourceLocation, matcher: RuleMatcher, type: String,
    spanCapture: String?, features: [FeatureTemplate], scope: RuleScope, near: Lexicon? = nil,
    conditions: [ContextCondition],
    document: [FeatureTest], phase: Int, priority: Int, conflict: ConflictPolicy, limits: MatchLimits,
    examples: [Example]
  ) {
    self.id = id
    self.ruleset = ruleset
    self.metadata = metadata
    self.location = location
    self.matcher = matcher
    self.type = type
    self.spanCapture = spanCapture
    self.features = features
    self.scope = scope
    self.near = near
    self.conditions = conditions
    self.document = document
    self.phase = phase
    self.priority = priority
    self.conflict = conflict
    self.limits = limits
    self.examples = examples
    name = "\(ruleset)/\(id)"
  }
}

extension Rule {
  /// The text that the ruleset's module reads, as written; nil for a rule that is searched for.
  public var frame: YAMLScalar? { if case .frame(let text) = matcher { text } else { nil } }
}

/// How a rule finds.
public enum RuleMatcher: Sendable {
  /// `pattern` or `anyOf`.
  case patterns([CompiledPattern])
  /// `terms`.
  case terms([Lexicon])
  /// `sequence`.
  case sequence(ElementSequence)
  /// `event`.
  case event(Event)
  /// `evidence`.
  case evidence(Evidence)
  /// `frame`: nothing is searched for; the ruleset's module reads the text.
  case frame(YAMLScalar)
}

/// What a rule says about itself, for readers.
public struct RuleMetadata: Sendable {
  /// What it finds, in a line.
  public let title: String?
  /// More than a line.
  public let description: String?
  /// `stable`, `test`, `experimental` or `deprecated`.
  public let status: String
  /// Words to find it by.
  public let tags: [String]
  /// Where its facts come from.
  public let references: [String]
  /// Who wrote it.
  public let author: String?
}

/// A pattern with what its captures mean.
public struct CompiledPattern: Sendable {
  /// The pattern, definitions and lexicons filled in.
  public let pattern: Pattern
  /// The groups that are exactly one `${lexicon}`.
  public let lexiconCaptures: [String: Lexicon]
}

/// The regions that a rule is matched in.
public enum RuleScope: Int, Sendable, CaseIterable {
  case document = 0
  case paragraph, sentence, line

  static let names: [String: RuleScope] = [
    "document": .document, "paragraph": .paragraph, "sentence": .sentence, "line": .line,
  ]
}

/// Who wins where candidates of one type overlap.
public enum ConflictPolicy: Sendable {
  case longest, priority, first, all

  static let names: [String: ConflictPolicy] = [
    "longest": .longest, "priority": .priority, "first": .first, "all": .all,
  ]
}
