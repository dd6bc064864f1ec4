import PostilModel

/// The tables of an HTML report; each row leads to its places.
struct HTMLTables {
  private struct Place {
    let target: String
    let label: String
  }

  private var names = HTMLNames()
  private var timeline = HTMLTimeline()
  private var statements: [(speaker: String, sentiment: String, words: String, place: Place)] = []
  private var polls: [(kind: String, question: String, place: Place)] = []

  mutating func add(_ document: AnnotatedDocument, order: ReportOrder, number: Int) {
    let bytes = Array(document.document.text.utf8)
    var (line, offset) = (0, 0)
    for index in order.indices {
      let annotation = document.annotations[index]
      while offset < annotation.span.start {
        if bytes[offset] == 0x0A { line += 1 }
        offset += 1
      }
      let words = String(decoding: bytes[annotation.span.start..<annotation.span.end], as: UTF8.self)
      let place = Place(target: "d\(number)-\(order.ids[index])", label: document.document.id)
      func feature(_ name: String) -> String { annotation.features[name].map { Self.plain($0, bytes, order) } ?? "" }
      switch annotation.type {
      case "timex": timeline.add(feature("value"), .init(target: place.target, words: words))
      case "statement":
        let speaker = [feature("sourceEntity"), feature("source"), "–"].first { !$0.isEmpty } ?? "–"
        statements.append((speaker, feature("sentiment"), words, place))
      case "poll": polls.append((feature("kind"), feature("question").isEmpty ? words : feature("question"), place))
      default:
        let name = feature("entity").isEmpty ? words : feature("entity")
        names.add(
          type: annotation.type, entity: name, words: words, role: feature("role"), passage: line, document: number,
          place: (place.target, place.label))
      }
    }
  }

  var html: String {
    let said = statements.sorted { $0.speaker < $1.speaker }.map {
      [
        HTMLText.escaped($0.speaker),
        "<span class=\"s-\(HTMLText.escaped($0.sentiment))\">\(HTMLText.escaped($0.sentiment))</span>",
        "<a href=\"#\(HTMLText.escaped($0.place.target))\">\(HTMLText.escaped(String($0.words.prefix(220))))</a>",
      ]
    }
    let asked = polls.map {
      [
        HTMLText.escaped($0.kind),
        "<a href=\"#\(HTMLText.escaped($0.place.target))\">\(HTMLText.escaped(String($0.question.prefix(220))))</a>",
      ]
    }
    return table("Names", HTMLNames.columns, names.rows) + names.picture
      + timeline.html
      + table("Statements", ["speaker", "sentiment", "words"], said) + table("Polls", ["kind", "question"], asked)
  }

  private func table(_ title: String, _ columns: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    let head = columns.map { "<th scope=\"col\">\($0)</th>" }.joined()
    let body = rows.map { "<tr>" + $0.map { "<td dir=\"auto\">\($0)</td>" }.joined() + "</tr>" }.joined()
    return
      "<h2>\(title) <small>\(rows.count)</small></h2><table><thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table>"
  }

  /// A value as one line of text.
  static func plain(_ value: FeatureValue, _ bytes: [UInt8], _ order: ReportOrder) -> String {
    switch value {
    case .string(let text): text
    case .number(let number): number.plainText
    case .boolean(let flag): String(flag)
    case .span(let span): String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    case .annotation(let index): order.ids.indices.contains(index) ? order.ids[index] : ""
    case .list(let values): values.map { plain($0, bytes, order) }.joined(separator: ", ")
    case .record(let fields): fields.map { "\($0.name) \(plain($0.value, bytes, order))" }.joined(separator: " ")
    }
  }
}
