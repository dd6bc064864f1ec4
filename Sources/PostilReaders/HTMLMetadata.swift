#if HTMLReader
  import PostilModel

  /// What a page says of itself: Open Graph, Dublin Core, `meta` names, microdata, `time`, and JSON-LD.
  struct HTMLMetadata {
    private let values: [String: String]
    private let page: HTMLElement
    private let all: [HTMLElement]

    init(_ page: HTMLElement) {
      self.page = page
      all = page.all()
      var values: [String: String] = [:]
      for element in all where element.name == "meta" {
        let name = element.attribute("property") ?? element.attribute("name") ?? element.attribute("itemprop")
        guard let name = name?.lowercased(), let content = element.attribute("content"), !content.isEmpty else {
          continue
        }
        if values[name] == nil { values[name] = Self.line(content) }
      }
      self.values = values
    }

    /// The headline.
    var title: String? {
      values["og:title"] ?? text(of: "h1") ?? text(of: "title")
    }

    /// The metadata of the document, `date` as yyyy-mm-dd.
    var features: Features {
      var features = Features()
      func set(_ name: String, _ value: String?) { if let value, !value.isEmpty { features[name] = .string(value) } }
      set("title", title)
      set("date", date)
      set("outlet", first("og:site_name", "publisher", "dc.publisher", "application-name"))
      set("author", first("author", "article:author", "dc.creator"))
      set("section", first("article:section", "section"))
      set("language", page.attribute("lang"))
      set(
        "url",
        all.first { $0.name == "link" && $0.attribute("rel") == "canonical" }?.attribute("href") ?? values["og:url"])
      return features
    }

    private func first(_ names: String...) -> String? { names.lazy.compactMap { values[$0] }.first }

    private var date: String? {
      let named = first(
        "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.issued", "pubdate",
        "publish-date", "parsely-pub-date")
      let marked = all.first { $0.attribute("itemprop") == "datePublished" }?.attribute("datetime")
      let times = all.lazy.filter { $0.name == "time" }.compactMap { $0.attribute("datetime") }
      return [named, linked, marked].compactMap(\.self).compactMap(Self.day).first ?? times.compactMap(Self.day).first
    }

    /// `datePublished` of a JSON-LD script.
    private var linked: String? {
      for script in all where script.name == "script" && script.attribute("type") == "application/ld+json" {
        if let match = script.allText.firstMatch(of: /"datePublished"\s*:\s*"([^"]+)"/) { return String(match.1) }
      }
      return nil
    }

    private static func day(_ value: String) -> String? {
      let day = String(value.prefix(10))
      return DocumentDate.isValid(day) ? day : nil
    }

    private func text(of name: String) -> String? {
      all.first { $0.name == name }.map { Self.line($0.allText) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func line(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
#endif
