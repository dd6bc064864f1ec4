import Foundation
import PostilModel
import PostilReaders
import Testing

/// Web pages and tables as documents.
@Suite struct PageAndTableTests {
  private func documents(_ name: String, _ bytes: [UInt8], set: String = "") throws -> [InputDocument] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pages-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    let reader = DocumentReader(options: ReaderOptions())
    var found: [InputDocument] = []
    try reader.read(try reader.inputs(for: [file.path]).sources) { document in
      found.append(document)
      return true
    }
    return found
  }

  private static let page = """
    <!doctype html><html lang="en"><head><meta charset="CHARSET"><title>Talks – The Daily Tide</title>
    <meta property="og:title" content="Talks begin in Baghdad"><meta property="og:site_name" content="The Daily Tide">
    <meta property="article:published_time" content="2024-03-05T08:00:00Z"><style>p{color:red}</style></head>
    <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
    <div class="cookie banner">We use cookies.</div>
    <article><h1>Talks begin in Baghdad</h1><p>The minister said on <b>Monday</b> that caf\u{E9}s
    would reopen. “We agreed,” she said&nbsp;&amp; left.</p><p>A second   paragraph, long enough to be the main text of this page,
    which tells more of the talks, of who came, who stayed away, and what either of them had to say to reporters.</p>
    <ul><li>Yes</li><li>No</li></ul><aside>Related: ten hats</aside><script>var x = "no text";</script></article>
    <footer>Imprint</footer></body></html>
    """

  @Test(arguments: ["utf-8", "windows-1252"])
  func `a page gives its main text, title, date and outlet`(_ charset: String) throws {
    let page = Self.page.replacingOccurrences(of: "CHARSET", with: charset)
    let encoding: String.Encoding = charset == "utf-8" ? .utf8 : .windowsCP1252
    let bytes = Array(try #require(page.data(using: encoding)))
    let document = try documents("talks.html", bytes)[0].result.get()
    #expect(
      document.text.hasPrefix(
        "Talks begin in Baghdad\n\nThe minister said on Monday that cafés would reopen. “We agreed,” she said & left.\n\nA second paragraph"
      ))
    #expect(document.text.hasSuffix("reporters.\n\nYes\nNo"))
    #expect(document.date == DocumentDate(value: "2024-03-05", origin: .meta))
    #expect(document.metadata["outlet"]?.string == "The Daily Tide")
    #expect(document.metadata["title"]?.string == "Talks begin in Baghdad")
    #expect(document.metadata["language"]?.string == "en")
  }

  @Test func `a page without an article gives its body, its headline and the date of JSON-LD`() throws {
    let page = """
      <title>Short</title><script type="application/ld+json">{"@type":"NewsArticle","datePublished": "2023-01-02"}</script>
      <body><div id="menu">Menu</div><div>One<br>two</div><div>three</div></body>
      """
    let document = try documents("short.htm", Array(page.utf8))[0].result.get()
    #expect(document.text == "Short\n\nOne\ntwo\n\nthree")
    #expect(document.date?.value == "2023-01-02")
  }

  @Test func `each row of a page's table is a line with bars between its cells`() throws {
    let page = "<body><table><tr><th>Firm</th> <th>Añn</th></tr><tr><td>Quorum</td><td>40</td></tr></table></body>"
    let document = try documents("table.html", Array(page.utf8))[0].result.get()
    #expect(document.text == "Firm | Añn\nQuorum | 40")
  }

  @Test func `a table gives a document for each row, columns as metadata`() throws {
    let table =
      "id;date;outlet;text\r\n1;2024-03-05;Öl;\"He said \"\"yes\"\";\nthen left.\"\r\n2;;;Short\n3;nonsense;x;y\n"
    let found = try documents("t.csv", Array(table.utf8))
    let first = try found[0].result.get()
    #expect(first.text == "He said \"yes\";\nthen left.")
    #expect(first.date == DocumentDate(value: "2024-03-05", origin: .record))
    #expect(first.metadata["outlet"]?.string == "Öl")
    let second = try found[1].result.get()
    #expect(second.id == "2" && second.date == nil && second.metadata.isEmpty)
    let third = try found[2].result.get()
    #expect(third.date == nil && third.remarks.map(\.code) == ["I001"])
    let other = try documents("u.csv", Array("name,words\na,b\n".utf8))
    let error = #expect(throws: ReadError.self) { try other[0].result.get() }
    #expect(error?.description.contains("needs the columns 'id' and 'text'") == true)
  }

  @Test(arguments: [
    ("45356", "2024-03-05"), ("45356.75", "2024-03-05"), ("25569", "1970-01-01"), ("3/25/2024", "2024-03-25"),
    ("12345", nil), ("45356,5", nil), ("453560", nil), ("45356x", nil),
  ])
  func `a spreadsheet's count of days is a date`(_ cell: String, _ day: String?) throws {
    let found = try documents("t.csv", Array("id;text;date\n1;é;\(cell)\n".utf8))
    #expect(try found[0].result.get().date?.value == day)
  }

  @Test func `a table in UTF-32 or UTF-16 is read by its mark`() throws {
    let text = "\u{FEFF}id,text\n1,é 🙂\n"
    let wide = text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(scalar.value >> (8 * $0) & 0xFF) } }
    let swapped = text.unicodeScalars.flatMap { scalar in (0..<4).map { UInt8(scalar.value >> (24 - 8 * $0) & 0xFF) } }
    let half = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [wide, swapped, half] {
      #expect(try documents("t.csv", bytes).map { try $0.result.get().text } == ["é 🙂"])
    }
  }

  private func table(_ text: String, name: String = "t.csv", columns: String? = nil) throws -> [InputDocument] {
    let names = try #require(FieldNames(columns ?? "id=id"))
    return try InputFile.inputs(text, name: name, columns == nil ? ReaderOptions() : ReaderOptions(names: names))
  }

  @Test(arguments: [
    "sep=;\r\nid;text\r\n1;é, a\r\n2;b\r\n", "id,text\r1,\"é, a\"\r2,b\r", "id|text\n1|é, a\n2|b",
    "id\ttext\n1\té, a\n2\tb\n",
    "\"id\",\"text\"\n\"1\",\"é, a\"\n2,b", "\"id\";\"a, b, c\";text\n1;x;é, a\n2;x;b",
  ])
  func `a table is divided by what its first line says`(_ text: String) throws {
    let found = try table(text).map { try $0.result.get() }
    #expect(found.map(\.id) == ["1", "2"] && found.map(\.text) == ["é, a", "b"])
  }

  @Test func `a row that is amiss is an error at its line, and spares the others`() throws {
    let found = try table(
      "id,text,date\n1,\"é\none\",NA\n2,two, more,x\n12345678901234567890,three,,,\n4\n5,\"six\n7,\"\"seven")
    let told = found.map { input -> String in
      switch input.result {
      case .success(let document): document.text
      case .failure(let error): error.description.components(separatedBy: "' ").last ?? ""
      }
    }
    #expect(told[0] == "é\none" && told[2] == "three")
    #expect(found[2].id == "12345678901234567890")
    #expect(told[1].hasPrefix("line 4: the row has 4 cells, the table 3 columns"))
    #expect(told[3].hasPrefix("line 6: the row has 1 cells") || told[3].contains("not among them"))
    #expect(told[4].hasPrefix("line 7: a quotation mark is never closed") && found.count == 5)
    #expect(try found[0].result.get().remarks.isEmpty)
  }

  @Test func `columns and members that are called otherwise are named`() throws {
    let error = try table("url,content\na,é\nb,c")
    #expect(error.count == 1)
    guard case .failure(let told) = error[0].result else {
      Issue.record("a table without the columns was read")
      return
    }
    #expect(
      told.description.hasSuffix("has 'url', 'content'; say which are meant, as in --columns id=url,text=content"))
    let columns = "id=url,text=content,date=published"
    let rows = try table("url,content,published,text\na,é,2024-03-05,x", columns: columns).map { try $0.result.get() }
    #expect(rows.map(\.id) == ["a"] && rows[0].text == "é" && rows[0].date?.value == "2024-03-05")
    #expect(rows[0].metadata["text_"] == "x")
    let record = #"{"meta": {"url": "a"}, "body": "é", "id": 7}"#
    let records = try table(record, name: "d.jsonl", columns: "id=meta.url,text=body").map { try $0.result.get() }
    #expect(records.map(\.id) == ["a"] && records[0].text == "é" && records[0].metadata["id_"] == 7)
    #expect(FieldNames("text") == nil && FieldNames("text=") == nil && FieldNames("a=b,,c=d") == nil)
  }
}
