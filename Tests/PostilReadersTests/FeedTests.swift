import Foundation
import PostilModel
import PostilReaders
import Testing

/// RSS, RSS 1.0 and Atom.
@Suite struct FeedTests {
  private static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <?xml-stylesheet type="text/xsl" href="a.xsl"?>
    <!-- é <html> -->
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="m">
    <channel><title>Velmora &amp; Korr Courier</title><link>https://v.example/</link><language>en-gb</language>
    <image><title>Logo</title></image>
    <item>
      <media:title>A picture</media:title>
      <title><![CDATA[Bridge to Körr “opens” & closes]]></title>
      <link>https://v.example/1</link><guid isPermaLink="false">tag:1</guid>
      <pubDate>Tue, 05 Mar 2019 23:10:00 EST</pubDate><dc:creator><![CDATA[Zoë Kostrel]]></dc:creator>
      <category>News</category><category><![CDATA[Bridges]]></category>
      <description>A short text …</description>
      <content:encoded><![CDATA[<p>The bridge opened.</p><p>Mayor Émile Brandt <b>walked</b> across&nbsp;it.</p><img src="x"/>]]></content:encoded>
      <media:description>Of the picture, which is long enough to be longer than what the article has to say for itself in all.</media:description>
    </item>
    <item>
      <title>Q&amp;amp;A: what&amp;#8217;s next?</title>
      <description>&lt;p&gt;Escaped &amp;lt;once&amp;gt; é.&lt;/p&gt;</description>
      <pubDate>Yesterday</pubDate><guid>https://v.example/2</guid>
      <author>ada@v.example (Ada Brell)</author>
    </item>
    <item><title>Twice</title><description>&amp;lt;p&amp;gt;Escaped twice, &amp;amp;eacute;.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Again.&amp;lt;/p&amp;gt;</description></item>
    <item><title>Only a title</title></item>
    <item><link>https://v.example/nothing</link></item>
    </channel></rss>
    """

  @Test func `an item is a document with the longest of its texts`() throws {
    let documents = try InputFile.documents(Self.rss, name: "news.xml")
    #expect(documents.map(\.id) == (1...4).map { "news.xml#\($0)" })
    let first = documents[0]
    #expect(
      first.text == "Bridge to Körr “opens” & closes\n\nThe bridge opened.\n\nMayor Émile Brandt walked across\u{A0}it."
        || first.text == "Bridge to Körr “opens” & closes\n\nThe bridge opened.\n\nMayor Émile Brandt walked across it."
    )
    #expect(first.date == DocumentDate(value: "2019-03-05", origin: .record))
    #expect(first.said("outlet") == "Velmora & Korr Courier" && first.said("author") == "Zoë Kostrel")
    #expect(first.said("url") == "https://v.example/1" && first.said("guid") == "tag:1")
    #expect(first.said("language") == "en-gb" && first.metadata["categories"] == ["News", "Bridges"])
    #expect(first.said("file") == "news.xml" && first.said("member") == "1")
  }

  @Test func `what was escaped once or twice is read, a broken date costs the date`() throws {
    let documents = try InputFile.documents(Self.rss, name: "news.rss")
    #expect(documents[1].text == "Q&A: what’s next?\n\nEscaped <once> é.")
    #expect(documents[1].remarks.map(\.code) == ["I001"] && documents[1].date == nil)
    #expect(documents[1].said("author") == "Ada Brell" && documents[1].said("url") == "https://v.example/2")
    #expect(documents[2].text == "Twice\n\nEscaped twice, é.\n\nAgain.")
    #expect(documents[3].text == "Only a title" && documents[3].remarks.map(\.code) == ["I002"])
  }

  @Test func `Atom is read in each of its kinds of text`() throws {
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>بريد فيلمورا</title>
      <entry><title type="html">جسر &lt;b&gt;جديد&lt;/b&gt;</title><id>urn:1</id><updated>2024-03-06T10:00:00Z</updated>
      <published>2024-03-05T10:00:00Z</published><link rel="self" href="https://v.example/self"/><link href="https://v.example/1"/>
      <author><name>زوي</name><uri>https://v.example</uri></author><category term="أخبار"/>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>افتتح الجسر.</p><p>ثانيا.</p></div></content></entry>
      <entry><title>Two</title><summary>Plain &amp; é</summary><updated>2024-03-06T10:00:00Z</updated>
      <content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>With a prefix.</x:p><x:p>More é.</x:p></x:div></content></entry>
      </feed>
      """
    let documents = try InputFile.documents(atom, name: "atom")
    #expect(documents.map(\.text) == ["جسر جديد\n\nافتتح الجسر.\n\nثانيا.", "Two\n\nWith a prefix.\n\nMore é."])
    #expect(documents.map { $0.date?.value } == ["2024-03-05T10:00:00Z", "2024-03-06T10:00:00Z"])
    #expect(documents[0].said("author") == "زوي" && documents[0].said("language") == "ar")
    #expect(documents[0].said("url") == "https://v.example/1" && documents[0].metadata["categories"] == ["أخبار"])
  }

  @Test func `RSS 1.0 has its channel beside its items`() throws {
    let rdf = """
      <?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY x "y">]>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d">
      <channel rdf:about="https://v.example"><title>Courier</title><dc:language>de</dc:language></channel>
      <item rdf:about="https://v.example/1"><title>Brücke</title><link>https://v.example/1</link><description>Sie ist offen.</description><dc:date>2019-03-05T10:00+01:00</dc:date></item>
      </rdf:RDF>
      """
    let documents = try InputFile.documents(rdf, name: "a.rdf")
    #expect(documents.map(\.text) == ["Brücke\n\nSie ist offen."])
    #expect(documents[0].said("outlet") == "Courier" && documents[0].said("language") == "de")
    #expect(documents[0].date?.value == "2019-03-05T10:00+01:00" && documents[0].said("guid") == "https://v.example/1")
  }

  struct Broken: CustomTestStringConvertible {
    let testDescription: String
    let source: String
    let texts: [String]
  }

  static let broken = [
    Broken(
      testDescription: "bare ampersands, unknown references, a mark that begins no tag",
      source: "<rss><channel><item><title>A & B &nbsp;é < C</title></item></channel></rss>", texts: ["A & B é < C"]),
    Broken(
      testDescription: "a feed that was cut in a text",
      source: "<rss><channel><item><title>A é</title></item><item><title>B</title><description><![CDATA[<p>Half a",
      texts: ["A é", "B\n\nHalf a"]),
    Broken(
      testDescription: "elements that are never closed",
      source: "<rss><channel><item><title>A</title><description>é one<b>two</item><item><title>B</item></channel>",
      texts: ["A\n\né onetwo", "B"]),
    Broken(
      testDescription: "markup that is not escaped",
      source:
        "<rss><channel><item><title>A</title><description><p>One é</p><p>Two<br>lines</p></description></item></channel></rss>",
      texts: ["A\n\nOne é\n\nTwo\nlines"]),
    Broken(
      testDescription: "capitals, attributes without quotation marks, white space in front",
      source: "\n\n <RSS version=2.0><Channel><Item><Title>A é</Title></Item></Channel></RSS>", texts: ["A é"]),
  ]

  @Test(arguments: broken)
  func `a broken feed gives what it has`(_ c: Broken) throws {
    let documents = try InputFile.documents(c.source, name: "a.xml")
    #expect(
      documents.map { $0.text.replacingOccurrences(of: "\u{A0}", with: " ").onOneLine } == c.texts.map(\.onOneLine))
  }

  @Test func `the declared encoding counts, a wrong one is told`() throws {
    let head = #"<?xml version="1.0" encoding="windows-1256"?><rss><channel><item><title>"#
    let bytes = Array(head.utf8) + [0xC7, 0xE1, 0xDA, 0xD1, 0xC7, 0xDE] + Array("</title></item></channel></rss>".utf8)
    #expect(try InputFile.documents(bytes, name: "a.xml").map(\.text) == ["العراق"])
    let wrong = Array("<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>A ".utf8) + [0xE9]
    let document = try #require(try InputFile.documents(wrong, name: "a.xml").first)
    #expect(document.text == "A \u{FFFD}" && document.remarks.map(\.code).contains("I003"))
  }

  @Test func `a feed without items is told`() throws {
    let error = try InputFile.error(
      Array("<rss version='2.0'><channel><title>é</title></channel></rss>".utf8), name: "a.xml")
    #expect(error?.hasSuffix("is a news feed without any text to read") == true)
  }

  @Test func `a large feed of open tags is read in time that grows with it`() throws {
    let item = "<item><title>A é</title><description>" + String(repeating: "<b>x", count: 50)
    let documents = try InputFile.documents(
      "<rss><channel>" + String(repeating: item, count: 2_000), name: "a.xml")
    #expect(documents.first?.text.hasPrefix("A é") == true)
  }
}
