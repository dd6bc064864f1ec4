import PostilModel

/// A page saved by a browser with its parts in one file (MHTML, RFC 2557).
struct PageArchiveFormat: SingleDocumentFormat {
  let name = "mhtml"
  let endings: Set<String> = ["mhtml", "mht"]

  func recognizes(_ head: FileHead) -> Bool {
    guard head.start.contains("multipart/related"), MailFormat.isMail(head.start) else { return false }
    return endings.contains(head.ending) || head.start.contains("snapshot-content-location:")
      || head.start.hasPrefix("from: <saved by ")
  }

  func content(of bytes: [UInt8], _ source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> FileContent {
    let archive = MailPart(bytes[...])
    guard let page = Self.page(of: archive) else {
      throw ReadError(path: source.displayName, kind: .holdsNothing("a saved page"))
    }
    let encoding = page.charset.flatMap(TextEncoding.init) ?? options.encoding
    var content = try PageFormat().content(of: page.contents, source, ReaderOptions(encoding: encoding))
    let address = archive.head["snapshot-content-location"] ?? page.head["content-location"]
    if content.metadata["url"] == nil { content.metadata["url"] = address.map { .string($0) } }
    if content.metadata["title"] == nil { content.metadata["title"] = archive.head["subject"].map { .string($0) } }
    if let saved = archive.head["date"] { content.metadata["retrieved"] = .string(saved) }
    return content
  }

  /// The page itself: the part that the archive names, else the first that is one.
  private static func page(of part: MailPart) -> MailPart? {
    if part.type == "text/html" || part.type == "application/xhtml+xml" { return part }
    let parts = part.parts
    let start = part.head.parameter("start", of: "content-type")
    let named = start.flatMap { start in parts.first { $0.head.written("content-id") == start } }
    return named.flatMap(page) ?? parts.lazy.compactMap(page).first
  }
}
