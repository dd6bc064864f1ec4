import PostilJSON
import PostilModel
import PostilRecords

/// What a page holds of a document: its text and annotations as JSON, from which the script draws them when they come into
/// view, so that a page of thousands of documents opens at once.
///
/// `{"t":text,"l":language,"b":[start,end,…],"a":[[id,start,end,type,[name,value,…],[place,…]],…]}`: offsets in code points, `b`
/// boilerplate, annotations in the order of the text with what the panel tells of each and the places in `a` of those that it was
/// made of. Names, and values that are numbers, are places in the page's ``HTMLWords``.
struct HTMLDocument {
  private let document: AnnotatedDocument
  private let order: ReportOrder
  private let bytes: [UInt8]
  private let offsets: OffsetMap

  init(_ document: AnnotatedDocument, _ order: ReportOrder) {
    self.document = document
    self.order = order
    bytes = Array(document.document.text.utf8)
    offsets = OffsetMap(document.document.text)
  }

  /// The object, so written that it can stand in a script.
  func json(_ words: inout HTMLWords) -> [UInt8] {
    var json = JSONBytes()
    let places = Dictionary(uniqueKeysWithValues: order.indices.enumerated().map { ($1, $0) })
    json.object { json in
      json.field("t", document.document.text)
      json.field("l", document.document.detectedLanguage)
      json.key("b")
      json.array { json in for span in document.boilerplate { put(span, &json) } }
      json.key("a")
      json.array { json in for index in order.indices { put(index, places, &words, &json) } }
    }
    return HTMLText.inScript(json.bytes)
  }

  private func put(_ span: Span, _ json: inout JSONBytes) {
    json.integer(offsets.codePointOffset(ofUTF8: span.start))
    json.integer(offsets.codePointOffset(ofUTF8: span.end))
  }

  private func put(_ index: Int, _ places: [Int: Int], _ words: inout HTMLWords, _ json: inout JSONBytes) {
    let annotation = document.annotations[index]
    json.array { json in
      json.string(order.ids[index])
      put(annotation.span, &json)
      json.integer(words.number(of: annotation.type))
      json.array { json in
        func tell(_ name: String, _ value: String) {
          json.integer(words.number(of: name))
          json.integer(words.number(of: value))
        }
        if let decision = annotation.provenance.decision { tell("decided by", decision) }
        for feature in annotation.features {
          json.integer(words.number(of: feature.name))
          json.string(HTMLTables.plain(feature.value, bytes, order))
        }
        if let module = annotation.provenance.module { tell("module", module) }
        for rule in annotation.provenance.rules { tell("rule", rule) }
      }
      json.array { json in for source in annotation.provenance.annotations { json.integer(places[source] ?? 0) } }
    }
  }
}
