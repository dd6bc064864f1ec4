/// A document with what the chain found in it: one record of a report.
public struct AnnotatedDocument: Sendable {
  /// The document.
  public let document: Document
  /// In the order in which they were made; references among them are indices into this list.
  public let annotations: [Annotation]
  /// What of the text stands around the news, in its order: see ``TextStructure/boilerplate``.
  public let boilerplate: [Span]
  /// What went wrong, or may have, without stopping the work on the document.
  public let diagnostics: [DocumentDiagnostic]
  /// Why the document could not be annotated; its annotations are then empty.
  public let error: String?

  /// Makes a record.
  public init(
    document: Document, annotations: [Annotation] = [], boilerplate: [Span] = [],
    diagnostics: [DocumentDiagnostic] = [], error: String? = nil
  ) {
    self.document = document
    self.annotations = annotations
    self.boilerplate = boilerplate
    self.diagnostics = diagnostics
    self.error = error
  }
}

/// Something to tell about one document: a limit that was hit, a doubtful input, a module's remark.
public struct DocumentDiagnostic: Hashable, Sendable {
  /// A stable code, listed in `Documentation/Diagnostics.md`.
  public let code: String
  /// What happened: lower case, no final period.
  public let message: String
  /// The rule (`ruleset/rule`) concerned, if any.
  public let rule: String?
  /// The module concerned, if any.
  public let module: String?
  /// The place in the text, if there is one.
  public let span: Span?

  /// Makes a diagnostic.
  public init(code: String, message: String, rule: String? = nil, module: String? = nil, span: Span? = nil) {
    self.code = code
    self.message = message
    self.rule = rule
    self.module = module
    self.span = span
  }
}
