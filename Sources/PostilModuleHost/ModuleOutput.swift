import PostilModel

/// What a module made of it, checked against its manifest.
public struct ModuleOutput: Sendable {
  /// A feature for an annotation of the input, or a new one.
  public struct Refinement: Sendable {
    /// The annotation's index.
    public let annotation: Int
    /// The feature's name.
    public let feature: String
    /// Its value.
    public let value: FeatureValue
  }

  /// New annotations; the first has the index that follows those of the input.
  public internal(set) var annotations: [Annotation] = []
  /// Features for annotations of others.
  public internal(set) var refinements: [Refinement] = []
  /// Candidates not used, with the reason.
  public internal(set) var rejections: [(candidate: Int, reason: String)] = []
  /// What the module told.
  public internal(set) var diagnostics: [DocumentDiagnostic] = []
  /// How long the module had to wait for what is not its document's, such as the start of a program.
  public internal(set) var waited: Duration = .zero
}
