import Foundation
import PostilModel
import PostilReaders
import Testing

/// In what encoding a web page is read.
@Suite struct PageEncodingTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let head: String
    let bytes: [UInt8]
    let text: String
    var option: String? = nil
  }

  private static let arabic: [UInt8] = [0xDE, 0xC7, 0xE1]
  private static let cases = [
    Case(
      testDescription: "iso-8859-1 is windows-1252", head: "<meta charset=iso-8859-1>", bytes: [0x93, 0xE9, 0x94],
      text: "“é”"),
    Case(
      testDescription: "gb2312 is GBK", head: #"<meta http-equiv="Content-Type" content="text/html; charset=gb2312">"#,
      bytes: [0xD6, 0xEC, 0xE9, 0x46, 0xBB, 0xF9], text: "朱镕基"),
    Case(
      testDescription: "a declaration behind a title", head: "<title>x</title><meta charset=windows-1256>",
      bytes: arabic, text: "قال"),
    Case(
      testDescription: "an XML declaration", head: #"<?xml version="1.0" encoding="windows-1256"?>"#, bytes: arabic,
      text: "قال"),
    Case(
      testDescription: "the language where nothing is declared", head: "<html lang='ar'>", bytes: arabic, text: "قال"),
    Case(
      testDescription: "the option where nothing is declared", head: "<p>", bytes: arabic, text: "قال",
      option: "windows-1256"),
    Case(
      testDescription: "the declaration before the option", head: "<meta charset=windows-1252>",
      bytes: [0x93, 0xE9, 0x94], text: "“é”",
      option: "windows-1256"),
    Case(
      testDescription: "UTF-8 before the option", head: "<p>", bytes: Array("قال".utf8), text: "قال",
      option: "windows-1256"),
    Case(
      testDescription: "UTF-8 whatever is declared", head: "<meta charset=iso-8859-1>", bytes: Array("قال “é”".utf8),
      text: "قال “é”"),
    Case(
      testDescription: "one wrong byte costs one character", head: "<meta charset=utf-8>",
      bytes: Array("قال ".utf8) + [0xD9] + Array(" وأضاف".utf8), text: "قال \u{FFFD} وأضاف"),
    Case(
      testDescription: "one wrong byte in another encoding", head: "<meta charset=gbk>",
      bytes: [0xD6, 0xEC, 0xFF, 0x41], text: "朱\u{FFFD}A"),
    Case(
      testDescription: "a declaration behind long scripts",
      head: "<script>\(String(repeating: "var e = 1; ", count: 400))</script><meta charset=gb2312>",
      bytes: [0xD6, 0xEC, 0xE9, 0x46, 0xBB, 0xF9], text: "朱镕基"),
    Case(
      testDescription: "no declaration in a comment", head: "<!-- <meta charset=gbk> -->", bytes: [0x93, 0xE9, 0x94],
      text: "“é”"),
    Case(
      testDescription: "an encoding nobody knows", head: "<meta charset=no-such>", bytes: [0x93, 0xE9, 0x94],
      text: "“é”"),
  ]

  @Test(arguments: cases)
  func encodings(_ c: Case) throws {
    let bytes = Array(c.head.utf8) + Array("<body><p>".utf8) + c.bytes + Array("</p></body>".utf8)
    let document = try PageFile.document(bytes, ReaderOptions(encoding: c.option.flatMap(TextEncoding.init)))
    #expect(document.text.components(separatedBy: "\n").last == c.text)
  }

  @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
  func `a byte order mark comes first`(_ mark: [UInt8]) throws {
    let units = Array("<meta charset=utf-8><p>é العراق 🙂</p>".utf16)
    let bytes = units.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let swapped = units.flatMap { unit in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(try PageFile.document(mark + (mark[0] == 0xFF ? bytes : swapped)).text == "é العراق 🙂")
  }

  @Test func `characters that could not be read are told`() throws {
    let document = try PageFile.document(Array("<p>é é é é é é é é é é é é é é é é é é é é é é ".utf8) + [0xFF])
    #expect(document.remarks.map(\.code) == ["I003"])
  }
}
