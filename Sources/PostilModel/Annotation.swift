/// A span of a document's text with a type, features, and the knowledge of what made it.
public struct Annotation: Hashable, Sendable {
  /// `timex`, `person`, `statement`, … or a type that a ruleset declares.
  public let type: String
  /// What is annotated; never empty.
  public let span: Span
  /// What is known about it.
  public let features: Features
  /// What made it.
  public let provenance: Provenance
  /// The id that it came with, when the input brought it.
  public let givenID: String?

  /// Makes an annotation.
  public init(
    type: String, span: Span, features: Features = [:], provenance: Provenance = Provenance(), givenID: String? = nil
  ) {
    self.type = type
    self.span = span
    self.features = features
    self.provenance = provenance
    self.givenID = givenID
  }
}

extension Annotation {
  /// The feature that makes an annotation a name, whatever its type: the canonical name of whom or what it means.
  public static let identityFeature = "entity"

  /// Whether it is a name, to be listed, compared and linked with others.
  public var isName: Bool { features[Self.identityFeature] != nil }

  /// The feature, true, of an annotation that lies in boilerplate: see ``TextStructure/boilerplate``.
  public static let boilerplateFeature = "boilerplate"

  /// The same annotation, marked where it lies in boilerplate of `structure`.
  public func marked(in structure: TextStructure) -> Annotation {
    guard structure.isBoilerplate(span), features[Self.boilerplateFeature] == nil else { return self }
    var features = features
    features[Self.boilerplateFeature] = .boolean(true)
    return Annotation(type: type, span: span, features: features, provenance: provenance, givenID: givenID)
  }
}

/// What made an annotation.
public struct Provenance: Hashable, Sendable {
  /// The module that emitted it; nil when a ruleset without a module, or the input, made it.
  public let module: String?
  /// The rules (`ruleset/rule`) of the candidates it was made from, the deciding one first.
  public let rules: [String]
  /// The annotations it was made from, by index.
  public let annotations: [Int]
  /// The id of the decision by which the module made it, as its manifest declares it; nil when it tells none.
  public let decision: String?
  /// The modules that added features later.
  public let refinedBy: [String]

  /// Makes a provenance.
  public init(
    module: String? = nil, rules: [String] = [], annotations: [Int] = [], decision: String? = nil,
    refinedBy: [String] = []
  ) {
    self.module = module
    self.rules = rules
    self.annotations = annotations
    self.decision = decision
    self.refinedBy = refinedBy
  }
}
