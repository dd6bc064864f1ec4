import PostilModel

/// A book (EPUB 2 and 3): a document each part of its spine.
struct BookFormat: CollectionFormat {
  private static let container = "META-INF/container.xml"

  let name = "epub"
  let title = "an e-book"
  let endings: Set<String> = ["epub"]

  func recognizes(_ head: FileHead) -> Bool {
    head.isArchive && endings.contains(head.ending) || head.begins("mimetypeapplication/epub+zip", at: 30)
      || head.members.contains(Self.container)
  }

  func members(of source: DocumentSource, _ options: ReaderOptions, each: (FileMember) throws -> Bool) throws {
    let archive = try source.archive()
    let damaged = ReadError(path: source.displayName, kind: .malformed("it has no list of its parts"))
    func tree(_ name: String) throws(ReadError) -> XMLTree? {
      try source.unpacked { () throws(Inflation.Fault) in try archive.tree(of: name) }
    }
    guard let root = try tree(Self.container), let file = root.all("rootfile").first,
      let path = root[file].attribute("full-path"), let package = try tree(path)
    else { throw damaged }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    var files: [String: String] = [:]
    for item in package.all("item") {
      if let id = package[item].attribute("id"), let file = package[item].attribute("href") { files[id] = file }
    }
    for reference in package.all("itemref") where package[reference].attribute("linear") != "no" {
      guard let written = package[reference].attribute("idref").flatMap({ files[$0] }) else { continue }
      let name = MailCharset.text(of: MailTransfer.percentDecoded(written.utf8), charset: "utf-8")
      let bytes = try source.unpacked { () throws(Inflation.Fault) in try archive.contents(of: folder + name) }
      guard let bytes, let content = Self.content(of: bytes, package) else { continue }
      guard try each(FileMember(id: folder + name, content)) else { return }
    }
  }

  /// A part of a book; nil without words.
  private static func content(of bytes: [UInt8], _ package: XMLTree) -> FileContent? {
    func line(_ name: String) -> String? { package.all(name).first.flatMap { package.line(at: $0) } }
    let tree = HTMLTree(HTMLEncoding(of: bytes, fallback: nil).utf8)
    let text = PageText.text(of: PageLines(tree).lines, headline: nil)
    guard !text.isEmpty else { return nil }
    let heading = tree.places(of: ["h1", "h2", "h3"]).first ?? tree.places(of: ["title"]).first
    let dating = InputDate(line("date").map { .string($0) }, origin: .record, language: line("language"))
    return FileContent(
      text: text,
      metadata: Features(known: [
        ("title", heading.flatMap { tree.words(at: $0).nonEmpty }), ("book", line("title")),
        ("author", line("creator")),
        ("outlet", line("publisher")), ("language", line("language")), ("guid", line("identifier")),
      ]), date: dating.date, remarks: dating.remarks)
  }
}
