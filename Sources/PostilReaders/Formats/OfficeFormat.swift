import PostilModel

/// A document of Word (DOCX) or of OpenDocument (ODT): one document, or the articles of an export from Nexis.
struct OfficeFormat: CollectionFormat {
  private static let wordMember = "word/document.xml"
  private static let openMember = "content.xml"

  let name = "office"
  let title = "an office document"
  let endings: Set<String> = ["docx", "docm", "odt"]

  func recognizes(_ head: FileHead) -> Bool {
    head.isArchive && endings.contains(head.ending) || head.members.contains(Self.wordMember)
      || head.begins("mimetypeapplication/vnd.oasis.opendocument.text", at: 30)
  }

  func members(of source: DocumentSource, _ options: ReaderOptions, each: (FileMember) throws -> Bool) throws {
    let archive = try source.archive()
    let isWord = archive.listed.contains(Self.wordMember)
    guard
      let tree = try source.unpacked({ () throws(Inflation.Fault) in
        try archive.tree(of: isWord ? Self.wordMember : Self.openMember)
      })
    else { throw ReadError(path: source.displayName, kind: .malformed("it has no text of an office document in it")) }
    let text = OfficeText(tree, isWord ? .word : .openDocument, below: isWord ? "body" : "text")
    let lines = text.paragraphs.flatMap(NexisExport.lines)
    if NexisExport.isOne(lines) { return try NexisExport(lines, isWrapped: false).read(each: each) }
    guard !text.paragraphs.isEmpty else { return }
    let about = try? archive.tree(of: isWord ? "docProps/core.xml" : "meta.xml")
    let body = text.paragraphs.joined(separator: "\n\n")
    let content = FileContent(text: body, metadata: Self.metadata(about), date: nil)
    _ = try each(FileMember(id: nil, content))
  }

  /// What the file says of itself; the day on which it was made is none of publication.
  private static func metadata(_ tree: XMLTree?) -> Features {
    func line(_ names: String...) -> String? {
      names.lazy.compactMap { tree?.all($0).first }.first.flatMap { tree?.line(at: $0) }
    }
    return Features(known: [
      ("title", line("title")), ("author", line("initial-creator", "creator")), ("language", line("language")),
      ("created", line("created", "creation-date")),
    ])
  }
}
