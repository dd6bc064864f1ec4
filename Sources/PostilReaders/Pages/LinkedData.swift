import PostilJSON
import PostilModel

/// What a page says of its article in JSON-LD (schema.org `Article` and its kinds).
struct LinkedData {
  private let article: JSONValue?
  private let publisher: JSONValue?

  /// - Parameter tree: A page with its scripts.
  init(_ tree: HTMLTree) {
    var things: [JSONValue] = []
    for place in tree.places(of: ["script"]).prefix(500)
    where tree[place].attribute("type")?.lowercased().hasPrefix("application/ld+json") == true {
      guard let value = Self.value(of: tree.words(at: place)) else { continue }
      Self.add(value, to: &things)
    }
    let articles = things.filter { Self.types(of: $0).contains(where: Self.isArticle) }
    article =
      articles.first { $0["datePublished"] != nil } ?? articles.first
      ?? things.first { Self.types(of: $0).contains("WebPage") && $0["datePublished"] != nil }
    publisher = things.first { Self.types(of: $0).contains { $0.hasSuffix("Organization") } }
  }

  var headline: String? { text("headline") }
  var datePublished: String? { text("datePublished") ?? text("dateCreated") }
  var body: String? { text("articleBody") }
  var section: String? { text("articleSection") }
  var language: String? { text("inLanguage") }
  var outlet: String? { Self.names(article?["publisher"]) ?? Self.names(publisher) }
  var author: String? { Self.names(article?["author"]) ?? Self.names(article?["creator"]) }

  private func text(_ name: String) -> String? {
    let value = article?[name]
    return (value?.string ?? value?.array?.first?.string ?? value?["name"]?.string)?.nonEmpty
  }

  /// The names of a thing, or of several.
  private static func names(_ value: JSONValue?) -> String? {
    let all = value?.array ?? value.map { [$0] } ?? []
    let names = all.compactMap { $0.string ?? $0["name"]?.string ?? $0["name"]?.array?.first?.string }
    return names.compactMap(\.nonEmpty).joined(separator: ", ").nonEmpty
  }

  private static func types(of value: JSONValue) -> [String] {
    value["@type"]?.string.map { [$0] } ?? value["@type"]?.array?.compactMap(\.string) ?? []
  }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report"
  }

  /// The things that stand side by side, in a graph, or as what a page is about; not what lists and comments hold.
  private static func add(_ value: JSONValue, to things: inout [JSONValue]) {
    if let values = value.array { for value in values.prefix(200) { add(value, to: &things) } }
    guard value.members != nil else { return }
    things.append(value)
    for name in ["@graph", "mainEntity", "mainEntityOfPage"] where things.count < 500 {
      if let inner = value[name], inner.string == nil { add(inner, to: &things) }
    }
  }

  /// JSON as pages have it: between comment marks, with line ends inside strings, commas behind the last member.
  private static func value(of script: String) -> JSONValue? {
    var script = script.trimmed
    for mark in ["<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"] where script.hasPrefix(mark) {
      script = String(script.dropFirst(mark.count)).trimmed
    }
    for mark in ["-->", "//]]>", "]]>", "/*]]>*/", ";"] where script.hasSuffix(mark) {
      script = String(script.dropLast(mark.count)).trimmed
    }
    if let value = try? JSONParser.value(of: script) { return value }
    let plain = String(String.UnicodeScalarView(script.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    return try? JSONParser.value(of: plain.replacing(/,\s*([}\]])/) { $0.1 })
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
  }
  /// Itself, its white space made single spaces; nil when it holds nothing else.
  var nonEmpty: String? {
    let line = onOneLine
    return line.isEmpty ? nil : line
  }
}
