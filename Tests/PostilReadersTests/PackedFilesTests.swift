import Foundation
import PostilModel
import Testing

@testable import PostilReaders

/// Archives of files, zip and tar.
@Suite struct PackedFilesTests {
  private static let members: [(name: String, content: String)] = [
    ("news/a.txt", "é The bridge is open."), ("news/a.txt.json", #"{"outlet": "The Tide", "date": "2024-03-05"}"#),
    ("news/b.html", "<!doctype html><html lang=ar><p>افتتح الجسر</p></html>"),
    ("b.html", "<!doctype html><p>é Beside</p>"), ("b_files/ad.html", "<!doctype html><p>part</p>"),
    ("rows.jsonl", "{\"id\": \"r1\", \"text\": \"é one\"}\n{\"id\": \"r2\", \"text\": \"two\"}\n"),
    ("talk.srt", "1\n00:00:01,000 --> 00:00:02,000\né Hello\n"), ("photo.png", "\u{89}PNG"), (".hidden.txt", "no"),
    ("__MACOSX/._a.txt", "no"), ("inner.zip", "PK\u{3}\u{4}"), ("empty/", ""),
  ]
  private static let ids = [
    "all#b.html", "all#news/a.txt", "all#news/b.html", "r1", "r2", "all#talk.srt",
  ]

  /// As POSIX describes them; a name of more than 100 bytes stands in a header of pax.
  private static func tar(_ members: [(name: String, content: String)]) -> [UInt8] {
    func block(_ name: String, _ content: [UInt8], _ kind: Character) -> [UInt8] {
      var head = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, _ place: Int) {
        for (number, byte) in text.utf8.enumerated() { head[place + number] = byte }
      }
      put(String(name.prefix(100)), 0)
      put(String(content.count, radix: 8), 124)
      put(String(kind), 156)
      put("ustar\u{0}00", 257)
      return head + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
    let files = members.flatMap { name, content -> [UInt8] in
      let long = name.utf8.count > 100 ? block("x", Array("99 path=\(name)\n".utf8), "x") : []
      return long + block(name, Array(content.utf8), name.hasSuffix("/") ? "5" : "0")
    }
    return files + [UInt8](repeating: 0, count: 1024)
  }

  static let archives = [ZipFile.bytes(members), tar(members)]

  @Test(arguments: archives)
  func `every file of an archive is read as what it is, with where it stands`(_ bytes: [UInt8]) throws {
    let documents = try InputFile.documents(bytes, name: "all")
    #expect(documents.map(\.id) == Self.ids)
    #expect(documents.first?.text == "é Beside" && documents.last?.text == "é Hello")
    let noted = try #require(documents.first { $0.id == "all#news/a.txt" })
    #expect(noted.said("outlet") == "The Tide" && noted.date?.value == "2024-03-05")
    #expect(noted.said("file") == "all" && noted.said("member") == "news/a.txt")
  }

  @Test(arguments: archives)
  func `what is not read of an archive is left out and told`(_ bytes: [UInt8]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("packed-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("all")
    try Data(bytes).write(to: file)
    let inputs = try DocumentReader(options: ReaderOptions()).inputs(for: [file.path])
    #expect(inputs.summary == "3 files are left out: 1 part of a saved page, 1 picture, 1 archive")
    #expect(inputs.leftOut.first?.path.hasSuffix("/all#b_files/ad.html") == true)
  }

  @Test func `a collection in an archive has its number behind the file's name`() throws {
    let box = (1...2).map {
      "From a@v.example Tue Mar  5 10:00:00 2024\nFrom: a@v.example\nSubject: é \($0)\n\nText.\n\n"
    }
    let documents = try InputFile.documents(ZipFile.bytes([("old/a.mbox", box.joined())]), name: "m.zip")
    #expect(documents.map(\.id) == ["m.zip#old/a.mbox#1", "m.zip#old/a.mbox#2"])
    #expect(documents.map { $0.said("member") } == ["1", "2"])
  }

  @Test func `a long name and a cut end are read, the cut is told`() throws {
    let name = String(repeating: "long/", count: 30) + "é.txt"
    let bytes = Self.tar([(name, "é first"), ("z.txt", String(repeating: "é ", count: 600))])
    #expect(try InputFile.documents(bytes, name: "a.tar").map(\.id) == ["a.tar#\(name)", "a.tar#z.txt"])
    let inputs = try InputFile.inputs(Array(bytes.dropLast(2000)), name: "a.tar")
    #expect(inputs.map(\.id) == ["a.tar#\(name)", "a.tar#z.txt", "a.tar"])
    guard case .failure(let error) = inputs[2].result else {
      Issue.record("the cut was not told")
      return
    }
    #expect(error.description.hasSuffix("it was cut off in 'z.txt'"))
  }

  @Test func `a damaged file of an archive is told, the others are read`() throws {
    let bytes = ZipFile.bytes([("b.txt", "é fine")], packed: [("a.txt", [0xFF, 0xFF, 0xFF])])
    let inputs = try InputFile.inputs(bytes, name: "a.zip")
    #expect(inputs.map(\.id) == ["a.zip#a.txt", "a.zip#b.txt"])
    guard case .failure(let error) = inputs[0].result else {
      Issue.record("what is damaged was read")
      return
    }
    #expect(error.description.contains("a.zip' cannot be read: what is compressed in it is damaged"))
  }

  @Test(arguments: archives)
  func `more than is read of one file ends with a message`(_ bytes: [UInt8]) throws {
    let archive: any FileArchive = bytes[0] == 0x50 ? try #require(ZipArchive(Data(bytes))) : TarArchive(Data(bytes))
    #expect(throws: Inflation.Fault.tooLarge) { try archive.contents(of: "news/a.txt", most: 5) }
    #expect(try archive.contents(of: "news/a.txt", most: 100) == Array("é The bridge is open.".utf8))
  }

  @Test func `an archive whose files overlap is refused`() throws {
    var bytes = ZipFile.bytes([("a.txt", "é one"), ("b.txt", "é two")])
    // The directory's size of the second is made larger than the archive.
    let entry = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bytes[entry + 21] = 0x10
    let error = try InputFile.error(bytes, name: "a.zip")
    #expect(error?.hasSuffix("its files overlap, which makes it a bomb; none of them is read") == true)
  }
}
