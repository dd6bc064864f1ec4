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
      items(document.items, &json)
      boilerplate(&json)
      names(&json)
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

  private func boilerplate(_ json: inout JSONBytes) {
    guard document.boilerplate != .none else { return }
    json.key("boilerplate")
    json.object { json in
      json.field("words", document.boilerplate.words)
      json.field("statements", document.boilerplate.statements)
      items(document.boilerplate.items, &json)
    }
  }

  private func names(_ json: inout JSONBytes) {
    guard let names = document.names else { return }
    json.key("names")
    json.array { json in
      for name in names {
        json.object { json in
          json.field("kind", name.kind)
          json.field("name", name.name)
          counts("forms", name.forms, &json)
          counts("roles", name.roles, &json)
          counts("acronyms", name.acronyms, &json)
        }
      }
    }
  }

  private func counts(_ field: String, _ counts: [String: Int], _ json: inout JSONBytes) {
    guard !counts.isEmpty else { return }
    json.key(field)
    json.object { json in for key in counts.keys.sorted() { json.field(key, counts[key] ?? 0) } }
  }

  private func items(_ all: [Facet: DocumentSummary.Items], _ json: inout JSONBytes) {
    json.key("items")
    json.object { json in
      for facet in Facet.allCases {
        guard let items = all[facet], !items.isEmpty else { continue }
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
