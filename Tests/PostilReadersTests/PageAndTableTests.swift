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
}
