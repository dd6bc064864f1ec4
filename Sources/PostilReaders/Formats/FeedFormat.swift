import PostilModel

/// A news feed: RSS 0.9 to 2.0, RSS 1.0 (RDF) or Atom; a document an item.
struct FeedFormat: CollectionFormat {
  let name = "feed"
  let title = "a news feed"
  let endings: Set<String> = ["rss", "atom"]

  func recognizes(_ head: FileHead) -> Bool {
    let local = head.rootElement?.split(separator: ":").last
    if local == "rdf" { return head.holds("purl.org/rss/") || head.holds("my.netscape.com/rdf/simple") }
    return local == "rss" || local == "feed"
  }

  func members(of source: DocumentSource, _ options: ReaderOptions, each: (FileMember) throws -> Bool) throws {
    let tree = XMLTree(HTMLEncoding(of: try source.bytes(), fallback: options.encoding).utf8)
    var number = 0
    for place in tree.all("item") + tree.all("entry") {
      guard let content = FeedItem(tree, place).content else { continue }
      number += 1
      guard try each(FileMember(id: String(number), content)) else { return }
    }
  }
}

/// An item of a feed.
private struct FeedItem {
  private static let bodies = [
    "content:encoded", "content", "description", "summary", "dc:description", "xhtml:body", "body",
  ]
  /// What there is of an item that has nothing but a film or a recording.
  private static let otherBodies = ["media:description", "itunes:summary"]
  /// The first that can be read is its date.
  private static let dates = [
    "pubdate", "published", "dc:date", "dcterms:issued", "issued", "dcterms:created", "created", "date", "updated",
    "modified", "dcterms:modified", "atom:updated", "a10:updated",
  ]

  private let tree: XMLTree
  private let place: Int
  /// What holds the items and says what they have in common.
  private let channel: Int?

  init(_ tree: XMLTree, _ place: Int) {
    (self.tree, self.place) = (tree, place)
    let parent = tree[place].parent
    let isChannel = ["channel", "feed"].contains(tree[parent].localName)
    // In RSS 1.0 the channel stands beside the items.
    channel = isChannel ? parent : tree.all("channel").first
  }

  private func line(_ name: String, of place: Int? = nil) -> String? {
    tree.line(at: tree.first(name, of: place ?? self.place))
  }

  /// The longest text of the elements so called; nil when all are empty.
  private func longest(of names: [String]) -> String? {
    let texts = names.flatMap { tree.children($0, of: place) }.map { MarkupText.plain(tree.markup(at: $0)).trimmed }
    return texts.max { $0.utf8.count < $1.utf8.count }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Nil without title and text.
  var content: FileContent? {
    let title = MarkupText.line(tree.first("title", of: place).map { tree.markup(at: $0) })
    let body = longest(of: Self.bodies) ?? longest(of: Self.otherBodies) ?? ""
    let outlet = MarkupText.line(channel.flatMap { tree.first("title", of: $0) }.map { tree.markup(at: $0) })
    var metadata = Features(known: [
      ("title", title), ("outlet", outlet), ("author", author), ("language", language), ("url", address),
      ("guid", line("guid") ?? line("id") ?? tree[place].attribute("about")),
    ])
    let categories = (tree.children("category", of: place) + tree.children("dc:subject", of: place)).compactMap {
      MarkupText.line(tree.words(at: $0)) ?? tree[$0].attribute("label") ?? tree[$0].attribute("term")
    }
    if !categories.isEmpty { metadata["categories"] = .list(categories.map { .string($0) }) }
    return FileContent(title: title, body: body, metadata: metadata, dating: date)
  }

  private var date: InputDate {
    let written = Self.dates.compactMap { line($0) }
    let all = written.map { InputDate(.string($0), origin: .record, language: language) }
    return all.first { $0.date != nil } ?? all.first ?? InputDate(nil, origin: .record)
  }

  private var language: String? {
    line("dc:language") ?? tree[place].attribute("lang")
      ?? channel.flatMap { line("language", of: $0) ?? line("dc:language", of: $0) ?? tree[$0].attribute("lang") }
      ?? tree.nodes.dropFirst().first { !$0.name.isEmpty }?.attribute("lang")
  }

  private var author: String? {
    if let creator = line("dc:creator") { return creator }
    guard let author = tree.first("author", of: place) else { return line("itunes:author") }
    let name = line("name", of: author) ?? tree.line(at: author)
    // RSS has `mail@address (Name)`.
    return name?.firstMatch(of: /^\S+@\S+ \((.+)\)$/).map { String($0.1) } ?? name
  }

  private var address: String? {
    if let original = line("feedburner:origlink") { return original }
    let links = tree.children("link", of: place)
    let link = links.first { (tree[$0].attribute("rel") ?? "alternate") == "alternate" }
    if let link, let address = tree[link].attribute("href") ?? tree.line(at: link) { return address }
    guard let guid = tree.first("guid", of: place), tree[guid].attribute("ispermalink") != "false" else { return nil }
    return tree.line(at: guid).flatMap { $0.hasPrefix("http") ? $0 : nil }
  }
}
