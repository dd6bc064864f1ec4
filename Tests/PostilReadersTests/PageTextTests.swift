import Foundation
import PostilModel
import PostilReaders
import Testing

/// Which part of a web page is taken as its text.
@Suite struct PageTextTests {
  private static let sentence =
    "Émilie Roche 🙂 said in العراق on Monday that the harbour would open again, and that no one had been asked to leave the town. "
  /// Paragraphs that are told apart by a number.
  private static func paragraphs(_ count: Int) -> String {
    (1...count).map { "<p>Paragraph \($0). \(sentence)</p>" }.joined(separator: "\n")
  }

  private static func page(_ body: String) -> String {
    """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>The harbour opens</title></head><body>
    <ul class="menu"><li><a href="/">Home</a></li><li><a href="/world">World and region</a></li></ul>
    \(body)
    <div class="footer"><a href="/imprint">Imprint of this site</a></div></body></html>
    """
  }

  private func text(_ page: String) throws -> String { try PageFile.document(page).text }

  @Test(arguments: [
    "with-sidebar", "has-nav", "no-comments", "share-enabled", "int-nav", "content no-sidebar", "layout has-sidebar",
    "entry share",
    "category-social", "tag-newsletter", "article-ad-marker", "no-share", "sidebar-left", "post related", "page-menu",
    "banner", "promo",
    "teaser", "widget", "cookie-page", "popup", "newsletter", "print", "comments-open", "ads", "footer-dark",
    "breadcrumb", "modal-open",
    "social", "toc", "sponsored",
  ])
  func `a class name on a wrapper does not throw the article out`(_ name: String) throws {
    let text = try text(Self.page("<div class=\"\(name)\"><h1>The harbour opens</h1>\(Self.paragraphs(6))</div>"))
    #expect((1...6).allSatisfy { text.contains("Paragraph \($0).") })
    #expect(!text.contains("World and region"))
    #expect(!text.contains("Imprint"))
  }

  @Test(arguments: ["aside", "nav", "footer", "dialog", "section role=complementary", "div role=dialog", "div hidden"])
  func `an article that stands whole in an element for other things is kept`(_ element: String) throws {
    let name = element.prefix { $0 != " " }
    let text = try text(Self.page("<\(element)>\(Self.paragraphs(5))</\(name)>"))
    #expect((1...5).allSatisfy { text.contains("Paragraph \($0).") })
  }

  @Test(arguments: [
    #"<div id="onetrust-consent-sdk"><p>"#, #"<div id="CybotCookiebotDialog"><p>"#, #"<div id="didomi-host"><p>"#,
    #"<div role="dialog"><p>"#, #"<div class="cookie-banner"><p>"#, #"<amp-consent><p>"#,
    #"<div class="comments"><blockquote>"#,
    #"<div id="disqus_thread"><p>"#, #"<section id="respond"><p>"#, #"<ol class="comment-list"><li>"#, #"<aside><p>"#,
    #"<div class="related-posts"><p>"#, #"<div style="display: none"><p>"#, #"<div class="newsletterSignup"><p>"#,
  ])
  func `layers, comments and teasers beside an article are left out`(_ opening: String) throws {
    let other =
      "“We never agreed to any of this,” a stranger wrote below, in words that nobody else on this page had used before."
    for body in [
      Self.paragraphs(5) + opening + other, opening + other + "</p></div></section></aside></ol>" + Self.paragraphs(5),
    ] {
      let text = try text(Self.page("<div class=\"story\">\(body)</div>"))
      #expect(text.contains("Paragraph 5."))
      #expect(!text.contains("stranger"), "\(opening)")
    }
  }

  @Test func `teasers in a row are left out, a lead of that class is kept`() throws {
    let teaser =
      #"<div class="teaser"><h3><a href="/x">Ten hats</a></h3><p>Ten hats that anybody may wear to a wedding in the spring, or may leave at home.</p></div>"#
    let lead =
      #"<div class="teaser-text"><p>The harbour of the town opens on Monday, five years after the great storm closed it.</p></div>"#
    let text = try text(Self.page("<div>\(lead)\(Self.paragraphs(5))</div><div>\(teaser)\(teaser)\(teaser)</div>"))
    #expect(text.contains("five years after the great storm"))
    #expect(!text.contains("Ten hats"))
  }

  @Test func `lists of links are left out with their headings, lists of words are kept`() throws {
    let links =
      "<h3>Read more</h3><ul><li><a href='/1'>Ten hats that anybody may wear</a></li><li><a href='/2'>Nine shoes</a></li></ul>"
    let words = "<p>They agreed on:</p><ul><li>a new pier</li><li>two cranes</li></ul>"
    let text = try text(Self.page("<div>\(Self.paragraphs(3))\(words)\(Self.paragraphs(3))\(links)</div>"))
    #expect(text.contains("They agreed on:\n\na new pier\ntwo cranes"))
    #expect(!text.contains("hats") && !text.contains("Read more"))
  }

  @Test func `the article in JSON-LD stands in for a preview, and is no second copy of what is shown`() throws {
    let full = (1...5).map { "Paragraph \($0). \(Self.sentence)" }.joined(separator: "\\n\\n")
    let script =
      #"<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "articleBody": "\#(full)"}]}</script>"#
    let preview = try text(Self.page(script + Self.paragraphs(1) + "<p>Subscribe to read on.</p>"))
    #expect(preview.contains("Paragraph 5.") && !preview.contains("Subscribe"))
    let whole = try text(Self.page(script + Self.paragraphs(5)))
    #expect(whole.components(separatedBy: "Paragraph 5.").count == 2)
  }

  @Test func `JSON-LD between comment marks, with line ends in strings and a comma too many, is read`() throws {
    let script = """
      <script type="application/ld+json"><!--
      {"@type": ["NewsArticle"], "headline": "A
      new pier", "datePublished": "2024-03-05", "author": [{"name": "Ann Lee"}, {"name": "Bo Roe"}],}
      --></script>
      """
    let document = try PageFile.document("<html>\(script)<body>\(Self.paragraphs(3))</body></html>")
    #expect(document.metadata["title"]?.string == "A new pier")
    #expect(document.metadata["author"]?.string == "Ann Lee, Bo Roe")
    #expect(document.date == DocumentDate(value: "2024-03-05", origin: .linkedData))
  }

  @Test func `tags that are never closed lose nothing`() throws {
    let open = (1...600).map { "<p><font><b>Paragraph \($0). \(Self.sentence)" }.joined()
    let text = try text("<body>" + open)
    #expect((1...600).allSatisfy { text.contains("Paragraph \($0).") })
  }

  @Test(arguments: ["div", "b", "table><tr><td", "blockquote", "ul><li"])
  func `what stands behind and inside deeply nested elements is kept`(_ tag: String) throws {
    let deep = String(repeating: "<\(tag)>", count: 2_000)
    let text = try text("<p>First. \(Self.sentence)</p>\(deep)<p>Inside. \(Self.sentence)</p>")
    #expect(text.contains("First.") && text.contains("Inside."))
    let behind = deep + String(repeating: "</\(tag.prefix { $0 != ">" })>", count: 2_000)
    #expect(try self.text("<p>First. \(Self.sentence)</p>\(behind)<p>Last. \(Self.sentence)</p>").contains("Last."))
  }

  @Test func `a tag of many attributes is read`() throws {
    let attributes = (0..<200_000).map { " a\($0)=\"\($0)\"" }.joined()
    #expect(try text("<p\(attributes)>é First. \(Self.sentence)</p>").contains("é First."))
  }

  @Test(arguments: [
    ("é Baghdad</br>Ada Brandt met him.", "é Baghdad\nAda Brandt met him."),
    ("é One</p><p>two</body></html>three", "é One\n\ntwo\n\nthree"),
    ("é Tom &comma; Jo &lpar;and Al&rpar; &amp; Bo", "é Tom , Jo (and Al) & Bo"),
    ("é &#147;We agreed&#148; &#x2013; &#x80;", "é “We agreed” – €"),
    ("é AT&T &copy 2024 &notit; &unknown;", "é AT&T © 2024 ¬it; &unknown;"),
    ("é a < b and <3 > 2", "é a < b and <3 > 2"), ("é <!-- never closed <b>bold</b>", "é bold"),
    ("é <![CDATA[x]]>y", "é y"),
    ("é <a href='?a=1&lt=2'>link</a> and some words", "é link and some words"), ("é a\0b", "é ab"),
    ("<table><tr><th>Firm<th>Año<tr><td>Quorum<td>40</table>", "Firm | Año\nQuorum | 40"),
    ("<pre>é one\n  two\n\nthree</pre>", "é one\ntwo\n\nthree"),
    ("é <script>if (a < b) { x = '<p>no</p>' }</script>yes", "é yes"),
    ("<ul><li>é one<li>two</ul><p>three", "é one\ntwo\n\nthree"),
    ("<p>é <i><b>one</i> two</b> three", "é one two three"), ("é one<br><br>two<br>three", "é one\n\ntwo\nthree"),
  ])
  func `the source is read as browsers read it`(_ source: String, _ expected: String) throws {
    #expect(try text("<body>\(source)") == expected)
  }

  @Test func `a page with a title and hardly any text is told, one with an article is not`() throws {
    let bare = try PageFile.document(Self.page("<p>Please switch JavaScript on.</p>"))
    #expect(bare.remarks.map(\.code) == ["I002"])
    #expect(try PageFile.document(Self.page(Self.paragraphs(3))).remarks.isEmpty)
  }

  @Test func `the title is not said twice`() throws {
    let body = "<h1>The “harbour” opens</h1>" + Self.paragraphs(3)
    let text = try text(
      #"<meta property="og:title" content="The 'Harbour' opens | The Tide"><meta property="og:site_name" content="The Tide">"#
        + body)
    #expect(text.hasPrefix("The “harbour” opens\n\nParagraph 1."))
  }
}
