import PostilModel

/// A text, with metadata between two lines `---` at its top or none.
struct TextFormat: SingleDocumentFormat {
  let name = "text"
  let endings: Set<String> = ["txt", "text", "md"]

  func content(of bytes: [UInt8], _ source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> FileContent {
    if options.format == .auto, source.isPassing { try refuse(FileKind(piped: bytes), source) }
    let (metadata, text) = FrontMatter.split(
      try TextEncoding.decode(bytes, as: options.encoding, path: source.displayName))
    let dating = InputDate(metadata["date"], origin: .frontMatter, language: metadata["language"]?.string)
    return FileContent(text: text, metadata: metadata, date: dating.date, remarks: dating.remarks)
  }

  /// What has no name is taken for a text, and refused when it is seen to be none.
  private func refuse(_ kind: FileKind, _ source: DocumentSource) throws(ReadError) {
    switch kind {
    case .read(.text): break
    case .read(let format): throw ReadError(path: source.displayName, kind: .otherFormat(format))
    case .other(let kind): throw ReadError(path: source.displayName, kind: .notRead(kind))
    }
  }
}
