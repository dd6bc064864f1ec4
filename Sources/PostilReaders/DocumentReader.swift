import PostilFiles
import PostilModel

/// How documents are read.
public struct ReaderOptions: Sendable {
  let format: InputFormat
  let encoding: TextEncoding?
  let date: String?
  let names: FieldNames

  /// - Parameters:
  ///   - encoding: For texts without byte order mark, and for pages that declare none; nil for UTF-8.
  ///   - date: For documents that have none of their own.
  ///   - names: What tables and records call the fields of a document.
  public init(
    format: InputFormat = .auto, encoding: TextEncoding? = nil, date: String? = nil, names: FieldNames = FieldNames()
  ) {
    self.names = names
    self.format = format
    self.encoding = encoding
    self.date = date
  }

  /// The date given for documents without one.
  var ownDate: DocumentDate? { date.map { DocumentDate(value: $0, origin: .option) } }
}

/// Reads documents from files, folders and standard input.
public struct DocumentReader: Sendable {
  private let options: ReaderOptions

  /// Makes a reader.
  public init(options: ReaderOptions) { self.options = options }

  /// The files that `paths` name, in order, and those of folders that are left out.
  ///
  /// - Throws: ``ReadError`` when one is missing, holds no documents, or two documents would have one key.
  public func inputs(for paths: [String]) throws(ReadError) -> InputFiles {
    if let date = options.date, !DocumentDate.isValid(date) { throw ReadError(path: "--date", kind: .badDate(date)) }
    return try InputFiles(paths, tellsKinds: options.format == .auto)
  }

  /// Calls `each` for every document of `sources`, until it returns false. Records are read one at a time; a second document of one set
  /// and id is an error.
  public func read(_ sources: [DocumentSource], each: (InputDocument) throws -> Bool) throws {
    var keys: Set<String> = []
    var goesOn = true
    for source in sources where goesOn {
      try read(source) { input in
        let isNew = keys.insert("\(input.set)/\(input.id)").inserted
        goesOn = try each(isNew ? input : input.repeated(in: source))
        return goesOn
      }
    }
  }

  /// How many documents `sources` hold, which is found out without reading them whole; nil where one is no file of the disk, as standard
  /// input and pipes, which can be read once, or cannot be read.
  public func count(of sources: [DocumentSource]) -> Int? {
    var total = 0
    for source in sources {
      guard let path = source.path, FileIdentity(path: path) != nil else { return nil }
      guard let count = format(of: source).map({ $0.count(of: source, options) }) ?? 1 else { return nil }
      total += count
    }
    return total
  }

  /// What reads `source`; nil for what is of a kind that is not read, which with a format that was given are devices alone.
  private func format(of source: DocumentSource) -> (any DocumentFormat)? {
    guard case .read(let format) = source.kind else { return nil }
    if let reader = options.format.reader { return reader }
    return format.reader ?? TextFormat()
  }

  private func read(_ source: DocumentSource, each: (InputDocument) throws -> Bool) throws {
    if let reader = format(of: source) { return try reader.read(source, options, each: each) }
    if case .other(let kind) = source.kind {
      let error = ReadError(path: source.displayName, kind: .notRead(kind))
      _ = try each(InputDocument(id: source.id, set: source.set, result: .failure(error)))
    }
  }
}
