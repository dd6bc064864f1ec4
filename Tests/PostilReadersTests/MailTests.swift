import Foundation
import PostilModel
import PostilReaders
import Testing

/// Mails, boxes of them, and pages that browsers save in the form of mails.
@Suite struct MailTests {
  private static let head = """
    Return-Path: <zoe@v.example>
    Received: from a.example
    \tby b.example; Mon, 4 Mar 2024 10:00:00 +0000
    From: =?utf-8?Q?Zo=C3=AB_Kostrel?= <zoe@v.example>
    To: Ada Brell <ada@v.example>
    Subject: =?UTF-8?B?VGhlIGJyaWRnZSDw?= =?UTF-8?B?n5iAIG9wZW5z?=
    Date: Tue, 05 Mar 2024 09:10:11 +0100
    Message-ID: <1@v.example>
    MIME-Version: 1.0

    """

  private static func mail(_ fields: String, _ body: String) -> String { head + fields + "\n\n" + body }

  @Test(arguments: ["\n", "\r\n"])
  func `a mail gives its subject and words, quotations are marked`(end: String) throws {
    let body = """
      The bridge is =C3=B6pen and every=
      body walks.

      On Monday, 4 March 2024
      Ada Brell wrote:
      > When does it open?
      >> I ask.

      Soon.
      --=20
      Zoë
      """
    let text = Self.mail(
      "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable", body)
    for name in ["letter.eml", "letter"] {
      let document = try #require(
        try InputFile.documents(text.replacingOccurrences(of: "\n", with: end), name: name).first)
      let words =
        "The bridge 😀 opens\n\nThe bridge is öpen and everybody walks.\n\nOn Monday, 4 March 2024\nAda Brell wrote:\n> When does it open?\n>> I ask.\n\nSoon.\n-- \nZoë"
      #expect(document.text == words)
      let marked = document.givenBoilerplate.map {
        String(decoding: Array(words.utf8)[$0.start..<$0.end], as: UTF8.self)
      }
      #expect(
        marked == ["On Monday, 4 March 2024\nAda Brell wrote:\n> When does it open?\n>> I ask.", "-- \nZoë"])
      #expect(document.date == DocumentDate(value: "2024-03-05", origin: .record))
      #expect(document.said("author") == "Zoë Kostrel" && document.said("authorAddress") == "zoe@v.example")
      #expect(document.said("messageId") == "<1@v.example>" && document.said("title") == "The bridge 😀 opens")
    }
  }

  struct Body: CustomTestStringConvertible {
    let testDescription: String
    let fields: String
    let body: String
    let text: String
  }

  private static let parts = """
    This is a message in many parts.
    --b1
    Content-Type: multipart/alternative; boundary=b2

    --b2
    Content-Type: text/plain; charset=iso-8859-1

    Plain \u{E9}.
    --b2
    Content-Type: text/html

    <p>Marked.</p>
    --b2--
    --b1
    Content-Type: application/pdf; name*=utf-8''r%C3%A9port.pdf
    Content-Disposition: attachment

    %PDF
    --b1
    Content-Type: message/rfc822

    From: Ada Brell <ada@v.example>
    Subject: Forwarded

    Its words.
    --b1--
    After the end.
    """

  static let bodies = [
    Body(
      testDescription: "an Arabic text in windows-1256 and base64",
      fields: "Content-Type: text/plain; charset=\"windows-1256\"\nContent-Transfer-Encoding: base64",
      body: "x+Ha0cfe\n",
      text: "العراق"),
    Body(
      testDescription: "HTML alone", fields: "Content-Type: text/html; charset=utf-8",
      body: "<html><head><style>p {}</style></head><body><p>One &eacute;</p><p>Two</p></body></html>",
      text: "One é\n\nTwo"),
    Body(
      testDescription: "lines that flow", fields: "Content-Type: text/plain; format=flowed; charset=utf-8",
      body: "A line that \ngoes on é\n> quoted \n> too\n From here",
      text: "A line that goes on é\n> quoted too\nFrom here"),
    Body(
      testDescription: "parts, of which one is chosen, one attached, one a mail",
      fields: "Content-Type: multipart/mixed; boundary=\"b1\"", body: parts,
      text: "Plain é.\n\nFrom: Ada Brell <ada@v.example>\nSubject: Forwarded\n\nIts words."),
    Body(
      testDescription: "parts that were cut", fields: "Content-Type: multipart/mixed; boundary=b1",
      body: "--b1\nContent-Type: text/plain; charset=utf-8\n\nHalf a t\u{E9}", text: "Half a té"),
    Body(
      testDescription: "no boundary", fields: "Content-Type: multipart/mixed", body: "Just é words.",
      text: "Just é words."),
    Body(testDescription: "no type", fields: "X-Spam: no", body: "Just é words.", text: "Just é words."),
    Body(
      testDescription: "a character set that nobody knows", fields: "Content-Type: text/plain; charset=x-unknown",
      body: "Plain words.", text: "Plain words."),
  ]

  @Test(arguments: bodies)
  func `the words of a mail are found in its parts`(_ c: Body) throws {
    let document = try #require(try InputFile.documents(Self.mail(c.fields, c.body), name: "a.eml").first)
    #expect(document.text == "The bridge 😀 opens\n\n" + c.text)
    if c.body == Self.parts { #expect(document.metadata["attachments"] == ["réport.pdf"]) }
  }

  @Test func `a mail of nothing is told, one of a subject too`() throws {
    let nothing = "Received: x\nReturn-Path: y\nMessage-ID: z\n\n"
    #expect(
      try InputFile.error(Array(nothing.utf8), name: "a.eml")?.hasSuffix("a mail without any text to read") == true)
    let subject = try InputFile.documents(Self.head, name: "a.eml")
    #expect(subject.map(\.text) == ["The bridge 😀 opens"] && subject[0].remarks.map(\.code) == ["I002"])
  }

  private static let box = """
    From zoe@v.example Tue Mar  5 09:10:11 2024
    \(mail("Content-Type: text/plain; charset=utf-8", "One é.\n\nFrom here on he walked.\n>From the bridge 2024 at 10:00.\n"))

    From MAILER-DAEMON Wed Mar 06 09:10:11 +0000 2024
    Received: x
    From: ada@v.example (Ada Brell)
    Subject: Zwei
    Message-ID: <2@v.example>

    Two.

    """

  @Test(arguments: ["box.mbox", "box", "box.txt"])
  func `a box gives each mail with the line where it begins`(name: String) throws {
    let documents = try InputFile.documents(Self.box, name: name)
    #expect(documents.map(\.id) == ["\(name)#1", "\(name)#2"])
    #expect(
      documents[0].text == "The bridge 😀 opens\n\nOne é.\n\nFrom here on he walked.\nFrom the bridge 2024 at 10:00.")
    #expect(documents[1].text == "Zwei\n\nTwo." && documents[1].said("author") == "Ada Brell")
    #expect(documents[0].metadata["line"] == 1 && documents[1].metadata["line"] == 19)
  }

  @Test func `a box of many mails is read a mail at a time`() throws {
    let documents = try InputFile.documents(String(repeating: Self.box + "\n", count: 500), name: "a.mbox")
    #expect(documents.count == 1000 && Set(documents.map(\.text)).count == 2)
  }

  private static func archive(_ fields: String) -> String {
    """
    \(fields)
    Subject: =?utf-8?Q?Br=C3=BCcke?=
    Date: Tue, 5 Mar 2024 09:10:11 +0100
    MIME-Version: 1.0
    Content-Type: multipart/related;
    \ttype="text/html";
    \tboundary="----M"

    ------M
    Content-Type: text/html
    Content-Transfer-Encoding: quoted-printable
    Content-Location: https://v.example/1

    <!DOCTYPE html><html lang=3D"en"><head><meta charset=3D"utf-8"><title>The bridge =C3=B6pens</title><meta property=3D"article:published_time" content=3D"2024-03-04"></head><body><article><p>The bridge to Korr opened on Tuesday after nine years of work, and Mayor Brandt walked across it first.</p></article></body></html>
    ------M
    Content-Type: text/css
    Content-Location: https://v.example/a.css

    p { color: red }
    ------M--
    """
  }

  @Test func `a saved page in one file is read as the page`() throws {
    let blink = "From: <Saved by Blink>\nSnapshot-Content-Location: https://v.example/1?a"
    for (name, fields) in [
      ("page.mhtml", blink), ("page", blink), ("page.mht", "X-Other: é"), ("page.txt", "From: <Saved by UnMHT>"),
    ] {
      let document = try #require(try InputFile.documents(Self.archive(fields), name: name).first)
      #expect(document.id == name && document.date?.value == "2024-03-04")
      #expect(
        document.text
          == "The bridge öpens\n\nThe bridge to Korr opened on Tuesday after nine years of work, and Mayor Brandt walked across it first."
      )
      #expect(document.said("url")?.hasPrefix("https://v.example/1") == true)
      #expect(document.said("retrieved") == "Tue, 5 Mar 2024 09:10:11 +0100")
    }
    let empty = "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related\nSubject: é\n\n"
    #expect(
      try InputFile.error(Array(empty.utf8), name: "a.mhtml")?.hasSuffix("a saved page without any text to read")
        == true)
  }

  @Test(arguments: ["From: Ada\nTo: Bo\nSubject: the é pier\n\nA memo.", "From here to there at 10:00 in 2024, é."])
  func `what looks like a mail and is none is a text`(_ text: String) throws {
    #expect(try InputFile.documents(text, name: "a.txt").map(\.text) == [text])
  }
}
