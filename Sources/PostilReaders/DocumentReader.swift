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

  /// Calls `each` for every document of `source`, until it returns false. Records are read one at a time.
  public func read(_ source: DocumentSource, each: (InputDocument) throws -> Bool) throws {
    if isRecords(source) {
      try readRecords(source, each)
    } else {
      let result: Result<Document, ReadError>
      do throws(ReadError) { result = .success(try text(source)) } catch { result = .failure(error) }
      _ = try each(InputDocument(id: source.id, set: source.set, result: result))
    }
  }

  private func isRecords(_ source: DocumentSource) -> Bool {
    switch options.format {
    case .jsonl: true
    case .text: false
    case .auto: source.path.map { $0.hasSuffix(".jsonl") || $0.hasSuffix(".ndjson") } ?? false
    }
  }

  private func text(_ source: DocumentSource) throws(ReadError) -> Document {
    let bytes: [UInt8]
    do {
      bytes = try Array(
        source.path.map { try Data(contentsOf: URL(fileURLWithPath: $0)) } ?? FileHandle.standardInput.readToEnd()
          ?? Data())
    } catch {
      throw ReadError(path: source.displayName, kind: .unreadable(reason: error.localizedDescription))
    }
    let decoded = try TextEncoding.decode(bytes, as: options.encoding, path: source.displayName)
    let (front, text) = FrontMatter.split(decoded)
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
    var seen: Set<String> = []
    while var line = lines.next() {
      number += 1
      if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let decoder = RecordDecoder(path: source.displayName, line: number, set: source.set, standardDate: options.date)
      var input = decoder.decode(line)
      let key = "\(input.set)/\(input.id)"
      if !seen.insert(key).inserted {
        let error = ReadError(
          path: source.displayName, kind: .badRecord(line: number, reason: "a second record '\(key)'"))
        input = InputDocument(id: input.id, set: input.set, result: .failure(error))
      }
      guard try each(input) else { return }
    }
  }
}
