import PostilJSON
import PostilModel

/// One document's line of a summary (`Documentation/ReportFormat.md`).
struct SummaryLine {
  let document: DocumentSummary

  init(_ document: DocumentSummary) { self.document = document }

  /// The line without its end; the same document gives the same bytes.
  var bytes: [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.field("set", document.set)
      json.field("id", document.id)
      if document.isFailed {
        json.key("failed")
        json.boolean(true)
      }
      json.field("date", document.date)
      texts("metadata", document.metadata, &json)
      if let words = document.words { json.field("words", words) }
      json.field("statements", document.statements)
      json.field("sketch", document.sketch?.text)
      items(&json)
      polls(&json)
      json.field("text", document.text)
    }
    return json.bytes
  }

  private func texts(_ name: String, _ values: [String: String], _ json: inout JSONBytes) {
    guard !values.isEmpty else { return }
    json.key(name)
    json.object { json in for key in values.keys.sorted() { json.field(key, values[key]) } }
  }

  private func items(_ json: inout JSONBytes) {
    json.key("items")
    json.object { json in
      for facet in Facet.allCases {
        guard let items = document.items[facet], !items.isEmpty else { continue }
        json.key(facet.rawValue)
        json.object { json in
          for name in items.keys.sorted() {
            json.key(name)
            places(items[name] ?? [], scored: facet.isScored, &json)
          }
        }
      }
    }
  }

  private func places(_ places: [Occurrence], scored: Bool, _ json: inout JSONBytes) {
    json.array { json in
      for place in places {
        json.integer(place.start)
        json.integer(place.end)
        guard scored else { continue }
        if let score = place.score { json.number(score) } else { json.null() }
        if let tone = place.tone { json.string(tone.rawValue) } else { json.null() }
      }
    }
  }

  private func polls(_ json: inout JSONBytes) {
    guard !document.polls.isEmpty else { return }
    json.key("polls")
    json.array { json in
      for poll in document.polls {
        json.object { json in
          json.field("question", poll.question)
          json.field("kind", poll.kind)
          json.field("options", poll.options)
          json.key("shares")
          json.array { json in for share in poll.shares { json.number(share) } }
        }
      }
    }
  }
}

extension SummaryLine {
  /// Reads a line back; nil when `value` is none.
  init?(_ value: JSONValue) {
    guard let id = value["id"]?.string, let set = value["set"]?.string else { return nil }
    var items: [Facet: DocumentSummary.Items] = [:]
    for member in value["items"]?.members ?? [] {
      guard let facet = Facet(rawValue: member.name) else { return nil }
      items[facet] = Dictionary(
        (member.value.members ?? []).map { ($0.name, Self.places($0.value, scored: facet.isScored)) }
      ) { first, _ in first }
    }
    document = DocumentSummary(
      id: id, set: set, date: value["date"]?.string,
      metadata: Dictionary((value["metadata"]?.members ?? []).map { ($0.name, $0.value.plainText) }) { first, _ in first
      },
      words: value["words"]?.integer, statements: value["statements"]?.integer ?? 0,
      sketch: value["sketch"]?.string.flatMap(Sketch.init(text:)), text: value["text"]?.string, items: items,
      polls: (value["polls"]?.array ?? []).map(Self.poll), isFailed: value["failed"] == .boolean(true))
  }

  private static func places(_ value: JSONValue, scored: Bool) -> [Occurrence] {
    let values = value.array ?? []
    let width = scored ? 4 : 2
    return stride(from: 0, to: values.count - width + 1, by: width).map { at in
      Occurrence(
        start: values[at].integer ?? 0, end: values[at + 1].integer ?? 0,
        score: scored ? values[at + 2].number : nil,
        tone: scored ? values[at + 3].string.flatMap(Occurrence.Tone.init) : nil)
    }
  }

  private static func poll(_ value: JSONValue) -> PollSummary {
    PollSummary(
      question: value["question"]?.string ?? "", kind: value["kind"]?.string ?? "",
      options: (value["options"]?.array ?? []).compactMap(\.string),
      shares: (value["shares"]?.array ?? []).compactMap(\.number))
  }
}
