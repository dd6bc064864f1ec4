import Foundation
import PostilModel
import PostilReaders
import Testing

@Suite struct ReaderTests {
  private func read(
    _ data: Data, name: String = "d.txt", sidecar: String? = nil, _ options: ReaderOptions = ReaderOptions()
  ) throws -> [Result<Document, ReadError>] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("read-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try data.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    if let sidecar { try Data(sidecar.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).json")) }
    let reader = DocumentReader(options: options)
    var results: [Result<Document, ReadError>] = []
    try reader.read(try reader.inputs(for: [folder]).sources) { input in
      results.append(input.result)
      return true
    }
    return results
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let bytes: Data
    let encoding: String?
    let text: String
  }

  static let cases = [
    Case(testDescription: "UTF-8", bytes: Data("é🙂".utf8), encoding: nil, text: "é🙂"),
    Case(
      testDescription: "UTF-8 with mark", bytes: Data([0xEF, 0xBB, 0xBF]) + Data("é".utf8), encoding: nil, text: "é"),
    Case(testDescription: "UTF-16 little endian", bytes: Data([0xFF, 0xFE, 0xE9, 0x00]), encoding: nil, text: "é"),
    Case(testDescription: "UTF-16 big endian", bytes: Data([0xFE, 0xFF, 0x00, 0xE9]), encoding: nil, text: "é"),
    Case(
      testDescription: "windows-1256", bytes: Data([0xC7, 0xE1, 0xDA, 0xD1, 0xC7, 0xDE]), encoding: "Windows-1256",
      text: "العراق"),
    Case(testDescription: "windows-1252", bytes: Data([0x93, 0xE9, 0x94]), encoding: "windows-1252", text: "“é”"),
    Case(testDescription: "empty", bytes: Data(), encoding: nil, text: ""),
  ]

  @Test(arguments: cases)
  func decoding(_ c: Case) throws {
    let options = ReaderOptions(encoding: c.encoding.flatMap(TextEncoding.init))
    #expect(try read(c.bytes, options).first?.get().text == c.text)
  }

  @Test func `an undecodable byte is named by its offset`() throws {
    let result = try read(Data("abé".utf8) + Data([0xFF, 0x61]))
    guard case .failure(let error) = result[0] else {
      Issue.record("decoded")
      return
    }
    #expect(error.kind == .undecodable(offset: 4, encoding: "utf-8"))
  }

  @Test func `a date comes from the sidecar, front matter or the option, in this order`() throws {
    let front = Data("---\ndate: 2020-01-01\noutlet: X\n---\nText".utf8)
    let options = ReaderOptions(date: "2019-01-01")
    let sidecar = try read(front, sidecar: #"{"date": "2021-01-01"}"#, options)[0].get()
    #expect(sidecar.date == DocumentDate(value: "2021-01-01", origin: .sidecar))
    let own = try read(front, options)[0].get()
    #expect(own.date == DocumentDate(value: "2020-01-01", origin: .frontMatter))
    #expect(own.text == "Text")
    #expect(own.metadata["outlet"]?.string == "X")
    #expect(try read(Data("Text".utf8), options)[0].get().date?.origin == .option)
  }

  @Test func `records keep metadata and annotations, and a broken line spares the rest`() throws {
    let lines = """
      {"id":"a","text":"é Go he","outlet":"X","n":2,"annotations":[{"id":"g1","type":"statement","start":2,"end":4,"features":{"source":"he","sourceStart":5,"sourceEnd":7}}]}
      {broken
      {"id":"b","text":"t","date":"2023-09-21"}
      """
    let results = try read(Data(lines.utf8), name: "d.jsonl")
    #expect(results.count == 3)
    let first = try results[0].get()
    #expect(first.given.first?.span == Span(start: 3, end: 5))
    #expect(first.given.first?.features["source"] == .span(Span(start: 6, end: 8)))
    #expect(first.metadata["n"]?.number == 2)
    guard case .failure(let error) = results[1] else {
      Issue.record("a broken line was read")
      return
    }
    #expect(error.kind == .badRecord(line: 2, reason: "the line is no JSON at byte 1"))
    #expect(try results[2].get().date?.origin == .record)
  }

  @Test(arguments: [0, 1, 2, 3])
  func `records longer than a block of the file, and their line ends, are read whole`(shift: Int) throws {
    let texts = [1 << 20, 5, 3 << 20, 0, 1 << 20].map {
      String(repeating: "é", count: $0 / 2) + String(repeating: "x", count: shift)
    }
    let lines = texts.enumerated().map { number, text in #"{"id": \#(number), "text": "\#(text)"}"# }
    for end in ["\n", "\r\n"] {
      let results = try read(Data((lines.joined(separator: end + end) + (shift > 1 ? end : "")).utf8), name: "d.jsonl")
      #expect(try results.map { try $0.get().text } == texts)
    }
  }

  @Test func `a byte order mark inside a record's text stays`() throws {
    let text = "a\u{FEFF}b \u{FEFF}c"
    let results = try read(Data(#"{"id":"a","text":"\#(text)"}"#.utf8), name: "d.jsonl")
    #expect(try results[0].get().text.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test func `front matter with CR LF and records behind a byte order mark are read`() throws {
    let front = try read(Data("---\r\ndate: 2020-01-01\r\n---\r\nTéxt\r\n".utf8))[0].get()
    #expect(front.date?.value == "2020-01-01")
    #expect(front.text == "Téxt\r\n")
    let records = try read(Data([0xEF, 0xBB, 0xBF]) + Data(#"{"id":"a","text":"é"}"#.utf8), name: "d.jsonl")
    #expect(try records[0].get().text == "é")
  }

  @Test func `an undecodable byte is named under any encoding`() throws {
    for (encoding, bytes, offset) in [
      ("utf-16le", [0x41, 0x00, 0x00, 0xD8, 0x41, 0x00], 2), ("us-ascii", [0x41, 0xE9], 1),
    ] {
      let result = try read(Data(bytes.map(UInt8.init)), ReaderOptions(encoding: TextEncoding(encoding))).first
      guard case .failure(let error) = result else {
        Issue.record("decoded")
        continue
      }
      #expect(error.kind == .undecodable(offset: offset, encoding: encoding))
    }
    #expect(TextEncoding("no-such") == nil)
  }

  @Test func `a binary file is refused whatever the encoding`() throws {
    let result = try read(Data([0x7F, 0x45, 0, 1]), ReaderOptions(encoding: TextEncoding("latin1"))).first
    guard case .failure(let error) = result else {
      Issue.record("decoded")
      return
    }
    #expect(error.kind == .binary)
  }

  @Test(arguments: [
    (#"{"id":"a","text":"é cut \ud83d"}"#, "é cut \u{FFFD}", "half of a surrogate pair stands alone"),
    (#"{"id":"a","text":"\ude42 é"}"#, "\u{FFFD} é", "half of a surrogate pair stands alone"),
    (#"{"id":"a","text":"é \ud83d","title":"\ud83dx"}"#, "é \u{FFFD}", "2 halves of surrogate pairs stand alone"),
    (#"{"id":"a","text":"é 🙂\ud83d\ude42 \ufffd"}"#, "é 🙂🙂 \u{FFFD}", nil),
  ])
  func `a character cut in half is told, and the record read`(line: String, text: String, told: String?) throws {
    let document = try read(Data(line.utf8), name: "d.jsonl")[0].get()
    #expect(document.text == text)
    #expect(document.remarks.map(\.code) == (told == nil ? [] : ["I006"]))
    #expect(document.remarks.first.map { $0.message.hasPrefix(told ?? "") } ?? true)
  }

  @Test(arguments: [#""2023-02-31""#, #""2023-13-01""#, #""03/04/2023""#, #""yesterday""#, "2023", "true", "[2023]"])
  func `a date that cannot be read costs the date, not the document, and is told`(date: String) throws {
    let document = try read(Data(#"{"id": "a", "text": "é b", "date": \#(date)}"#.utf8), name: "d.jsonl")[0].get()
    #expect(document.text == "é b" && document.date == nil)
    #expect(document.remarks.map(\.code) == ["I001"])
  }

  @Test(arguments: [
    ("20230921", "2023-09-21"), ("1695254400", "2023-09-21"), (#""21 September 2023""#, "2023-09-21"),
    (#""2023-9-1""#, "2023-09-01"),
    (#""2023-09-21T08:00:00Z""#, "2023-09-21T08:00:00Z"), (#""21.09.2023""#, "2023-09-21"),
  ])
  func `dates in other forms are read, numbers too`(date: String, day: String) throws {
    let record = try read(Data(#"{"id": "a", "text": "b", "date": \#(date)}"#.utf8), name: "d.jsonl")[0].get()
    #expect(record.date == DocumentDate(value: day, origin: .record) && record.remarks.isEmpty)
    let beside = try read(Data("é".utf8), sidecar: #"{"date": \#(date)}"#)[0].get()
    #expect(beside.date == DocumentDate(value: day, origin: .sidecar))
  }

  @Test func `numbers as dates follow the document's language`() throws {
    for (language, day) in [("en-US", "2023-03-04"), ("ar-IQ", "2023-04-03"), ("de", "2023-04-03")] {
      let record = #"{"id": "a", "text": "b", "date": "03/04/2023", "language": "\#(language)"}"#
      #expect(try read(Data(record.utf8), name: "d.jsonl")[0].get().date?.value == day)
    }
  }

  @Test func `a second record of one id, and an id or a text of another kind, are refused by name`() throws {
    let lines = [
      #"{"id": "c", "text": "d"}"#, #"{"id": "c", "text": "e"}"#, #"{"id": null, "text": "é"}"#,
      #"{"id": "x", "text": ["é"]}"#, #"{"text": "é"}"#,
    ]
    let told = try read(Data(lines.joined(separator: "\n").utf8), name: "d.jsonl").map { result in
      if case .failure(let error) = result { error.description } else { "" }
    }
    let expected = [
      "", "two documents are called", "'id' must be text or a number, not null", "'text' must be text, not a list",
      "has no 'id'",
    ]
    for (told, expected) in zip(told, expected) { #expect(expected.isEmpty ? told.isEmpty : told.contains(expected)) }
    #expect(told.count == expected.count)
  }

  @Test func `front matter holds quoted values, lists, texts over lines and trailing blanks`() throws {
    let text = """
      ---\u{20}
      # about the text
      title: "Ada: \\"the\\" first"
      date: '2024-05-01'
      tags:
        - é one
        - 'two, three'
      places: [العراق, "Basra, south"]
      lead: >
        A text
        over lines.
      url: https://a.example/x#y
      note: plain # a comment
      empty:
      ---\u{20}
      Téxt
      """
    let document = try read(Data(text.utf8))[0].get()
    #expect(document.text == "Téxt")
    #expect(document.date == DocumentDate(value: "2024-05-01", origin: .frontMatter))
    #expect(document.metadata["title"] == "Ada: \"the\" first")
    #expect(document.metadata["tags"] == ["é one", "two, three"])
    #expect(document.metadata["places"] == ["العراق", "Basra, south"])
    #expect(document.metadata["lead"] == "A text over lines.")
    #expect(document.metadata["url"] == "https://a.example/x#y")
    #expect(document.metadata["note"] == "plain" && document.metadata["empty"] == nil)
  }

  @Test(arguments: [
    "q\u{1}", "é", "x", "english, german", "de_DE@calendar=é", "\u{FFFD}", "-", "en-", "العربية", "zz-zzzz-zzzz-zzzz",
    "a\u{0}b",
    String(repeating: "de-", count: 500),
  ])
  func `a language that is none costs nothing but the order of numbers`(_ language: String) throws {
    let value = String(decoding: try JSONEncoder().encode(language), as: UTF8.self)
    let record = #"{"id": "a", "text": "é", "language": \#(value), "date": "05.03.2024"}"#
    #expect(try read(Data(record.utf8), name: "d.jsonl")[0].get().date?.value == "2024-03-05")
  }

  @Test func `front matter of sixty lines is read; a text between rules is text`() throws {
    let keys = (1...60).map { "key\($0): é\($0)" }.joined(separator: "\n")
    let document = try read(Data("---\n\(keys)\n---\nText".utf8))[0].get()
    #expect(document.text == "Text" && document.metadata["key60"] == "é60")
    let prose = "---\nHe said: é no one came, and\nleft again.\n---\nText"
    #expect(try read(Data(prose.utf8))[0].get().text == prose)
  }

  @Test func `one key twice is an error wherever it stands`() throws {
    let table = "id,text\na,é one\nb,two\na,three\n"
    #expect(try read(Data(table.utf8), name: "d.csv").map { (try? $0.get()) == nil } == [false, false, true])
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("read-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["x.jsonl", "y.jsonl"] {
      try Data(#"{"id": "a", "text": "é"}"#.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    let reader = DocumentReader(options: ReaderOptions())
    var faults: [String] = []
    try reader.read(try reader.inputs(for: [folder]).sources) { input in
      if case .failure(let error) = input.result { faults.append("\(error)") }
      return true
    }
    #expect(faults.count == 1)
    #expect(faults.first?.contains("two documents are called") == true)
  }

  @Test func `documents are counted without being read`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("read-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = ["a.txt": "é", "b.jsonl": "{}\n\n{}\r\n  \nbroken", "c.csv": "id,text\n1,\"two\nlines\"\n2,x\n"]
    for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
    let reader = DocumentReader(options: ReaderOptions())
    let sources = try reader.inputs(for: [folder]).sources
    #expect(reader.count(of: sources) == 6)
    var met = 0
    try reader.read(sources) { _ in
      met += 1
      return true
    }
    #expect(met == 6)
    #expect(reader.count(of: try reader.inputs(for: [folder, "-"]).sources) == nil)
  }
}
