import Foundation
import PostilModel
import Testing

@testable import PostilReaders

/// PDF documents: what `pdftotext` tells of pages, put together.
@Suite struct PDFTests {
  /// A page of lines `(block, left, top, words)` that are 10 points high and 5 points a letter wide.
  private static func page(_ lines: [(block: Int, left: Int, top: Int, words: String)]) -> String {
    let blocks = Dictionary(grouping: lines, by: \.block).sorted { $0.key < $1.key }.map { _, lines in
      "<block>"
        + lines.map { line in
          let words = line.words.split(separator: " ").map { "<word>\($0)</word>" }.joined(separator: "\n")
          let right = line.left + 5 * line.words.count
          return
            "<line xMin=\"\(line.left)\" yMin=\"\(line.top)\" xMax=\"\(right)\" yMax=\"\(line.top + 10)\">\(words)</line>"
        }.joined() + "</block>"
    }
    return "<page width=\"600\" height=\"800\"><flow>\(blocks.joined())</flow></page>"
  }

  private static func text(_ pages: [String]) -> PDFText {
    PDFText(PDFPage.pages(of: XMLTree(Array("<doc>\(pages.joined())</doc>".utf8))))
  }

  /// The text of one block, a line below the other.
  private static func text(lines: [String]) -> String {
    text([page(lines.enumerated().map { (0, 50, 200 + 12 * $0, $1) })]).text
  }

  private static let divided: [([String], String)] = [
    (["é The govern-", "ment fell."], "é The government fell."),
    (["é Karim Al-", "Sudani spoke."], "é Karim Al-Sudani spoke."),
    (["é in 2021-", "2022 there"], "é in 2021-2022 there"), (["é a co\u{AD}", "operation"], "é a cooperation"),
    (["é well-known men", "and a well-", "known town"], "é well-known men and a well-known town"),
    (["é one –", "two"], "é one – two"), (["ﬁnance and e\u{FB03}cient"], "finance and efficient"),
  ]

  @Test(arguments: divided)
  func `words that a line's end divides are whole again`(_ lines: [String], _ expected: String) {
    #expect(Self.text(lines: lines) == expected)
  }

  /// What stands in a line from left to right, `<` before what runs from right to left, and the line as it is read.
  private static let leftward: [([String], String)] = [
    (["<السلام على"], "السلام على"), (["2024", "<في عام"], "في عام 2024"), (["<ﺍﻟﺴﻼﻡ"], "السلام"),
    (["<االتحاد"], "الاتحاد"), (["<واألمم المتحدة"], "والأمم المتحدة"), (["<ال أحد"], "لا أحد"),
    (["<الاتحاد الأمم"], "الاتحاد الأمم"), (["<)الدين("], "(الدين)"), (["<ישראל"], "ישראל"),
    (["said", "<السلام على", "today"], "said السلام على today"),
    (["5,300", "<مبلغ", "NATO", "<من"], "من NATO مبلغ 5,300"),
  ]

  @Test(arguments: leftward)
  func `words of scripts that run from right to left are read so`(_ drawn: [String], _ read: String) {
    let line = drawn.map { $0.hasPrefix("<") ? String($0.dropFirst().reversed()) : $0 }.joined(separator: " ")
    #expect(Self.text(lines: [line]) == read)
  }

  @Test func `heads, feet and numbers of pages are left out, columns follow one another`() {
    let pages = (1...3).map { number in
      Self.page([
        (0, 50, 20, "The Tide, 5 March"), (1, 50, 100, "é Left \(number) begins and goes"),
        (1, 50, 112, "on to its end."),
        (2, 320, 100, "Right \(number) stands beside it."), (3, 290, 770, "\(number)"),
      ])
    }
    let text = Self.text(pages)
    #expect(
      text.text
        == (1...3).map { "é Left \($0) begins and goes on to its end.\n\nRight \($0) stands beside it." }
        .joined(separator: "\n\n"))
    let places = text.pages.compactMap { $0.record?["offset"]?.number }
    for (number, place) in places.enumerated() {
      let rest = String(String.UnicodeScalarView(text.text.unicodeScalars.dropFirst(Int(place))))
      #expect(rest.hasPrefix("é Left \(number + 1) begins"))
    }
    #expect(places.count == 3)
  }

  @Test func `paragraphs begin at indents, gaps and behind short lines, and go on over pages`() {
    let text = Self.text([
      Self.page([
        (0, 50, 200, "é One is a line of some length that is full"), (0, 50, 212, "and this one ends."),
        (0, 50, 224, "Two is a line of some length that is full"),
        (0, 65, 236, "Three begins further in and is full so"),
        (0, 50, 248, "it goes on to the edge of its own block ok"),
        (0, 50, 280, "Four stands lower and goes on to the"),
      ]), Self.page([(0, 50, 200, "next page of it.")]),
    ])
    #expect(
      text.text
        == """
        é One is a line of some length that is full and this one ends.

        Two is a line of some length that is full

        Three begins further in and is full so it goes on to the edge of its own block ok

        Four stands lower and goes on to the next page of it.
        """)
  }

  @Test func `a short document keeps what stands at its edges`() {
    #expect(
      Self.text([Self.page([(0, 50, 20, "é A headline"), (1, 50, 100, "Text.")])]).text == "é A headline\n\nText.")
  }

  /// A document of one page in Helvetica.
  private static func file(_ words: String) -> [UInt8] {
    let drawing = "BT /F1 12 Tf 50 700 Td (\(words)) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      "<< /Title (The bridge) /Author (Ann Lee) >>",
    ]
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    let rows = places.map { String(repeating: "0", count: 10 - String($0).count) + "\($0) 00000 n \n" }.joined()
    file +=
      "xref\n0 7\n0000000000 65535 f \n\(rows)trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  @Test(.enabled(if: PDFProgram() != nil, "needs poppler-utils"), arguments: ["-odd name.pdf", "scan"])
  func `a file is read through the program`(_ name: String) throws {
    let document = try #require(
      try InputFile.documents(Self.file("The caf\\351 on the bridge is open."), name: name).first)
    #expect(document.text == "The café on the bridge is open.")
    #expect(document.said("title") == "The bridge" && document.said("author") == "Ann Lee" && document.date == nil)
    #expect(document.metadata["pages"]?.list?.count == 1)
    let empty = try InputFile.error(Self.file(""), name: name)
    #expect(empty?.contains("it is a PDF document without text, such as a scan") == true)
    let broken = try InputFile.error(Array("%PDF-1.4\né".utf8), name: name)
    #expect(broken?.hasSuffix("it is a PDF document that is damaged, or asks for a password") == true)
  }

  @Test func `without the program the package is named`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("é-\(UUID().uuidString).pdf")
    let source = DocumentSource(path: file.path, set: "", id: "é.pdf", isNamed: true, kind: .read(.text))
    let error = try #require(throws: ReadError.self) {
      try PDFFormat(folders: "/nowhere:").content(of: Self.file("x"), source, ReaderOptions())
    }
    #expect(error.description.hasSuffix("which is not installed; install the package poppler-utils"))
  }
}
