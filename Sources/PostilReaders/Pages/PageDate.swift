import PostilModel

/// Finds the day that a page's article was published, the most trusted source first.
struct PageDate {
  private let tree: HTMLTree
  private let reading: WrittenDate

  /// - Parameter language: The page's, where it is known.
  init(_ tree: HTMLTree, language: String?) {
    self.tree = tree
    reading = WrittenDate(language: language)
  }

  /// How many elements with a day are looked at.
  private static let mostMarks = 500
  /// Names of `meta` elements for the day of publication.
  private static let metaNames = [
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "pubdate",
    "publishdate", "publish-date", "publish_date", "published", "publication_date", "publication-date",
    "published_time", "published-date",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date.created", "dcterms.issued", "dcterms.created",
    "dc.created", "dc:created", "rnews:datepublished", "citation_publication_date", "citation_date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "article.published", "article_date_original", "originalpublicationdate", "bt:pubdate",
    "shareaholic:article_published_time",
    "date_published", "article:post_date", "video:release_date", "release_date", "creationdate",
    "datecreated", "doc_date", "weibo:article:create_at", "pdate", "displaydate", "prism.publicationdate", "ptime",
    "buzzpost:published_time",
  ]
  /// Names for a day that may be another one.
  private static let vagueNames = ["date", "dc.date", "dc:date", "dcterms.date", "timestamp", "created"]
  /// Words in the classes of elements that hold a day, and of those that hold another one.
  private static let dateWords: Set<String> = [
    "date", "datetime", "datum", "time", "timestamp", "published", "publish", "pubdate", "publication", "posted",
    "dateline", "byline", "meta",
    "created", "postmeta", "postinfo", "postdate", "info", "fecha", "zeit", "uhrzeit", "data", "dat", "day", "infos",
    "submitted", "postdetails",
    "veroeffentlicht", "detail", "details", "metadata", "author", "autor", "articledate", "pub", "header", "heading",
    "headline", "subtitle",
  ]
  private static let otherWords: Set<String> = [
    "updated", "modified", "update", "comment", "comments", "event", "events", "related", "sidebar", "copyright",
    "footer", "nav",
    "upcoming", "recent", "calendar", "weather", "more", "recommend", "popular", "next", "prev", "archive", "archives",
  ]

  /// - Parameters:
  ///   - linked: `datePublished` of the page's JSON-LD.
  ///   - address: The page's own.
  ///   - article: The article's element, and the lines of the page with the range of the article's.
  func date(linked: String?, address: String?, article: PageArticle) -> DocumentDate? {
    let sources: [(origin: DocumentDate.Origin, day: () -> String?)] = [
      (.address, { address.flatMap(Self.day(ofAddress:)) }), (.linkedData, { linked.flatMap(reading.day) }),
      (.meta, { meta(Self.metaNames) }),
      (.time, { marked(article) }), (.meta, { meta(Self.vagueNames) }), (.byline, { byline(article) }),
    ]
    let days = sources.lazy.compactMap { source in source.day().map { DocumentDate(value: $0, origin: source.origin) } }
    guard let first = days.first, first.origin == .address, let next = days.dropFirst().first,
      [DocumentDate.Origin.linkedData, .meta].contains(next.origin), Self.areNeighbours(first.value, next.value)
    else { return days.first }
    return next
  }

  /// Whether two days follow one another: the address of a page is often older, by a night, than the page.
  private static func areNeighbours(_ one: String, _ other: String) -> Bool {
    let numbers = [one, other].compactMap { day -> Int? in
      let parts = day.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 3 else { return nil }
      // Days since the first of March of the year 0.
      let (year, month) = parts[1] > 2 ? (parts[0], parts[1] - 3) : (parts[0] - 1, parts[1] + 9)
      return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2]
    }
    return numbers.count == 2 && abs(numbers[0] - numbers[1]) == 1
  }

  private func meta(_ names: [String]) -> String? {
    var values: [String: String] = [:]
    for place in tree.places(of: ["meta"]) {
      let element = tree[place]
      guard let content = element.attribute("content"), !content.isEmpty else { continue }
      for name in ["property", "name", "itemprop", "http-equiv"] {
        if let key = element.attribute(name)?.lowercased(), values[key] == nil { values[key] = content }
      }
    }
    return names.lazy.compactMap { values[$0] }.compactMap(reading.day).first
  }

  // MARK: Marked days

  private func words(_ node: HTMLTree.Node) -> Set<String> {
    var words: Set<String> = []
    for name in ["class", "id", "itemprop"] {
      for token in node.attribute(name)?.split(whereSeparator: { !$0.isLetter }) ?? [] {
        words.insert(token.lowercased())
      }
    }
    return words
  }

  /// Whether a place belongs to comments, teasers, events, or what else surrounds an article.
  private func isElsewhere(_ place: Int) -> Bool {
    for (distance, ancestor) in ([place] + Array(tree.ancestors(of: place).prefix(12))).enumerated() {
      let node = tree[ancestor]
      if ["html", "body", "main"].contains(node.name) { break }
      if ["nav", "footer"].contains(node.name) || PageLabel(node) == .comments { return true }
      if node.name == "aside", words(node).isDisjoint(with: Self.dateWords) { return true }
      if distance < 5, !Self.otherWords.isDisjoint(with: words(node)) { return true }
    }
    return false
  }

  /// `itemprop=datePublished`, else the first `time` with a day, in the article or before it.
  private func marked(_ article: PageArticle) -> String? {
    let named = tree.nodes.indices.lazy.filter { place in
      tree[place].attribute("itemprop")?.lowercased().contains("datepublished") == true
    }
    if let day = named.prefix(Self.mostMarks).compactMap({ writtenDay($0) }).first { return day }
    let around = tree.ancestors(of: article.root).first { tree[$0].name == "article" } ?? article.root
    let end = tree[around].end
    let times = tree.places(of: ["time", "abbr"]).prefix(Self.mostMarks).filter { $0 < end && !isElsewhere($0) }
    let days = times.compactMap { place -> (place: Int, day: String, isPublication: Bool)? in
      let node = tree[place]
      guard node.name == "time" || words(node).contains("published"), let day = writtenDay(place) else { return nil }
      let isPublication =
        node.attribute("pubdate") != nil || !words(node).isDisjoint(with: ["published", "pubdate", "publish", "entry"])
      return (place, day, isPublication)
    }
    return (days.first { $0.isPublication } ?? days.first { $0.place >= article.headline } ?? days.last)?.day
  }

  /// The day that an element's attributes give, or its words.
  private func writtenDay(_ place: Int) -> String? {
    let node = tree[place]
    let attributes = ["datetime", "content", "title"].lazy.compactMap { node.attribute($0) }.compactMap(reading.day)
    return attributes.first ?? (tree.words(at: place, exceed: 200) ? nil : reading.day(of: tree.words(at: place)))
  }

  // MARK: Addresses

  /// The day in the path of an address, such as `/2010/10/09/`.
  private static func day(ofAddress address: String) -> String? {
    guard
      let match = address.firstMatch(
        of: /[\/\-_](19[89]\d|20\d\d)([\/\-_]?)(0?[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01]|[1-9])(?!\d)/)
    else { return nil }
    if match.2.isEmpty, match.3.count + match.4.count != 4 { return nil }
    func padded(_ part: Substring) -> String { part.count == 1 ? "0\(part)" : String(part) }
    let day = "\(match.1)-\(padded(match.3))-\(padded(match.4))"
    return DocumentDate.isValid(day) ? day : nil
  }

  // MARK: Bylines

  /// The day in a short line about the headline, in an element whose class speaks of days first.
  private func byline(_ article: PageArticle) -> String? {
    let start = article.headline
    let lines = article.all
    let last = lines.lastIndex { $0.place < tree[article.root].end } ?? 0
    let around = lines.indices.filter { lines[$0].size <= 160 && $0 < last + 4 && !isElsewhere(lines[$0].place) }
    let behind = around.filter { lines[$0].place >= start }
    let before = around.filter { lines[$0].place < start }.suffix(8).reversed()
    func isMarked(_ line: Int) -> Bool {
      tree.ancestors(of: lines[line].place).prefix(3).contains { !words(tree[$0]).isDisjoint(with: Self.dateWords) }
    }
    let candidates =
      behind.prefix(12).filter(isMarked) + before.filter(isMarked) + behind.prefix(6) + before.prefix(4)
      + behind.suffix(8).filter { isMarked($0) || lines[$0].size <= 40 && $0 <= last }
    return candidates.lazy.compactMap { reading.day(of: lines[$0].text) }.first
  }
}
