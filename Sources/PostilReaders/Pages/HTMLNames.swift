/// The elements of HTML by what they do to a page's text and to one another (HTML Standard, chapters 4 and 13).
enum HTMLNames {
  /// Elements without contents.
  static let empty: Set<String> = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param",
    "source", "track", "wbr",
  ]
  static let headElements: Set<String> = [
    "title", "meta", "link", "script", "style", "base", "noscript", "template", "basefont", "bgsound", "noframes",
  ]
  static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
  /// Elements of other languages, in which any tag may end itself.
  static let foreign: Set<String> = ["svg", "math"]

  /// Elements that stand on lines of their own, with a blank line around.
  static let blocks: Set<String> = headings.union([
    "p", "div", "section", "article", "main", "ul", "ol", "menu", "dir", "blockquote", "pre", "table", "figure",
    "figcaption",
    "header", "footer", "aside", "nav", "form", "fieldset", "dl", "dt", "dd", "address", "hr", "body", "html", "center",
    "details",
    "summary", "hgroup", "li", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "listing", "plaintext", "dialog",
    "search",
    "option", "optgroup", "legend", "label",
  ])
  /// Elements that end a paragraph of the text before and behind them.
  static let paragraphs: Set<String> = blocks.subtracting(lines).subtracting(tableParts).union(["caption"])
  /// Blocks that are one line each.
  static let lines: Set<String> = ["br", "li", "label", "legend", "option", "tr", "summary"]
  static let cells: Set<String> = ["td", "th"]
  /// Elements in which line ends are kept.
  static let preformatted: Set<String> = ["pre", "listing", "plaintext"]
  /// Elements whose contents nobody reads as text.
  static let unread: Set<String> = [
    "script", "style", "noscript", "template", "iframe", "noembed", "noframes", "svg", "annotation", "annotation-xml",
    "button", "select", "datalist", "head",
    "textarea", "object", "video", "audio", "canvas", "map", "title",
  ]
  static let tableParts: Set<String> = ["td", "th", "tr", "tbody", "thead", "tfoot", "caption"]

  /// Elements that end a paragraph that is open.
  static let paragraphEnds: Set<String> = headings.union([
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset",
    "figcaption", "figure",
    "footer", "form", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "ul",
    "li", "dd", "dt", "listing",
  ])
  /// Elements that a paragraph around them outlives.
  static let paragraphScope: Set<String> = cellScope.union(["button"])
  static let cellScope: Set<String> = [
    "td", "th", "caption", "table", "object", "marquee", "applet", "template", "html",
  ]

  /// What an element ends of its own kind, unless the scope lies between.
  static let endedBy: [String: (elements: Set<String>, scope: Set<String>)] = {
    let items = blocks.subtracting(["div", "p", "address", "li", "dt", "dd"])
    let groups: Set<String> = ["tbody", "thead", "tfoot"]
    let table: Set<String> = ["table", "template"]
    return [
      "li": (["li"], items), "dt": (["dt", "dd"], items), "dd": (["dt", "dd"], items),
      "option": (["option"], ["select", "datalist"]), "optgroup": (["option", "optgroup"], ["select"]),
      "td": (cells, table.union(["tr"])), "th": (cells, table.union(["tr"])),
      "tr": (cells.union(["tr", "caption"]), table), "tbody": (cells.union(groups).union(["tr", "caption"]), table),
      "thead": (cells.union(groups).union(["tr", "caption"]), table),
      "tfoot": (cells.union(groups).union(["tr", "caption"]), table),
    ]
  }()
}
