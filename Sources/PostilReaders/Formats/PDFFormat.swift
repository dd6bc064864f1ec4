import Foundation
import PostilModel

/// A PDF document, read through poppler's `pdftotext`.
struct PDFFormat: SingleDocumentFormat {
  let name = "pdf"
  let endings: Set<String> = ["pdf"]
  /// Where the program is looked for, as in `PATH`.
  var folders = ProcessInfo.processInfo.environment["PATH"]

  func recognizes(_ head: FileHead) -> Bool { head.begins("%PDF-") || head.begins("\u{FEFF}%PDF-") }

  func content(of bytes: [UInt8], _ source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> FileContent {
    func fault(_ reason: String) -> ReadError { ReadError(path: source.displayName, kind: .malformed(reason)) }
    guard let program = PDFProgram(in: folders) else {
      throw fault("a PDF document is read by pdftotext, which is not installed; install the package poppler-utils")
    }
    let tree = XMLTree(try Self.layout(of: bytes, program, fault))
    let text = PDFText(PDFPage.pages(of: tree))
    guard !text.text.isEmpty else {
      throw fault("it is a PDF document without text, such as a scan; have its text recognised first, as by ocrmypdf")
    }
    return FileContent(text: text.text, metadata: Self.metadata(tree, pages: text.pages), date: nil)
  }

  /// What the program says of a document; it reads files alone.
  private static func layout(
    of bytes: [UInt8], _ program: PDFProgram, _ fault: (String) -> ReadError
  ) throws(ReadError) -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("postil-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    do { try Data(bytes).write(to: file) } catch { throw fault(error.localizedDescription) }
    do throws(PDFProgram.Fault) { return try program.layout(of: file.path) } catch {
      switch error {
      case .refused: throw fault("it is a PDF document that is damaged, or asks for a password")
      case .tooLarge: throw fault("it is a PDF document with more words than are read; divide it")
      case .notStarted(let reason): throw fault("pdftotext cannot be run: \(reason)")
      }
    }
  }

  /// What the file says of itself; the day on which it was made is none of publication.
  private static func metadata(_ tree: XMLTree, pages: [FeatureValue]) -> Features {
    let about = tree.all("meta").map { (tree[$0].attribute("name"), tree[$0].attribute("content")) }
    func said(_ name: String) -> String? { about.first { $0.0 == name }?.1 }
    var metadata = Features(known: [
      ("title", tree.line(at: tree.all("title").first)), ("author", said("Author")), ("created", said("CreationDate")),
    ])
    metadata["pages"] = .list(pages)
    return metadata
  }
}
