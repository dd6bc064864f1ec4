import PostilModel

/// How files are read.
public enum InputFormat: String, CaseIterable, Sendable {
  /// Each by what it holds, then by its name: see `Documentation/Input.md`.
  case auto
  /// Each file is one document.
  case text
  /// Each line is one document.
  case jsonl
  /// Each row is one document: the columns `id` and `text`, perhaps `date` and `set`, others are metadata.
  case csv
  /// Each file is a web page: its main text, and title, date and outlet out of its metadata.
  case html

  /// What reads it; nil where each file tells.
  var reader: (any DocumentFormat)? {
    switch self {
    case .auto: nil
    case .text: TextFormat()
    case .jsonl: RecordFormat()
    case .csv: TableFormat()
    case .html: PageFormat()
    }
  }
}

/// Reads the documents of one kind of file.
protocol DocumentFormat: Sendable {
  /// Calls `each` for every document of `source` until it returns false; what cannot be read is given as a failure.
  func read(_ source: DocumentSource, _ options: ReaderOptions, each: (InputDocument) throws -> Bool) throws

  /// How many documents `source`, a file of the disk, holds; nil where it cannot be read.
  func count(of source: DocumentSource, _ options: ReaderOptions) -> Int?
}

/// A kind of file that holds one document.
protocol SingleDocumentFormat: DocumentFormat {
  /// What `bytes`, the whole file, hold.
  func content(of bytes: [UInt8], _ source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> FileContent
}

/// What stands in a file that holds one document.
struct FileContent {
  var text: String
  var metadata: Features
  /// The day that the file gives itself.
  var date: DocumentDate?
  var remarks: [DocumentDiagnostic] = []
}

extension SingleDocumentFormat {
  func count(of source: DocumentSource, _ options: ReaderOptions) -> Int? { 1 }

  func read(_ source: DocumentSource, _ options: ReaderOptions, each: (InputDocument) throws -> Bool) throws {
    let result: Result<Document, ReadError>
    do throws(ReadError) { result = .success(try document(source, options)) } catch { result = .failure(error) }
    _ = try each(InputDocument(id: source.id, set: source.set, result: result))
  }

  /// The document, with what stands in a file beside it.
  private func document(_ source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> Document {
    var content = try content(of: try source.bytes(), source, options)
    if let sidecar = try Sidecar.read(beside: source) {
      for entry in sidecar { content.metadata[entry.name] = entry.value }
      if let own = sidecar["date"] {
        let dating = InputDate(own, origin: .sidecar, language: content.metadata["language"]?.string)
        content.date = dating.date ?? content.date
        content.remarks += dating.remarks
      }
    }
    content.metadata["date"] = nil
    return Document(
      id: source.id, set: source.set, text: content.text, metadata: content.metadata,
      date: content.date ?? options.ownDate, remarks: content.remarks)
  }
}
