import Foundation
import PostilModel
import PostilReaders
import Testing

/// What a file is, by what it holds and by its name.
@Suite struct FileKindTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let content: [UInt8]
    let reason: String

    init(_ name: String, _ content: String, _ reason: String) { self.init(name, Array(content.utf8), reason) }
    init(_ name: String, _ content: [UInt8], _ reason: String) {
      testDescription = "\(name), \(reason)"
      (self.name, self.content, self.reason) = (name, content, reason)
    }
  }

  private static let cases = [
    Case("export.json", #"{"articles": [{"title": "é"}]}"#, "a JSON file"),
    Case("export", #"[{"title": "é"}]"#, "a JSON file"),
    Case("letter.msg", [0xD0, 0xCF, 0x11, 0xE0], "an office document"),
    Case("shapes.rdf", "<rdf:RDF xmlns:rdf=\"r\"><é/></rdf:RDF>", "an XML document"),
    Case("old.xml", "<?xml version=\"1.0\"?><NewsML/>", "an XML document"),
    Case("other.xml", "<?xml version=\"1.0\"?><é/>", "an XML document"),
    Case("film.ass", "[Script Info]\né", "a file of subtitles"),
    Case("crawl.webarchive", "bplist00", "a web archive"),
    Case("paper.ps", "%!PS-Adobe-3.0\n", "a PostScript or DjVu document"),
    Case("paper", "%!PS-Adobe-3.0\n", "a PostScript or DjVu document"),
    Case("photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0], "a picture"),
    Case("photo", [0x89, 0x50, 0x4E, 0x47, 0], "a picture"),
    Case("drawing", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "a picture"),
    Case(
      "book.xlsx", Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 26) + Array("xl/workbook.xml".utf8),
      "an office document"),
    Case("all.zip", "PK\u{3}\u{4}", "an archive"), Case("all.gz", [0x1F, 0x8B, 8], "a compressed file"),
    Case("all.bz2", "BZh9", "a compressed file"),
    Case("app.js", "var é = 1", "a script"),
    Case("run", "#!/bin/sh\necho é", "a script"), Case("style.css", "p { color: red }", "a script"),
    Case("rules.yaml", "postil: 1", "a file of settings"),
    Case("a.ann", "T1\tperson 0 3\tAda", "a file of annotations"), Case("song.mp3", "ID3\u{3}\0", "a sound recording"),
  ]

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kinds-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private func write(_ content: [UInt8], _ name: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content).write(to: file)
  }

  private func results(_ paths: [String], _ options: ReaderOptions = ReaderOptions()) throws -> [Result<
    Document, ReadError
  >] {
    let reader = DocumentReader(options: options)
    var found: [Result<Document, ReadError>] = []
    try reader.read(try reader.inputs(for: paths).sources) { input in
      found.append(input.result)
      return true
    }
    return found
  }

  @Test(arguments: cases)
  func `a file that is no document is left out of a folder, and refused by what it is when it is named`(_ c: Case)
    throws
  {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(c.content, c.name, in: folder)
    try write(Array("é A text.".utf8), "a-text.txt", in: folder)
    let files = try DocumentReader(options: ReaderOptions()).inputs(for: [folder.path])
    #expect(files.leftOut.map(\.reason) == [c.reason])
    #expect(files.leftOut.first?.path.hasSuffix("/" + c.name) == true)
    #expect(try results([folder.path]).count == 1)
    let named = try results([folder.appendingPathComponent(c.name).path])
    guard case .failure(let error) = named.first else {
      Issue.record("\(c.name) was read")
      return
    }
    #expect(error.description.contains(c.reason))
  }

  @Test(arguments: [
    ("photo.html", [0xFF, 0xD8, 0xFF, 0xE0, 0] as [UInt8], "a picture"),
    ("a.txt", Array("%!PS-Adobe-3.0".utf8), "a PostScript or DjVu document"),
    ("b.txt", Array(#"{"title": "é", "body": "x"}"#.utf8), "a JSON file"),
    ("c.md", Array("<?xml version='1.0'?><é>".utf8), "an XML document"),
  ])
  func `what is called a document and is none fails as one`(_ name: String, _ content: [UInt8], _ reason: String) throws
  {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(content, name, in: folder)
    guard case .failure(let error) = try results([folder.path]).first else {
      Issue.record("\(name) was read")
      return
    }
    #expect(error.description.contains(reason))
  }

  @Test(arguments: [
    "From: Ada\nTo: Bo\nSubject: the é pier\n\nA memo.", "[Music] é and then she sang.", "{sic} he wrote é",
    "<p> is a tag é", "1\n2\n3 é",
    "Received: é yesterday", "#! he wrote", "ID3 é is a tag",
  ])
  func `a text that looks like something else is a text`(_ text: String) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(Array(text.utf8), "a.txt", in: folder)
    try write(Array(text.utf8), "b", in: folder)
    #expect(try results([folder.path]).map { try $0.get().text } == [text, text])
  }

  @Test func `a page is read as one whatever its name, records of a json file too`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(Array("\n<!DOCTYPE html><title>é</title><p>One</p>".utf8), "page.txt", in: folder)
    try write(
      Array("{\"id\": 1, \"text\": \"é one\"}\n{\"id\": 2, \"text\": \"é two\"}\n".utf8), "records.json", in: folder)
    #expect(try results([folder.path]).map { try $0.get().text } == ["é\n\nOne", "é one", "é two"])
  }

  @Test func `the parts of a saved page are left out, in any language of the browser`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let parts = ["é page_files/ad.html", "page2-Dateien/sub/frame.html", "page3_fichiers/a.txt"]
    for (page, part) in zip(["é page.html", "page2.htm", "page3.html"], parts) {
      try write(Array("<p>One</p>".utf8), page, in: folder)
      try write(Array("<p>An advertisement</p>".utf8), part, in: folder)
    }
    try write(Array("é kept".utf8), "my_files/a.txt", in: folder)
    let files = try DocumentReader(options: ReaderOptions()).inputs(for: [folder.path])
    #expect(files.summary == "3 files are left out: 3 parts of a saved page")
    #expect(try results([folder.path]).count == 4)
  }

  @Test func `what is left out is counted by kind`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["a.png", "b.png", "c.ps"] { try write(Array("x".utf8), name, in: folder) }
    let reader = DocumentReader(options: ReaderOptions())
    let error = try #require(throws: ReadError.self) { try reader.inputs(for: [folder.path]) }
    #expect(
      error.description.hasSuffix("holds no documents; 3 files are left out: 2 pictures, 1 PostScript or DjVu document")
    )
    try write(Array("é".utf8), "d.txt", in: folder)
    #expect(
      try reader.inputs(for: [folder.path]).summary
        == "3 files are left out: 2 pictures, 1 PostScript or DjVu document")
  }

  @Test func `a format that is given holds for every file`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(Array("<rss>é</rss>".utf8), "feed.xml", in: folder)
    #expect(try results([folder.path], ReaderOptions(format: .text)).map { try $0.get().text } == ["<rss>é</rss>"])
  }

  @Test(arguments: [InputFormat.auto, .text, .jsonl])
  func `a pipe of a folder and a link to an endless device are left out, or refused`(_ format: InputFormat) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(Array(#"{"id": "a", "text": "é"}"#.utf8), "a.jsonl", in: folder)
    let link = folder.appendingPathComponent("b.jsonl").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/zero")
    #expect(mkfifo(folder.appendingPathComponent("c.txt").path, 0o600) == 0)
    let options = ReaderOptions(format: format)
    let files = try DocumentReader(options: options).inputs(for: [folder.path])
    #expect(files.summary == "2 files are left out: 2 special files")
    #expect(try results([folder.path], options).count == 1)
    guard case .failure(let error) = try results([link], options).first else {
      Issue.record("a device was read")
      return
    }
    #expect(error.description.contains("is a special file, which is not read"))
  }

  @Test(arguments: [
    (#"{"id": "a", "text": "é"}"# + "\n", "give it with --input-format jsonl"),
    ("<!doctype html><p>é</p>", "give it with --input-format html"),
    ("%!PS-Adobe-3.0\n", "is a PostScript or DjVu document, which is not read"),
    (#"{"title": "é", "body": ["x"]}"#, "is a JSON file, which is not read"),
  ])
  func `what comes through a pipe and is no text is refused with what to do`(_ content: String, _ told: String) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("pipe").path
    #expect(mkfifo(path, 0o600) == 0)
    let writer = Thread {
      let pipe = FileHandle(forWritingAtPath: path)
      try? pipe?.write(contentsOf: Data(content.utf8))
      try? pipe?.close()
    }
    writer.start()
    guard case .failure(let error) = try results([path]).first else {
      Issue.record("it was read as a text")
      return
    }
    #expect(error.description.contains(told))
  }

  @Test func `a pipe that is named is read, whole`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("pipe").path
    #expect(mkfifo(path, 0o600) == 0)
    let text = String(repeating: "é They met. ", count: 3_000)
    let writer = Thread {
      let pipe = FileHandle(forWritingAtPath: path)
      try? pipe?.write(contentsOf: Data(text.utf8))
      try? pipe?.close()
    }
    writer.start()
    #expect(try results([path]).map { try $0.get().text } == [text])
  }
}
