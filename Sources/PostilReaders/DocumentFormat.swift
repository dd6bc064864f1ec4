import PostilModel

/// Reads the documents of one kind of file; ``DocumentFormats`` has one line for each.
protocol DocumentFormat: Sendable {
  /// What `--input-format` calls it.
  var name: String { get }

  /// The endings of file names, in small letters, that mean this format where the content says nothing else.
  var endings: Set<String> { get }

  /// Whether what a file begins with says that it is of this format.
  func recognizes(_ head: FileHead) -> Bool

  /// Calls `each` for every document of `source` until it returns false; what cannot be read is given as a failure.
  func read(_ source: DocumentSource, _ options: ReaderOptions, each: (InputDocument) throws -> Bool) throws

  /// How many documents `source`, a file of the disk, holds; nil where it cannot be read.
  func count(of source: DocumentSource, _ options: ReaderOptions) -> Int?

  /// The files in `source` that are no documents, where it holds files.
  func leftOut(of source: DocumentSource) -> [LeftOutFile]
}

extension DocumentFormat {
  func recognizes(_ head: FileHead) -> Bool { false }
  func leftOut(of source: DocumentSource) -> [LeftOutFile] { [] }
}

/// What stands in a file of one document.
struct FileContent {
  var text: String
  var metadata: Features
  /// The day that the file gives itself.
  var date: DocumentDate?
  var remarks: [DocumentDiagnostic] = []
  /// What of its text is no news of its own, such as a quoted mail.
  var boilerplate: [Span] = []
}

/// A kind of file that holds one document.
protocol SingleDocumentFormat: DocumentFormat {
  /// What `bytes`, the whole file, hold.
  func content(of bytes: [UInt8], _ source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> FileContent
}

extension SingleDocumentFormat {
  func count(of source: DocumentSource, _ options: ReaderOptions) -> Int? { 1 }

  func read(_ source: DocumentSource, _ options: ReaderOptions, each: (InputDocument) throws -> Bool) throws {
    let content: Result<FileContent, ReadError>
    do throws(ReadError) { content = .success(try self.content(of: try source.bytes(), source, options)) } catch {
      content = .failure(error)
    }
    _ = try each(whole(content, source, options))
  }
}

extension DocumentFormat {
  /// The one document that a file is, with what stands in a file beside it.
  func whole(
    _ content: Result<FileContent, ReadError>, _ source: DocumentSource, _ options: ReaderOptions
  ) -> InputDocument {
    let result: Result<Document, ReadError>
    do throws(ReadError) { result = .success(try Self.document(try content.get(), source, options)) } catch {
      result = .failure(error)
    }
    return InputDocument(id: source.id, set: source.set, result: result)
  }

  private static func document(
    _ content: FileContent, _ source: DocumentSource, _ options: ReaderOptions
  ) throws(ReadError) -> Document {
    var content = content
    if let sidecar = try Sidecar.read(beside: source) {
      for entry in sidecar { content.metadata[entry.name] = entry.value }
      if let own = sidecar["date"] {
        let dating = InputDate(own, origin: .sidecar, language: content.metadata["language"]?.string)
        content.date = dating.date ?? content.date
        content.remarks += dating.remarks
      }
    }
    content.metadata["date"] = nil
    if let (archive, member) = source.origin {
      content.metadata["file"] = .string(archive)
      content.metadata["member"] = .string(member)
    }
    return Document(
      id: source.id, set: source.set, text: content.text, metadata: content.metadata,
      date: content.date ?? options.ownDate, givenBoilerplate: content.boilerplate, remarks: content.remarks)
  }
}
