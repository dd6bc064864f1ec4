import PostilModel

/// A document in RTF: one document, or the articles of an export from Nexis.
struct RTFFormat: CollectionFormat {
  let name = "rtf"
  let title = "an RTF document"
  let endings: Set<String> = ["rtf"]

  func recognizes(_ head: FileHead) -> Bool { head.begins("{\\rtf") || head.begins("\u{FEFF}{\\rtf") }

  func members(of source: DocumentSource, _ options: ReaderOptions, each: (FileMember) throws -> Bool) throws {
    let text = RTFText(try source.bytes())
    let lines = text.paragraphs.flatMap(NexisExport.lines)
    if NexisExport.isOne(lines) { return try NexisExport(lines, isWrapped: false).read(each: each) }
    guard !text.paragraphs.isEmpty else { return }
    let metadata = Features(known: [("title", text.about["title"]), ("author", text.about["author"])])
    let body = text.paragraphs.joined(separator: "\n\n")
    _ = try each(FileMember(id: nil, FileContent(text: body, metadata: metadata, date: nil)))
  }
}
