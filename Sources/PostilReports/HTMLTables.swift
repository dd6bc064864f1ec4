import PostilModel
import PostilRecords

/// The tables of an HTML report; each row leads to its places.
struct HTMLTables {
  private struct Place {
    let target: String
    let label: String
  }

  /// The style of all sections.
  static let css =
    HTMLTable.css + HTMLTimeline.css + HTMLSpeakers.css + HTMLStances.css + HTMLPolls.css + HTMLNetwork.css

  private var names = HTMLNames()
  private var timeline = HTMLTimeline()
  private var statements: [(speaker: String, sentiment: String, words: String, place: Place)] = []
  private var speakers = HTMLSpeakers()
  private var stances = HTMLStances()
  private var polls = HTMLPolls()

  mutating func add(_ document: AnnotatedDocument, order: ReportOrder, number: Int) {
    let bytes = Array(document.document.text.utf8)
    let spans = SpanIndex(order.indices.map { document.annotations[$0].span })
    var (line, offset) = (0, 0)
    for index in order.indices {
      let annotation = document.annotations[index]
      while offset < annotation.span.start {
        if bytes[offset] == .lineFeed { line += 1 }
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
        let isSomebody = !feature("sourceEntity").isEmpty || !["", "thing"].contains(feature("sourceKind"))
        if isSomebody {
          speakers.add(
            .init(
              target: place.target, words: words, sentiment: feature("sentiment"),
              score: annotation.features["score"]?.number ?? 0), by: speaker)
        }
        let target = annotation.features["target"]?.span ?? Span(start: 0, end: 0)
        // A name deep inside is not praised: `the fight against X`.
        let about = spans.inside(target).lazy.compactMap { inside -> String? in
          let named = document.annotations[order.indices[inside]]
          guard bytes[target.start..<named.span.start].count(where: { $0 == .space }) <= 1 else { return nil }
          return named.features["entity"]?.string
        }.first
        if let about { stances.add(by: speaker, about: about, sentiment: feature("sentiment"), target: place.target) }
      case "poll": polls.add(annotation.features, words: words, target: place.target)
      default:
        let name = feature("entity").isEmpty ? words : feature("entity")
        let served = feature("organization").isEmpty ? feature("country") : feature("organization")
        let office = served.isEmpty || feature("role").isEmpty ? feature("role") : "\(feature("role")) (\(served))"
        names.add(
          type: annotation.type, entity: name, isIdentified: annotation.isName, words: words, role: office,
          passage: line, document: number,
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
    return HTMLTable(title: "Names", columns: HTMLNames.columns, rows: names.rows).html + names.picture
      + timeline.html
      + speakers.html + stances.html
      + HTMLTable(title: "Statements", columns: ["speaker", "sentiment", "words"], rows: said).html + polls.html
  }

  /// A value as one line of text; references by the ids of the report.
  static func plain(_ value: FeatureValue, _ bytes: [UInt8], _ order: ReportOrder) -> String {
    value.text(
      span: { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) },
      annotation: { order.ids.indices.contains($0) ? order.ids[$0] : nil }) ?? ""
  }
}
