import Foundation
import PostilModel
import PostilReaders
import Testing

/// DOCX, ODT, EPUB and RTF.
@Suite struct OfficeTests {
  private static func paragraph(_ text: String) -> String {
    "<w:p><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  private static func docx(_ body: String) -> [UInt8] {
    ZipFile.bytes([
      ("[Content_Types].xml", "<Types/>"),
      (
        "word/document.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:document xmlns:w=\"w\"><w:body>\(body)<w:sectPr/></w:body></w:document>"
      ),
      (
        "docProps/core.xml",
        "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Täglich</dc:title><dc:creator>Zoë Kostrel</dc:creator><dcterms:created>2024-03-05T10:00:00Z</dcterms:created></cp:coreProperties>"
      ),
    ])
  }

  @Test(arguments: ["a.docx", "a", "a.txt"])
  func `Word gives paragraphs, rows as lines, and no deleted words`(name: String) throws {
    let body =
      Self.paragraph("The brïdge ") + "<w:p/>"
      + "<w:p><w:r><w:t>is </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins><w:r><w:t>open &amp; free</w:t><w:br/><w:t>now</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
      + "<w:tbl><w:tr><w:tc>\(Self.paragraph("One"))</w:tc><w:tc>\(Self.paragraph("1"))\(Self.paragraph("é"))</w:tc></w:tr><w:tr><w:tc>\(Self.paragraph("Two"))</w:tc><w:tc>\(Self.paragraph("2"))</w:tc></w:tr></w:tbl>"
      + "<w:tbl><w:tr><w:tc>\(Self.paragraph("Alone"))\(Self.paragraph("again"))</w:tc></w:tr></w:tbl>"
      + Self.paragraph("افتتح الجسر.")
    let document = try #require(try InputFile.documents(Self.docx(body), name: name).first)
    #expect(document.id == name)
    #expect(
      document.text
        == "The brïdge\n\nis open & free\nnow\n\nOne | 1 é\nTwo | 2\n\nAlone\n\nagain\n\nافتتح الجسر.")
    #expect(document.said("title") == "Täglich" && document.said("author") == "Zoë Kostrel")
    #expect(document.date == nil && document.said("created") == "2024-03-05T10:00:00Z")
  }

  private static let nexis = [
    "Date and Time: Thursday", "Documents (1)", "1. Bridge opens", "Bridge opens", "Velmora Courier",
    "January 10, 2024 Wednesday", "Copyright 2024 Velmora", "Length:\u{A0}4 words", "Body", "The brïdge is open.",
    "Everybody walks.", "Load-Date:\u{A0}January 11, 2024", "End of Document",
  ]

  @Test func `an export from Nexis in Word or RTF is its articles`() throws {
    let word = try InputFile.documents(Self.docx(Self.nexis.map(Self.paragraph).joined()), name: "a.docx")
    let rtf =
      "{\\rtf1\\ansi "
      + Self.nexis.map {
        $0.replacingOccurrences(of: "ï", with: "\\'ef").replacingOccurrences(of: "\u{A0}", with: "\\~") + "\\par\n"
      }.joined() + "}"
    for documents in [word, try InputFile.documents(rtf, name: "a.docx")] {
      #expect(documents.map(\.id) == ["a.docx#1"])
      #expect(documents[0].text == "Bridge opens\n\nThe brïdge is open.\n\nEverybody walks.")
      #expect(documents[0].date?.value == "2024-01-10" && documents[0].said("outlet") == "Velmora Courier")
    }
  }

  @Test func `OpenDocument gives paragraphs without notes`() throws {
    let content =
      "<office:document-content><office:body><office:text><text:h>Höhe</text:h><text:p>The <text:span>bridge</text:span><text:s/>is<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note> open.</text:p><table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>"
    let file = ZipFile.bytes([
      ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content),
      ("meta.xml", "<office:meta><dc:title>É</dc:title><dc:language>fr</dc:language></office:meta>"),
    ])
    for name in ["a.odt", "a"] {
      let document = try #require(try InputFile.documents(file, name: name).first)
      #expect(document.text == "Höhe\n\nThe bridge is open.\n\nA | B")
      #expect(document.said("title") == "É" && document.said("language") == "fr")
    }
  }

  @Test func `a book gives a document for every part of its spine`() throws {
    let package =
      "<package><metadata><dc:title>Das Buch</dc:title><dc:creator>Zoë</dc:creator><dc:language>ar</dc:language><dc:date>2024-03-05</dc:date></metadata><manifest><item id=\"a\" href=\"one%20%C3%A9.xhtml\"/><item id=\"b\" href=\"two.xhtml\"/><item id=\"c\" href=\"empty.xhtml\"/><item id=\"d\" href=\"none.xhtml\"/></manifest><spine><itemref idref=\"b\"/><itemref idref=\"a\"/><itemref idref=\"c\"/><itemref idref=\"d\"/><itemref idref=\"a\" linear=\"no\"/></spine></package>"
    let file = ZipFile.bytes([
      ("mimetype", "application/epub+zip"),
      ("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OEBPS/p.opf\"/></rootfiles></container>"),
      ("OEBPS/p.opf", package),
      ("OEBPS/one é.xhtml", "<html><head><title>T</title></head><body><p>One é.</p></body></html>"),
      ("OEBPS/two.xhtml", "<?xml version=\"1.0\"?><html><body><h1>جسر</h1><p>افتتح.</p></body></html>"),
      ("OEBPS/empty.xhtml", "<html><body><img src=\"x\"/></body></html>"),
    ])
    for name in ["a.epub", "a"] {
      let documents = try InputFile.documents(file, name: name)
      #expect(documents.map(\.id) == ["\(name)#OEBPS/two.xhtml", "\(name)#OEBPS/one é.xhtml"])
      #expect(documents.map(\.text) == ["جسر\n\nافتتح.", "One é."])
      #expect(documents[0].said("title") == "جسر" && documents[0].said("book") == "Das Buch")
      #expect(documents[0].date?.value == "2024-03-05" && documents[0].said("language") == "ar")
    }
  }

  struct RTF: CustomTestStringConvertible {
    let testDescription: String
    let source: String
    let text: String
  }

  static let rtf = [
    RTF(
      testDescription: "paragraphs, marks, fonts and pictures",
      source:
        #"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Helvetica;}}{\colortbl;\red0\green0\blue0;}{\*\generator X;}{\info{\title T\'e4glich}{\author Zo\'eb}}{\header Head\par}\pard\f0\fs24 The \b bridge\b0  is \'93open\'94.\par {\pict\pngblip 89504e47}Next\line line\tab x\{\}\\\par}"#,
      text: "The bridge is “open”.\n\nNext\nline\tx{}\\"),
    RTF(
      testDescription: "Unicode with what stands for it, characters of two units",
      source: #"{\rtf1\ansi\uc1 A \u233? \u-10179?\u-8704? \uc2\u8364\'80\'80x {\uc0\u1575}\u1604ab.}"#,
      text: "A é 😀 €x ال."),
    RTF(
      testDescription: "an Arabic font",
      source:
        #"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset178 Arial (Arabic);}}{\f1 \'c7\'e1\'da\'d1\'c7\'de} \'e9\par}"#,
      text: "العراق é"),
    RTF(
      testDescription: "fields, hyperlinks and tables",
      source:
        #"{\rtf1 See {\field{\*\fldinst HYPERLINK "https://v.example"}{\fldrslt the \'e9cole}}.\par\trowd One\cell Two\cell\row}"#,
      text: "See the école.\n\nOne | Two |"),
    RTF(
      testDescription: "one that was cut in a word", source: #"{\rtf1\ansi The br\'efdge is op{\b en\'"#,
      text: "The brïdge is open"),
  ]

  @Test(arguments: rtf)
  func `RTF gives its words`(_ c: RTF) throws {
    for name in ["a.rtf", "a"] {
      #expect(try InputFile.documents(c.source, name: name).map(\.text) == [c.text])
    }
  }

  @Test func `RTF says who wrote it`() throws {
    let document = try #require(try InputFile.documents(Self.rtf[0].source, name: "a.rtf").first)
    #expect(document.said("title") == "Täglich" && document.said("author") == "Zoë")
  }

  @Test func `groups without end are read in time that grows with them`() throws {
    let source = "{\\rtf1 \\'e9 " + String(repeating: "{\\b x", count: 100_000)
    #expect(try InputFile.documents(source, name: "a.rtf").first?.text.count == 100_002)
  }

  @Test func `compressed members are unpacked`() throws {
    // As Python's zipfile writes one.
    let file =
      "UEsDBBQAAAAIAAAAZVixOohhUQAAANUAAAARAAAAd29yZC9kb2N1bWVudC54bWyzKbdKyU8uzU3NK1GoyM3JK7Yqt1UqV7KzKbdK"
      + "yk+pBNEFIKIIRJTYhWSkKiQVHV6fkp6qkFmskF+Qmqdnow+SAZFFYLKAnpr0Ye7UR3jEDgBQSwECFAMUAAAACAAAAGVYsTqIYVEA"
      + "AADVAAAAEQAAAAAAAAAAAAAAgAEAAAAAd29yZC9kb2N1bWVudC54bWxQSwUGAAAAAAEAAQA/AAAAgAAAAAAA"
    let bytes = Array(try #require(Data(base64Encoded: file)))
    let texts = try InputFile.documents(bytes, name: "a.docx").map(\.text)
    #expect(texts == [Array(repeating: "The brïdge is open.", count: 3).joined(separator: "\n\n")])
  }

  @Test func `a damaged archive is told`() throws {
    let file = Self.docx(Self.paragraph("é"))
    let cut = try InputFile.error(Array(file.dropLast(60)), name: "a.docx")
    #expect(cut?.hasSuffix("it is a zip archive that was cut, or none") == true)
    let wrong = ZipFile.bytes([("mimetype", "")], packed: [("word/document.xml", [0xFF, 0xFF, 0xFF, 0xFF])])
    #expect(try InputFile.error(wrong, name: "a.docx")?.hasSuffix("is damaged, or encrypted") == true)
    let empty = try InputFile.error(Self.docx(""), name: "a.docx")
    #expect(empty?.hasSuffix("is an office document without any text to read") == true)
    #expect(try InputFile.error(Array("{\\rtf1 }".utf8), name: "a.rtf")?.contains("without any text") == true)
  }
}
