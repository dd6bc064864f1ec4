import Foundation
import PostilModel

/// How documents are read.
public struct ReaderOptions: Sendable {
  let format: InputFormat
  let encoding: TextEncoding?
  let date: String?

  /// - Parameters:
  ///   - encoding: For texts without byte order mark; nil for UTF-8.
  ///   - date: For documents that have none of their own.
  public init(format: InputFormat = .auto, encoding: TextEncoding? = nil, date: String? = nil) {
    self.format = format
    self.encoding = encoding
    self.date = date
  }
}

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

/// Reads documents from files, folders and standard input.
public struct DocumentReader: Sendable {
  private let options: ReaderOptions

  /// Makes a reader.
  public init(options: ReaderOptions) { self.options = options }

  /// The sources that `paths` name, in order.
  ///
  /// - Throws: ``ReadError`` when one is missing, holds no documents, or two documents would have one key.
  public func inputs(for paths: [String]) throws(ReadError) -> [DocumentSource] {
    if let date = options.date, !DocumentDate.isValid(date) { throw ReadError(path: "--date", kind: .badDate(date)) }
    return try DocumentSource.all(paths)
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

  private func read(_ source: DocumentSource, each: (InputDocument) throws -> Bool) throws {
    switch format(of: source) {
    case .jsonl: try readRecords(source, each)
    case .csv: try readTable(source, each)
    default:
      let result: Result<Document, ReadError>
      do throws(ReadError) { result = .success(try text(source)) } catch { result = .failure(error) }
      _ = try each(InputDocument(id: source.id, set: source.set, result: result))
    }
  }

  func format(of source: DocumentSource) -> InputFormat {
    guard options.format == .auto, let path = source.path?.lowercased() else { return options.format }
    if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") { return .jsonl }
    if path.hasSuffix(".csv") || path.hasSuffix(".tsv") { return .csv }
    #if HTMLReader
      if path.hasSuffix(".html") || path.hasSuffix(".htm") || path.hasSuffix(".xhtml") { return .html }
    #endif
    return .text
  }

  private func bytes(of source: DocumentSource) throws(ReadError) -> [UInt8] {
    do {
      return try Array(
        source.path.map { try Data(contentsOf: URL(fileURLWithPath: $0)) } ?? FileHandle.standardInput.readToEnd()
          ?? Data())
    } catch {
      throw ReadError(path: source.displayName, kind: .unreadable(reason: error.localizedDescription))
    }
  }

  /// The text and the metadata that stand in the file itself.
  private func content(of source: DocumentSource) throws(ReadError) -> (metadata: Features, text: String) {
    let bytes = try bytes(of: source)
    #if HTMLReader
      if format(of: source) == .html, !bytes.isEmpty {
        guard let page = HTMLPage(bytes: bytes, encoding: options.encoding?.name) else {
          throw ReadError(path: source.displayName, kind: .unreadable(reason: "it is no web page"))
        }
        return (page.metadata, page.text)
      }
    #endif
    return FrontMatter.split(try TextEncoding.decode(bytes, as: options.encoding, path: source.displayName))
  }

  private func text(_ source: DocumentSource) throws(ReadError) -> Document {
    let (front, text) = try content(of: source)
    var metadata = front
    var origin = DocumentDate.Origin.frontMatter
    if let sidecar = try Sidecar.read(beside: source) {
      if sidecar["date"] != nil { origin = .sidecar }
      for entry in sidecar { metadata[entry.name] = entry.value }
    }
    let date = try self.date(metadata["date"]?.string, origin: origin, path: source.displayName)
    metadata["date"] = nil
    return Document(id: source.id, set: source.set, text: text, metadata: metadata, date: date)
  }

  private func date(_ own: String?, origin: DocumentDate.Origin, path: String) throws(ReadError) -> DocumentDate? {
    guard let value = own ?? options.date else { return nil }
    guard DocumentDate.isValid(value) else { throw ReadError(path: path, kind: .badDate(value)) }
    return DocumentDate(value: value, origin: own == nil ? .option : origin)
  }

  /// A document for each row of a table.
  private func readTable(_ source: DocumentSource, _ each: (InputDocument) throws -> Bool) throws {
    let table: CSVTable
    do throws(ReadError) {
      table = try self.table(of: source)
    } catch {
      _ = try each(InputDocument(id: source.id, set: source.set, result: .failure(error)))
      return
    }
    let columns = table.rows.first ?? []
    for (number, row) in table.rows.enumerated().dropFirst() {
      let cells = Dictionary(zip(columns, row).map { ($0, $1) }) { first, _ in first }
      let result: Result<Document, ReadError>
      do throws(ReadError) {
        result = .success(try document(cells, columns, row: number + 1, of: source))
      } catch {
        result = .failure(error)
      }
      let input = InputDocument(
        id: cells["id"] ?? "row \(number + 1)", set: cells["set"] ?? source.set, result: result)
      guard try each(input) else { return }
    }
  }

  func table(of source: DocumentSource) throws(ReadError) -> CSVTable {
    CSVTable(try TextEncoding.decode(try bytes(of: source), as: options.encoding, path: source.displayName))
  }

  private func document(
    _ cells: [String: String], _ columns: [String], row: Int, of source: DocumentSource
  ) throws(ReadError) -> Document {
    guard let id = cells["id"], let text = cells["text"] else {
      throw ReadError(
        path: source.displayName, kind: .badRecord(line: row, reason: "the table needs the columns 'id' and 'text'"))
    }
    let own = cells["date"].flatMap { $0.isEmpty ? nil : $0 }
    let date = try self.date(own, origin: .record, path: source.displayName)
    let metadata = columns.filter { !["id", "text", "date", "set"].contains($0) && !(cells[$0] ?? "").isEmpty }
    return Document(
      id: id, set: cells["set"] ?? source.set, text: text,
      metadata: Features(metadata.map { Features.Entry(name: $0, value: .string(cells[$0] ?? "")) }), date: date)
  }

  private func readRecords(_ source: DocumentSource, _ each: (InputDocument) throws -> Bool) throws {
    let handle: FileHandle
    if let path = source.path {
      guard let opened = FileHandle(forReadingAtPath: path) else {
        let error = ReadError(path: path, kind: .unreadable(reason: String(cString: strerror(errno))))
        _ = try each(InputDocument(id: source.id, set: source.set, result: .failure(error)))
        return
      }
      handle = opened
    } else {
      handle = .standardInput
    }
    var lines = LineReader(handle)
    var number = 0
    while var line = lines.next() {
      number += 1
      if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let decoder = RecordDecoder(path: source.displayName, line: number, set: source.set, defaultDate: options.date)
      guard try each(decoder.decode(line)) else { return }
    }
  }
}
