import PostilDiagnostics
import PostilModel

/// A web page: its article, and what the page says of it.
struct PageFormat: SingleDocumentFormat {
  let name = "html"
  let endings: Set<String> = ["html", "htm", "xhtml"]

  func recognizes(_ head: FileHead) -> Bool { head.start.hasPrefix("<!doctype html") || head.rootElement == "html" }

  func content(of bytes: [UInt8], _ source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> FileContent {
    let page = HTMLPage(bytes: bytes, encoding: options.encoding)
    var remarks: [DocumentDiagnostic] = []
    func tell(_ code: Diagnostic.Code, _ message: String) {
      remarks.append(DocumentDiagnostic(code: code.rawValue, message: message))
    }
    if page.isBare {
      tell(
        .hardlyAnyText, "the page has a title and hardly any text: its article is made by a script, or stands elsewhere"
      )
    }
    if page.unreadableCharacters > 0 {
      tell(
        .unreadableCharacters,
        "\(page.unreadableCharacters) of the page's characters are not \(page.encoding), as which it was read; each became U+FFFD"
      )
    }
    return FileContent(text: page.text, metadata: page.metadata, date: page.date, remarks: remarks)
  }
}
