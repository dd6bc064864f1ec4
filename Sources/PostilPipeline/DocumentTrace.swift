import PostilModel

/// What each step of a chain did with a document, for explaining it.
public struct DocumentTrace: Sendable {
  /// What one step did.
  public struct Step: Sendable {
    /// The module, or nil for rulesets alone.
    public let module: String?
    /// What the rules found, by span.
    public let candidates: [Candidate]
    /// Why the module left candidates out, by their indices.
    public let rejections: [Int: String]
    /// The annotations that the step added, as indices.
    public let added: Range<Int>
  }

  /// The document as it was annotated.
  public let document: Document
  /// Its parts.
  public let structure: TextStructure
  /// In order; without those behind a step that failed.
  public let steps: [Step]
  /// All annotations.
  public let annotations: [Annotation]
  /// The limits that were hit, and what modules told.
  public let diagnostics: [DocumentDiagnostic]
}
