import PostilModel

/// Annotates documents with several workers; the records are given out in the order in which the documents were added.
public protocol AnnotationWork {
  /// Adds a document, and gives to `each` its record and those before it, as far as they are there.
  func add(_ document: Document, each: (AnnotatedDocument) throws -> Void) throws
  /// Adds a record that is there already, in its place.
  func add(made: AnnotatedDocument, each: (AnnotatedDocument) throws -> Void) throws
  /// Waits for all that was added, and gives the rest to `each`.
  func finish(each: (AnnotatedDocument) throws -> Void) throws
}

extension OrderedWork: AnnotationWork where Made == AnnotatedDocument {}
