/// A text with its metadata. Its text never changes after reading.
public struct Document: Sendable {
  /// The path below the folder given, the file's name, or the record's `id`.
  public let id: String
  /// The document set: the folder's name, or the name given as `NAME=PATH`.
  public let set: String
  /// The decoded text, without byte order mark, line ends as they were.
  public let text: String
  /// Title, outlet, language, … in the order of the input, without the date.
  public let metadata: Features
  /// The day that the document is from, if known.
  public let date: DocumentDate?
  /// Annotations that came with the document.
  public let given: [Annotation]
  /// What of its text came marked as boilerplate: see ``TextStructure/boilerplate``.
  public let givenBoilerplate: [Span]
  /// What its reader has to tell: a date that could not be read, characters that were none.
  public let remarks: [DocumentDiagnostic]

  /// Makes a document.
  public init(
    id: String, set: String = "", text: String, metadata: Features = [:], date: DocumentDate? = nil,
    given: [Annotation] = [], givenBoilerplate: [Span] = [], remarks: [DocumentDiagnostic] = []
  ) {
    self.id = id
    self.set = set
    self.text = text
    self.metadata = metadata
    self.date = date
    self.given = given
    self.givenBoilerplate = givenBoilerplate
    self.remarks = remarks
  }

  /// The same document with another date.
  public func dated(_ date: DocumentDate?) -> Document {
    Document(
      id: id, set: set, text: text, metadata: metadata, date: date, given: given, givenBoilerplate: givenBoilerplate,
      remarks: remarks)
  }
}
