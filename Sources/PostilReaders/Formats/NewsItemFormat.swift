import PostilModel

/// News items in the IPTC's XML: NewsML-G2, alone or several in a message, and NITF.
struct NewsItemFormat: CollectionFormat {
  let name = "newsml"
  let title = "a news item in XML"
  let endings: Set<String> = ["nitf"]

  func recognizes(_ head: FileHead) -> Bool {
    head.rootElement?.split(separator: ":").last.map { ["newsitem", "newsmessage", "nitf"].contains($0) } ?? false
  }

  func members(of source: DocumentSource, _ options: ReaderOptions, each: (FileMember) throws -> Bool) throws {
    let tree = XMLTree(HTMLEncoding(of: try source.bytes(), fallback: options.encoding).utf8)
    let items = tree.all("newsitem")
    var number = 0
    for place in items.isEmpty ? tree.all("nitf") : items {
      let content = items.isEmpty ? NITFArticle(tree, place).content : NewsMLItem(tree, place).content
      guard let content else { continue }
      number += 1
      guard try each(FileMember(id: String(number), content)) else { return }
    }
  }
}

/// What is known of a news item, whatever its form.
private struct NewsItem {
  var title: String?
  var body = ""
  var outlet: String?
  var author: String?
  var section: String?
  var language: String?
  var url: String?
  var guid: String?
  /// The first that is written counts.
  var dates: [String?] = []

  /// Nil without title and text.
  var content: FileContent? {
    let written = dates.lazy.compactMap { $0 }.first
    return FileContent(
      title: title, body: body,
      metadata: Features(known: [
        ("title", title), ("outlet", outlet), ("author", author), ("section", section), ("language", language),
        ("url", url), ("guid", guid),
      ]), dating: InputDate(written.map { .string($0) }, origin: .record, language: language))
  }
}

/// An article in NITF, the News Industry Text Format.
private struct NITFArticle {
  private let tree: XMLTree
  private let place: Int

  init(_ tree: XMLTree, _ place: Int) { (self.tree, self.place) = (tree, place) }

  private func first(_ name: String) -> Int? { tree.all(name, in: place).first }
  private func line(_ name: String) -> String? { tree.line(at: first(name)) }
  private func attribute(_ name: String, of element: String) -> String? {
    first(element).flatMap { tree[$0].attribute(name) }
  }

  /// What the article itself is; nil without title and text.
  var content: FileContent? { item.content }

  /// The second headline, then the paragraphs without pictures and their captions.
  var body: String {
    let text = first("body.content").map { tree.markup(at: $0, leavingOut: ["media", "nitf-table-metadata"]) } ?? ""
    // What NITF calls so, HTML calls a heading.
    let paragraphs = MarkupText.plain(text.replacing("<hl2", with: "<h2").replacing("</hl2>", with: "</h2>"))
    return [line("hl2").flatMap { paragraphs.contains($0) ? nil : $0 }, paragraphs].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  var item: NewsItem {
    NewsItem(
      title: line("hl1") ?? line("title"), body: body,
      outlet: attribute("name", of: "pubdata") ?? line("distributor"),
      author: first("byline").flatMap { tree.all("person", in: $0).first }.flatMap { tree.line(at: $0) }
        ?? line("byline"),
      section: attribute("position.section", of: "pubdata"),
      language: tree[place].attribute("lang") ?? attribute("lang", of: "body.content"),
      url: attribute("ex-ref", of: "pubdata"), guid: attribute("id-string", of: "doc-id"),
      dates: [
        attribute("norm", of: "date.issue"), attribute("date.publication", of: "pubdata"),
        attribute("norm", of: "story.date") ?? line("story.date"), attribute("norm", of: "date.release"),
      ])
  }
}

/// An item of NewsML-G2 with words in it.
private struct NewsMLItem {
  private let tree: XMLTree
  private let place: Int
  private let itemData: Int?
  private let contentData: Int?

  init(_ tree: XMLTree, _ place: Int) {
    (self.tree, self.place) = (tree, place)
    itemData = tree.first("itemmeta", of: place)
    contentData = tree.first("contentmeta", of: place)
  }

  private func line(_ name: String, in parent: Int?) -> String? {
    tree.line(at: parent.flatMap { tree.first(name, of: $0) })
  }

  /// What an element names: by a name in it, or by its attributes.
  private func name(_ element: String, in parent: Int?) -> String? {
    guard let found = parent.flatMap({ tree.first(element, of: $0) }) else { return nil }
    return line("name", in: found) ?? tree[found].attribute("literal") ?? tree[found].attribute("uri")
      ?? tree[found].attribute("qcode") ?? tree.line(at: found)
  }

  /// Nil for pictures, packages and items whose words stand elsewhere.
  var content: FileContent? {
    guard let contents = tree.first("contentset", of: place) else { return nil }
    let articles = tree.all("nitf", in: contents)
    let inline = tree.children(of: contents).filter { ["inlinexml", "inlinedata"].contains(tree[$0].localName) }
    var item = articles.first.map { NITFArticle(tree, $0).item } ?? NewsItem()
    if articles.isEmpty {
      item.body = inline.map { MarkupText.plain(tree.markup(at: $0)) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    guard !item.body.isEmpty else { return nil }
    item.title = line("headline", in: contentData) ?? item.title ?? line("title", in: itemData)
    item.outlet = name("infosource", in: contentData) ?? name("provider", in: itemData) ?? item.outlet
    item.author = line("by", in: contentData) ?? name("creator", in: contentData) ?? item.author
    item.language =
      contentData.flatMap { tree.first("language", of: $0) }.flatMap { tree[$0].attribute("tag") } ?? item.language
      ?? tree[place].attribute("lang")
    item.guid = tree[place].attribute("guid") ?? item.guid
    let own = [line("contentcreated", in: contentData), line("firstcreated", in: itemData)]
    item.dates = own + item.dates + [line("versioncreated", in: itemData)]
    return item.content
  }
}
