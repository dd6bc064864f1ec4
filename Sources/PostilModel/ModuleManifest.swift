/// What a module needs, takes and gives, as it publishes it.
public struct ModuleManifest: Hashable, Sendable {
  /// A feature of a candidate or of an annotation.
  public struct Feature: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The kind of its values.
    public let kind: FeatureKind
    /// What it means, for rule authors.
    public let meaning: String
    /// The only values that a string feature may have; empty for any.
    public let choices: [String]

    /// Makes a feature's declaration.
    public init(_ name: String, _ kind: FeatureKind, _ meaning: String, choices: [String] = []) {
      self.name = name
      self.kind = kind
      self.meaning = meaning
      self.choices = choices
    }
  }

  /// A type of candidates or annotations with its features.
  public struct TypeContract: Hashable, Sendable {
    /// The type's name.
    public let type: String
    /// What it stands for.
    public let meaning: String
    /// The features that it may bear; others are refused.
    public let features: [Feature]

    /// Makes a type's declaration.
    public init(_ type: String, _ meaning: String, features: [Feature] = []) {
      self.type = type
      self.meaning = meaning
      self.features = features
    }
  }

  /// A setting that the chain file, `--set`, or a document's metadata may give.
  public struct Setting: Hashable, Sendable {
    /// Its name, unique in the module.
    public let name: String
    /// Its kind: string, number or boolean.
    public let kind: FeatureKind
    /// The value when nobody gives one.
    public let defaultValue: FeatureValue
    /// The only values that a string setting may have; empty for any.
    public let choices: [String]
    /// What it does.
    public let meaning: String
    /// Whether a document's metadata may override it.
    public let fromMetadata: Bool

    /// Makes a setting's declaration.
    public init(
      _ name: String, _ kind: FeatureKind, default defaultValue: FeatureValue, choices: [String] = [], meaning: String,
      fromMetadata: Bool = false
    ) {
      self.name = name
      self.kind = kind
      self.defaultValue = defaultValue
      self.choices = choices
      self.meaning = meaning
      self.fromMetadata = fromMetadata
    }
  }

  /// A branch of a module that decides how an annotation is made.
  public struct Decision: Hashable, Sendable {
    /// A short stable name, unique in the module, such as `dates.weekday.by-tense`.
    public let id: String
    /// What was decided and by what, in one sentence.
    public let meaning: String

    /// Makes a decision's declaration.
    public init(_ id: String, _ meaning: String) {
      self.id = id
      self.meaning = meaning
    }
  }

  /// The settings' default values.
  public var defaultSettings: Features {
    Features(settings.map { Features.Entry(name: $0.name, value: $0.defaultValue) })
  }

  /// `date-normalization`, …: what chains and rulesets call the module.
  public let name: String
  /// The module's own version.
  public let version: String
  /// Annotation types that an earlier step must assign.
  public let requires: [String]
  /// Annotation types that the module emits.
  public let assigns: [TypeContract]
  /// Annotation types of others to which the module adds features.
  public let refines: [TypeContract]
  /// The types of candidates that it takes, with the features that it understands.
  public let inputs: [TypeContract]
  /// Why it may reject a candidate.
  public let rejectReasons: [String]
  /// The decisions by which it makes annotations; an emission may name one of them.
  public let decisions: [Decision]
  /// What can be set.
  public let settings: [Setting]
  /// Whether it takes frames: rules whose text it matches itself.
  public let takesFrames: Bool
  /// The names of the tables that it takes from its rulesets.
  public let takesTables: [String]

  /// The setting that every module has: what happens where the input brings annotations of a type that it assigns.
  public static let given = Setting(
    "given", .string, default: "add", choices: ["add", "only"],
    meaning: "where the input brings annotations of a type that the module assigns: add others, or keep only these")

  /// The setting that every module has: what happens with a document in another language than the chain's.
  public static let foreignLanguage = Setting(
    "foreign-language", .string, default: "annotate", choices: ["annotate", "skip"],
    meaning: "where a document is in another language than the chain's: annotate it all the same, or add nothing to it")

  /// Makes a manifest.
  public init(
    name: String, version: String, requires: [String] = [], assigns: [TypeContract], refines: [TypeContract] = [],
    inputs: [TypeContract], rejectReasons: [String] = [], decisions: [Decision] = [], settings: [Setting] = [],
    takesFrames: Bool = false, takesTables: [String] = []
  ) {
    self.name = name
    self.version = version
    self.requires = requires
    self.assigns = assigns
    self.refines = refines
    self.inputs = inputs
    self.rejectReasons = rejectReasons
    self.decisions = decisions
    self.settings =
      settings + [Self.given, Self.foreignLanguage].filter { shared in !settings.contains { $0.name == shared.name } }
    self.takesFrames = takesFrames
    self.takesTables = takesTables
  }
}
