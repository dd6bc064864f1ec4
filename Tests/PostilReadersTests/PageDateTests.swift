import PostilModel
import PostilReaders
import Testing

/// The day that a web page is from.
@Suite struct PageDateTests {
  private static let article =
    "<p>Émilie Roche 🙂 said in العراق on Monday that the harbour would open again, and that no one had been asked to leave.</p>"

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    var language = "en"
    let page: String
    let date: String?
    var origin: DocumentDate.Origin = .meta
  }

  private static func meta(_ content: String) -> String {
    "<meta name=pubdate content=\"\(content)\"><body><article>\(article)</article>"
  }
  private static func around(_ before: String = "", _ behind: String = "") -> String {
    "<body><article><h1>The harbour opens</h1>\(before)\(article)\(article)\(behind)</article>"
  }

  private static let cases = [
    Case(testDescription: "ISO 8601", page: meta("2010-10-09T23:30:00+02:00"), date: "2010-10-09"),
    Case(testDescription: "RFC 822", page: meta("Sat, 09 Oct 2010 08:00:00 GMT"), date: "2010-10-09"),
    Case(testDescription: "the month in words", page: meta("October 9, 2010"), date: "2010-10-09"),
    Case(testDescription: "the month behind the day", page: meta("9th October 2010"), date: "2010-10-09"),
    Case(testDescription: "full stops", page: meta("09.10.2010"), date: "2010-10-09"),
    Case(testDescription: "day first in Britain", language: "en-GB", page: meta("09/10/2010"), date: "2010-10-09"),
    Case(testDescription: "month first in America", language: "en-US", page: meta("10/09/2010"), date: "2010-10-09"),
    Case(testDescription: "an order nobody can know", page: meta("09/10/2010"), date: nil),
    Case(testDescription: "an order that only one reading has", page: meta("31/10/2010"), date: "2010-10-31"),
    Case(testDescription: "seconds", page: meta("1286582400"), date: "2010-10-09"),
    Case(testDescription: "milliseconds", page: meta("1286582400000"), date: "2010-10-09"),
    Case(testDescription: "digits alone", page: meta("20101009"), date: "2010-10-09"),
    Case(testDescription: "no such day", page: meta("2010-02-30"), date: nil),
    Case(
      testDescription: "a date of the page's language", language: "de",
      page: around("<p class=datum>Sonnabend, 9. Oktober 2010, 8 Uhr</p>"),
      date: "2010-10-09", origin: .byline),
    Case(
      testDescription: "Arabic names and digits", language: "ar",
      page: around("<span class=date>٩ تشرين الأول ٢٠١٠</span>"),
      date: "2010-10-09", origin: .byline),
    Case(
      testDescription: "Chinese", language: "zh", page: around("<span class=time>2010年10月9日 08:00</span>"),
      date: "2010-10-09",
      origin: .byline),
    Case(
      testDescription: "the address",
      page: "<link rel=canonical href='https://a.example/2010/10/09/harbour.html'>" + around(),
      date: "2010-10-09", origin: .address),
    Case(
      testDescription: "the address a night older than the page",
      page: "<link rel=canonical href='https://a.example/2010/09/30/x'>" + meta("2010-10-01T01:00:00Z"),
      date: "2010-10-01"),
    Case(
      testDescription: "numbers of an address that are no day",
      page: "<link rel=canonical href='https://a.example/2010/99/09/x'>" + around(), date: nil),
    Case(
      testDescription: "the article's own time", page: around("<time datetime=2010-10-09>Saturday</time>"),
      date: "2010-10-09", origin: .time),
    Case(
      testDescription: "no time of comments",
      page: around("", "<div class=comments><time datetime=2011-01-01>then</time></div>"), date: nil),
    Case(
      testDescription: "no time of a sidebar",
      page: "<body><aside><time datetime=2011-01-01>then</time></aside>" + around("<time datetime=2010-10-09>é</time>"),
      date: "2010-10-09", origin: .time),
    Case(
      testDescription: "no time of events",
      page: around(
        "<time datetime=2010-10-09>é</time>", "<div class=events><time datetime=2011-01-01>then</time></div>"),
      date: "2010-10-09", origin: .time),
    Case(
      testDescription: "no JSON-LD of a list",
      page:
        #"<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2011-01-01"}]}</script>"#
        + around(), date: nil),
    Case(
      testDescription: "JSON-LD of the article in a graph",
      page:
        #"<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","datePublished":"2010-10-09"}]}</script>"#
        + around(), date: "2010-10-09", origin: .linkedData),
  ]

  @Test(arguments: cases)
  func dates(_ c: Case) throws {
    let document = try PageFile.document("<html lang=\"\(c.language)\"><head><title>The harbour opens</title>\(c.page)")
    #expect(document.date == c.date.map { DocumentDate(value: $0, origin: c.origin) })
  }

  @Test func `a page tells its title, outlet, author, section, language and address`() throws {
    let page = """
      <html lang="ar-IQ"><head><title>الميناء | المدى</title><meta property="og:site_name" content="المدى"><meta name="author" content="Émilie Roche">
      <meta property="article:section" content="Économie"><link rel="canonical" href="https://a.example/ميناء"></head><body>\(Self.article)
      """
    let metadata = try PageFile.document(page).metadata
    let told = ["title", "outlet", "author", "section", "language", "url"].map { metadata[$0]?.string }
    #expect(told == ["الميناء", "المدى", "Émilie Roche", "Économie", "ar-IQ", "https://a.example/ميناء"])
  }
}
