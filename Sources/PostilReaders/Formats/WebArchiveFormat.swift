import PostilModel

/// Pages that a crawler fetched (WARC 1.0 and 1.1, ISO 28500), or their text (WET): a document a record.
struct WebArchiveFormat: CollectionFormat {
  let name = "warc"
  let title = "a web archive"
  let endings: Set<String> = ["warc", "wet"]

  func recognizes(_ head: FileHead) -> Bool { head.begins("WARC/") }

  func members(of source: DocumentSource, _ options: ReaderOptions, each: (FileMember) throws -> Bool) throws {
    let bytes = try source.bytes()
    var rest = bytes[...]
    var number = 0
    while let record = WebRecord(&rest) {
      number += 1
      let result: Result<FileContent?, ReadError>
      do throws(ReadError) { result = .success(try record.content(source, options)) } catch { result = .failure(error) }
      switch result {
      case .success(nil): continue
      case .success(let content?): guard try each(FileMember(id: String(number), content)) else { return }
      case .failure(let error): guard try each(FileMember(id: String(number), error)) else { return }
      }
    }
  }
}

/// A record of a web archive.
private struct WebRecord {
  private let head: MailHead
  private let block: ArraySlice<UInt8>

  /// Takes the first record out of `rest`; nil at the end, or where none begins. What was cut gives what it has.
  init?(_ rest: inout ArraySlice<UInt8>) {
    rest = rest.drop { $0 <= 0x20 }
    guard rest.starts(with: "WARC/".utf8), let (head, body) = Self.divided(rest) else { return nil }
    self.head = head
    let count = head.written("content-length").flatMap { Int($0) } ?? body.count
    block = body.prefix(max(0, min(count, body.count)))
    rest = body.dropFirst(block.count)
  }

  /// The head, and what stands behind the blank line below it.
  private static func divided(_ bytes: ArraySlice<UInt8>) -> (MailHead, ArraySlice<UInt8>)? {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes
    while let end = rest.firstIndex(of: .lineFeed) {
      var line = rest[rest.startIndex..<end]
      if line.last == .carriageReturn { line = line.dropLast() }
      rest = rest[(end + 1)...]
      if line.isEmpty { return (MailHead(lines.dropFirst()), rest) }
      lines.append(line)
    }
    return nil
  }

  /// The document; nil for requests, descriptions, answers without words and such as tell of an error.
  func content(_ source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> FileContent? {
    var content: FileContent?
    switch head.kind("warc-type") {
    case "response": content = try response(source, options)
    case "resource": content = try Self.content(of: Array(block), head, source, options)
    case "conversion":
      content = FileContent(text: MailCharset.text(of: Array(block), charset: nil), metadata: [:], date: nil)
    default: return nil
    }
    guard content?.text.contains(where: { !$0.isWhitespace }) == true else { return nil }
    let known: [(String, String)] = [
      ("url", "warc-target-uri"), ("retrieved", "warc-date"), ("guid", "warc-record-id"),
    ]
    for (name, field) in known where content?.metadata[name] == nil {
      content?.metadata[name] = head[field].map { .string($0.trimmingBrackets) }
    }
    return content
  }

  /// What a server answered (RFC 9112).
  private func response(_ source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> FileContent? {
    guard let (head, body) = Self.divided(block) else { return nil }
    let status = block.prefix(40).split(separator: .space).dropFirst().first
    guard status?.first == UInt8(ascii: "2") else { return nil }
    var bytes = head.kind("transfer-encoding") == "chunked" ? Self.joinedChunks(body) : Array(body)
    switch head.kind("content-encoding") {
    case nil, "identity": break
    case "gzip", "x-gzip":
      let packed = bytes
      // Some archives hold the answer unpacked and say otherwise.
      if packed.starts(with: [0x1F, 0x8B]) {
        bytes = try source.unpacked { () throws(Inflation.Fault) in try Inflation.inflated(packed[...], .gzip) }
      }
    case let other?:
      let reason = "the answer from '\(self.head["warc-target-uri"]?.trimmingBrackets ?? "")' is compressed as \(other)"
      throw ReadError(path: source.displayName, kind: .malformed(reason))
    }
    return try Self.content(of: bytes, head, source, options)
  }

  private static func content(
    of bytes: [UInt8], _ head: MailHead, _ source: DocumentSource, _ options: ReaderOptions
  ) throws(ReadError) -> FileContent? {
    let charset = head.parameter("charset", of: "content-type")
    switch head.kind("content-type") {
    case "text/html", "application/xhtml+xml":
      let encoding = charset.flatMap { TextEncoding(HTMLEncoding.name(ofLabel: $0.lowercased())) } ?? options.encoding
      return try PageFormat().content(of: bytes, source, ReaderOptions(encoding: encoding))
    case "text/plain": return FileContent(text: MailCharset.text(of: bytes, charset: charset), metadata: [:], date: nil)
    default: return nil
    }
  }

  /// Chunks, each behind its length in hexadecimal digits, as one; what is not divided so stays.
  private static func joinedChunks(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var joined: [UInt8] = []
    var rest = body
    while let end = rest.firstIndex(of: .lineFeed) {
      let digits = String(decoding: rest[rest.startIndex..<end].prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
        .trimmed
      guard let count = Int(digits, radix: 16), count >= 0 else { return joined.isEmpty ? Array(body) : joined }
      rest = rest[(end + 1)...]
      if count == 0 { break }
      joined += rest.prefix(count)
      rest = rest.dropFirst(count)
      rest = rest.drop { $0 == .carriageReturn || $0 == .lineFeed }
    }
    return joined
  }
}

extension String {
  /// `<urn:…>` without its brackets.
  fileprivate var trimmingBrackets: String { hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self }
}
