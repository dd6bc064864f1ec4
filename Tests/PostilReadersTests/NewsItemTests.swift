import Foundation
import PostilModel
import PostilReaders
import Testing

/// NITF, NewsML-G2 and ninjs.
@Suite struct NewsItemTests {
  private static let nitf = """
    <?xml version="1.0" encoding="utf-8"?>
    <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
    <nitf xml:lang="en"><head><title>Slug</title>
    <docdata><doc-id id-string="v-1"/><date.issue norm="20190305T101500Z"/></docdata>
    <pubdata name="Velmora Courier" position.section="News" ex-ref="https://v.example/1"/></head>
    <body><body.head><hedline><hl1>Bridge to Körr opens</hl1><hl2>Nine years of work</hl2></hedline>
    <byline>By <person>Zoë Kostrel</person><byttl>Reporter</byttl></byline><dateline><location>KÖRR</location></dateline></body.head>
    <body.content><p>The bridge &#233; opened.</p>
    <media media-type="image"><media-caption>A caption.</media-caption></media>
    <hl2>Stalls</hl2><p>Bread &amp; honey.</p></body.content>
    <body.end><tagline>The end.</tagline></body.end></body></nitf>
    """

  private static func item(_ contents: String, headline: String = "<headline>جسر</headline>") -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:v:1" version="2" xml:lang="ar">
    <catalogRef href="c"/><rightsInfo><copyrightHolder literal="Velmora"/></rightsInfo>
    <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:VP"><name>Velmora Press</name></provider>
    <versionCreated>2024-03-06T10:00:00Z</versionCreated><firstCreated>2024-03-05T10:00:00Z</firstCreated></itemMeta>
    <contentMeta>\(headline)<by>Zoë Kostrel</by><language tag="ar"/></contentMeta>
    <contentSet>\(contents)</contentSet></newsItem>
    """
  }

  @Test(arguments: ["item.xml", "item", "a.nitf"])
  func `NITF gives its headlines and paragraphs without captions`(name: String) throws {
    let document = try #require(try InputFile.documents(Self.nitf, name: name).first)
    #expect(
      document.text == "Bridge to Körr opens\n\nNine years of work\n\nThe bridge é opened.\n\nStalls\n\nBread & honey.")
    #expect(document.date == DocumentDate(value: "2019-03-05", origin: .record))
    #expect(document.said("outlet") == "Velmora Courier" && document.said("author") == "Zoë Kostrel")
    #expect(document.said("section") == "News" && document.said("url") == "https://v.example/1")
    #expect(document.said("guid") == "v-1" && document.said("language") == "en")
  }

  @Test func `NewsML-G2 has its words in XHTML, NITF or plain text`() throws {
    let xhtml =
      #"<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>افتتح الجسر.</p><p>ثانيا é.</p></body></html></inlineXML>"#
    let nitf = "<inlineXML>\(Self.nitf.components(separatedBy: ".dtd\">").last ?? "")</inlineXML>"
    let plain = "<inlineData contenttype=\"text/plain\">One é.</inlineData>"
    let picture = "<remoteContent href=\"a.jpg\"/>"
    let message =
      "<?xml version=\"1.0\"?><newsMessage><header/><itemSet>"
      + [xhtml, nitf, picture, plain].map { Self.item($0) }.joined() + "<packageItem/></itemSet></newsMessage>"
    let documents = try InputFile.documents(message, name: "m.xml")
    #expect(documents.map(\.id) == ["m.xml#1", "m.xml#2", "m.xml#3"])
    #expect(documents[0].text == "جسر\n\nافتتح الجسر.\n\nثانيا é.")
    #expect(documents[1].text.hasPrefix("جسر\n\nNine years of work\n\nThe bridge é opened."))
    #expect(documents[2].text == "جسر\n\nOne é.")
    #expect(documents[0].date?.value == "2024-03-05T10:00:00Z" && documents[0].said("outlet") == "Velmora Press")
    #expect(documents[0].said("author") == "Zoë Kostrel" && documents[0].said("language") == "ar")
    #expect(documents[0].said("guid") == "urn:newsml:v:1")
  }

  @Test func `a picture alone, and an item that was cut, are told or kept`() throws {
    let picture = Self.item("<remoteContent href=\"a.jpg\"/>")
    #expect(
      try InputFile.error(Array(picture.utf8), name: "a.xml")?.hasSuffix("a news item in XML without any text to read")
        == true)
    let cut = try #require(Self.nitf.range(of: " opened."))
    let documents = try InputFile.documents(String(Self.nitf[..<cut.lowerBound]), name: "a.xml")
    #expect(documents.map(\.text) == ["Bridge to Körr opens\n\nNine years of work\n\nThe bridge é"])
  }

  private static let ninjs = #"""
    {"uri": "https://v.example/1", "type": "text", "versioncreated": "2024-03-06T10:00:00Z", "firstcreated": "2024-03-05T10:00:00Z",
     "language": "ar", "headline": "جسر & é", "byline": "Zoë", "body_xhtml": "<p>افتتح.</p><p>ثانيا.</p>", "infosources": [{"name": "VP"}]}
    """#

  @Test func `ninjs gives an item, or a list of them`() throws {
    let second =
      #"{"uri": "u2", "headlines": [{"role": "main", "value": "Two"}], "bodies": [{"contenttype": "text/plain", "value": "One é."}]}"#
    let picture = #"{"uri": "u3", "type": "picture"}"#
    let one = try InputFile.documents(Self.ninjs, name: "a.json")
    #expect(one.map(\.text) == ["جسر & é\n\nافتتح.\n\nثانيا."])
    #expect(
      one[0].date?.value == "2024-03-05T10:00:00Z" && one[0].said("outlet") == "VP" && one[0].said("author") == "Zoë")
    #expect(one[0].said("guid") == "https://v.example/1")
    let all = try InputFile.documents("[\(Self.ninjs), \(second), \(picture)]", name: "a.json")
    #expect(all.map(\.id) == ["a.json#1", "a.json#2"] && all[1].text == "Two\n\nOne é.")
    let error = try InputFile.error(Array(Self.ninjs.utf8.dropLast(9)), name: "a.json")
    #expect(error?.contains("cannot be read: the file") == true)
  }
}
