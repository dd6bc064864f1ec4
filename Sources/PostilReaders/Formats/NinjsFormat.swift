import PostilJSON
import PostilModel

/// News items in ninjs, the IPTC's JSON: one, or a list of them.
struct NinjsFormat: CollectionFormat {
  private static let bodies = ["body_text", "body_xhtml", "body_html"]

  let name = "ninjs"
  let title = "a news item in JSON"
  let endings: Set<String> = []

  func recognizes(_ head: FileHead) -> Bool {
    guard head.isLikeJSON, head.holds("\"uri\":") || head.holds("\"uri\" :") else { return false }
    return (Self.bodies + ["bodies"]).contains { head.holds("\"\($0)\"") }
  }

  func members(of source: DocumentSource, _ options: ReaderOptions, each: (FileMember) throws -> Bool) throws {
    let text = try TextEncoding.decode(try source.bytes(), as: options.encoding, path: source.displayName)
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.value(of: text)
    } catch {
      throw ReadError(path: source.displayName, kind: .malformed("the file \(error)"))
    }
    var number = 0
    for item in value.array ?? [value] {
      guard let content = Self.content(of: item) else { continue }
      number += 1
      guard try each(FileMember(id: String(number), content)) else { return }
    }
  }

  /// The text of a member, or of the first of its values where it is a list of them.
  private static func text(_ value: JSONValue?, _ list: JSONValue?) -> String? {
    value?.string ?? list?.array?.lazy.compactMap { $0["value"]?.string ?? $0["name"]?.string }.first
  }

  /// Nil without title and text.
  private static func content(of item: JSONValue) -> FileContent? {
    let plain = item["body_text"]?.string
    let markup = bodies.dropFirst().lazy.compactMap { item[$0]?.string }.first ?? text(nil, item["bodies"])
    let body = plain ?? markup.map(MarkupText.plain) ?? ""
    let title = MarkupText.line(text(item["headline"], item["headlines"]))
    let language = item["language"]?.string
    let written = ["firstcreated", "contentcreated", "versioncreated"].lazy.compactMap { item[$0]?.string }.first
    return FileContent(
      title: title, body: body,
      metadata: Features(known: [
        ("title", title),
        ("outlet", Self.text(item["source"], item["infosources"]) ?? item["copyrightholder"]?.string),
        ("author", item["byline"]?.string ?? Self.text(item["by"], item["people"])), ("language", language),
        ("guid", item["uri"]?.string),
      ]), dating: InputDate(written.map { .string($0) }, origin: .record, language: language))
  }
}
