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
  /// The code of the language that its text was found to be in (BCP 47); nil where that was not looked for, or the text does
  /// not tell. What its input says of it stands in ``metadata`` under `language`.
  public let detectedLanguage: String?
  /// Annotations that came with the document.
  public let given: [Annotation]
  /// What of its text came marked as boilerplate: see ``TextStructure/boilerplate``.
  public let givenBoilerplate: [Span]
  /// What its reader has to tell: a date that could not be read, characters that were none.
  public let remarks: [DocumentDiagnostic]

  /// Makes a document.
  public init(
    id: String, set: String = "", text: String, metadata: Features = [:], date: DocumentDate? = nil,
    detectedLanguage: String? = nil, given: [Annotation] = [], givenBoilerplate: [Span] = [],
    remarks: [DocumentDiagnostic] = []
  ) {
    self.id = id
    self.set = set
    self.text = text
    self.metadata = metadata
    self.date = date
    self.detectedLanguage = detectedLanguage
    self.given = given
    self.givenBoilerplate = givenBoilerplate
    self.remarks = remarks
  }

  /// The same document with another date.
  public func dated(_ date: DocumentDate?) -> Document {
    Document(
      id: id, set: set, text: text, metadata: metadata, date: date, detectedLanguage: detectedLanguage, given: given,
      givenBoilerplate: givenBoilerplate, remarks: remarks)
  }

  /// The same document with the language that its text was found to be in.
  public func detected(_ language: String?) -> Document {
    Document(
      id: id, set: set, text: text, metadata: metadata, date: date, detectedLanguage: language, given: given,
      givenBoilerplate: givenBoilerplate,
      remarks: remarks)
  }
}
