import PostilModel

/// A text, with metadata between two lines `---` at its top or none.
struct TextFormat: SingleDocumentFormat {
  func content(of bytes: [UInt8], _ source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> FileContent {
    let (metadata, text) = FrontMatter.split(
      try TextEncoding.decode(bytes, as: options.encoding, path: source.displayName))
    let dating = InputDate(metadata["date"], origin: .frontMatter, language: metadata["language"]?.string)
    return FileContent(text: text, metadata: metadata, date: dating.date, remarks: dating.remarks)
  }
}
