import PostilModel

/// What an analyzer says of a document.
public struct Analysis {
  /// A feature for an annotation that is already there.
  public struct Refinement {
    let annotation: Int
    let feature: String
    let value: FeatureValue
  }

  /// New annotations, in order.
  public var annotations: [NewAnnotation] = []
  private(set) var refinements: [Refinement] = []
  private(set) var rejections: [(candidate: Int, reason: String)] = []
  private(set) var diagnostics: [(message: String, span: Span?)] = []

  /// Nothing yet.
  public init() {}

  /// Adds a feature to annotation number `annotation` of the document; its type must be one that the manifest refines.
  public mutating func refine(_ annotation: Int, _ feature: String, _ value: FeatureValue) {
    refinements.append(Refinement(annotation: annotation, feature: feature, value: value))
  }

  /// Says why a candidate was not used, with a reason of the manifest.
  public mutating func reject(_ candidate: Int, _ reason: String) { rejections.append((candidate, reason)) }

  /// Tells something about the document.
  public mutating func diagnose(_ message: String, at span: Span? = nil) { diagnostics.append((message, span)) }
}

/// An annotation that an analyzer makes.
///
/// A feature may refer to another new annotation as `.annotation(document.annotations.count + place)`.
public struct NewAnnotation {
  /// One of the types that the manifest assigns.
  public var type: String
  /// What is annotated.
  public var span: Span
  /// The features that the manifest declares for the type.
  public var features: Features
  /// The candidates it was made from, the deciding one first.
  public var candidates: [Int]
  /// The annotations it was made from; those of the same call by their future index, as in features.
  public var annotations: [Int]
  /// The id of the decision that made it, one of the manifest's.
  public var decision: String?

  /// Makes an annotation.
  public init(
    type: String, span: Span, features: Features = [:], candidates: [Int] = [], annotations: [Int] = [],
    decision: String? = nil
  ) {
    self.type = type
    self.span = span
    self.features = features
    self.candidates = candidates
    self.annotations = annotations
    self.decision = decision
  }
}
