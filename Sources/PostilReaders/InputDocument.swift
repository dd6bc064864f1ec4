import PostilModel

/// A document, or why it could not be read.
public struct InputDocument: Sendable {
  /// Its id, known even when reading failed.
  public let id: String
  /// Its set.
  public let set: String
  /// The document or the error.
  public let result: Result<Document, ReadError>
  /// The record of a document that had failed before it came here.
  private let failedBefore: AnnotatedDocument?

  init(id: String, set: String, result: Result<Document, ReadError>, failedBefore: AnnotatedDocument? = nil) {
    self.id = id
    self.set = set
    self.result = result
    self.failedBefore = failedBefore
  }

  /// The error that it becomes when there was a document of its set and id before it.
  ///
  /// - Parameter source: Where it stands.
  func repeated(in source: DocumentSource) -> InputDocument {
    let key = set.isEmpty ? id : "\(set)/\(id)"
    return InputDocument(
      id: id, set: set, result: .failure(ReadError(path: source.displayName, kind: .repeatedKey(key))))
  }

  /// What a report says of a document that could not be read; nil for others.
  public var failure: AnnotatedDocument? {
    guard case .failure(let error) = result else { return nil }
    return failedBefore ?? AnnotatedDocument(document: Document(id: id, set: set, text: ""), error: "\(error)")
  }
}
