import PostilModel

/// What a page says of itself: Open Graph, Dublin Core, `meta` names, microdata and JSON-LD.
struct HTMLMetadata {
  private let values: [String: String]
  private let tree: HTMLTree
  private let linked: LinkedData

  init(_ tree: HTMLTree, linked: LinkedData) {
    self.tree = tree
    self.linked = linked
    var values: [String: String] = [:]
    for place in tree.places(of: ["meta"]) {
      let element = tree[place]
      let name =
        element.attribute("property") ?? element.attribute("name") ?? element.attribute("itemprop")
        ?? element.attribute("http-equiv")
      guard let name = name?.lowercased(), let content = element.attribute("content")?.nonEmpty else { continue }
      if values[name] == nil { values[name] = content }
    }
    self.values = values
  }

  private func first(_ names: String...) -> String? { names.lazy.compactMap { values[$0] }.first }

  /// The headline, without the outlet's name behind it.
  var title: String? {
    guard
      let title = first("og:title") ?? linked.headline ?? first("twitter:title", "dc.title") ?? text(of: "h1")
        ?? text(of: "title")
    else { return nil }
    guard let outlet, let mark = title.lastIndex(where: { "|-–—·»:".contains($0) }) else { return title }
    let rest = title[title.index(after: mark)...].trimmed
    let isOutlet = rest.caseInsensitiveEquals(outlet)
    return isOutlet ? title[..<mark].trimmed.nonEmpty ?? title : title
  }

  var outlet: String? {
    first("og:site_name") ?? linked.outlet
      ?? first("publisher", "dc.publisher", "dcterms.publisher", "application-name", "citation_journal_title")
  }

  /// Who wrote it; an address is no name.
  var author: String? {
    let named = first(
      "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
      "citation_author", "byl")
    let marked = tree.nodes.indices.first { place in
      tree[place].attribute("rel") == "author" || tree[place].attribute("itemprop")?.lowercased() == "author"
    }
    let written = marked.flatMap { place in tree.words(at: place, exceed: 120) ? nil : tree.words(at: place).nonEmpty }
    return [linked.author, named, written].compactMap(\.self).first { !$0.contains("://") }
  }

  /// As the page's element, its `meta` or its JSON-LD say.
  var language: String? {
    tree.nodes.lazy.compactMap { $0.name == "html" ? $0.attribute("lang") ?? $0.attribute("xml:lang") : nil }.first?
      .nonEmpty
      ?? first("content-language", "og:locale", "language", "dc.language") ?? linked.language
  }

  /// The canonical address.
  var address: String? {
    let links = tree.places(of: ["link"])
    return links.lazy.filter { tree[$0].attribute("rel")?.lowercased() == "canonical" }.compactMap {
      tree[$0].attribute("href")?.nonEmpty
    }.first
      ?? first("og:url")
  }

  /// The metadata of the document, without the date.
  var features: Features {
    var features = Features()
    func set(_ name: String, _ value: String?) { if let value = value?.nonEmpty { features[name] = .string(value) } }
    set("title", title)
    set("outlet", outlet)
    set("author", author)
    set("section", first("article:section", "section", "parsely-section", "sailthru.section") ?? linked.section)
    set("language", language)
    set("url", address)
    return features
  }

  private func text(of name: String) -> String? {
    let places = tree.places(of: [name]).prefix(20).lazy.filter { !tree.words(at: $0, exceed: 2_000) }
    return places.compactMap { tree.words(at: $0).nonEmpty }.first
  }
}

extension String {
  fileprivate func caseInsensitiveEquals(_ other: String) -> Bool { lowercased() == other.lowercased() }
}
