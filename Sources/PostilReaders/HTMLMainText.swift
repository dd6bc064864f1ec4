#if HTMLReader
  /// Finds the part of a page that is its text, and leaves navigation, advertisements and the like out.
  struct HTMLMainText {
    private static let skipped: Set<String> = [
      "script", "style", "noscript", "template", "nav", "footer", "aside", "iframe", "svg", "button", "select", "head",
      "textarea", "object", "video", "audio",
    ]
    private static let skippedRoles: Set<String> = ["navigation", "banner", "contentinfo", "complementary", "search"]
    private static let skippedClasses: Set<String> = [
      "nav", "navbar", "menu", "breadcrumb", "breadcrumbs", "share", "social", "cookie", "cookies", "related", "advert",
      "advertisement", "ad", "ads", "newsletter", "comments", "sidebar", "promo",
    ]
    private static let blocks: Set<String> = [
      "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre",
      "table", "figure", "figcaption", "header", "form", "fieldset", "dl", "dt", "dd", "address", "hr", "body",
    ]
    private static let lines: Set<String> = ["br", "li", "label", "legend", "option", "tr"]
    private static let cells: Set<String> = ["td", "th"]

    private(set) var text = ""
    private var pending = ""

    init(_ page: HTMLElement) {
      add(Self.root(of: page), depth: 0)
      endBlock()
      while text.last?.isWhitespace == true { text.removeLast() }
    }

    /// The article, main part or article body with most text in paragraphs; the body when there is none.
    private static func root(of page: HTMLElement) -> HTMLElement {
      let all = page.all()
      let candidates = all.filter { element in
        ["article", "main"].contains(element.name ?? "") || element.attribute("itemprop") == "articleBody"
          || element.attribute("role") == "main"
      }
      let best = candidates.map { (element: $0, size: size($0)) }.max { $0.size < $1.size }
      if let best, best.size > 200 { return best.element }
      return all.first { $0.name == "body" } ?? page
    }

    private static func size(_ element: HTMLElement) -> Int {
      element.all().filter { $0.name == "p" }.reduce(0) { $0 + $1.allText.count }
    }

    private static func isSkipped(_ element: HTMLElement, _ name: String) -> Bool {
      if skipped.contains(name) || element.attribute("hidden") != nil || element.attribute("aria-hidden") == "true" {
        return true
      }
      if let role = element.attribute("role"), skippedRoles.contains(role) { return true }
      let classes = [element.attribute("class"), element.attribute("id")].compactMap(\.self)
        .flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber } }
      return classes.contains { skippedClasses.contains(String($0)) } && name != "body"
    }

    private mutating func add(_ element: HTMLElement, depth: Int) {
      if let words = element.ownText { return pending += words }
      guard let name = element.name, depth <= 200, depth == 0 || !Self.isSkipped(element, name) else { return }
      if Self.blocks.contains(name) { endBlock() }
      if Self.lines.contains(name) { endLine() }
      if Self.cells.contains(name), pending.contains(where: { !$0.isWhitespace }) { pending += " | " }
      for child in element.children { add(child, depth: depth + 1) }
      if Self.blocks.contains(name) { endBlock() }
      if Self.lines.contains(name), name != "br" { endLine() }
    }

    /// Puts what is pending on a line of its own.
    private mutating func endLine() {
      let line = pending.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      pending = ""
      if !line.isEmpty { text += line + "\n" }
    }

    /// Ends a paragraph with a blank line.
    private mutating func endBlock() {
      endLine()
      if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
    }
  }
#endif
