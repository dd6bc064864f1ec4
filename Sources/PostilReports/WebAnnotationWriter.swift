import PostilJSON
import PostilModel
import PostilRecords

/// One page of W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/).
struct WebAnnotationWriter: ReportWriter {
  private let sink: ByteSink
  private var isFirst = true

  init(sink: @escaping ByteSink) { self.sink = sink }

  func begin(_ run: RunInformation) throws {
    try sink(
      Array(
        #"{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","id":"urn:postil:report","items":["#
          .utf8)[...])
  }

  mutating func write(_ document: AnnotatedDocument) throws {
    let source = Self.source(document.document)
    let map = OffsetMap(document.document.text)
    let bytes = Array(document.document.text.utf8)
    for annotation in ExportedAnnotation.all(document) {
      var json = JSONBytes()
      write(annotation, source, map, bytes, &json)
      try sink((Array((isFirst ? "\n" : ",\n").utf8) + json.bytes)[...])
      isFirst = false
    }
  }

  func end(_ outcome: RunOutcome) throws { try sink(Array("\n]}\n".utf8)[...]) }

  private static func source(_ document: Document) -> String {
    let name = document.set.isEmpty ? document.id : "\(document.set)/\(document.id)"
    return "urn:postil:"
      + name.utf8.map { byte in
        let isPlain =
          byte.isASCIIDigit || byte.isASCIILetter
          || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
        return isPlain
          ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }.joined()
  }

  private func write(
    _ annotation: ExportedAnnotation, _ source: String, _ map: OffsetMap, _ bytes: [UInt8], _ json: inout JSONBytes
  ) {
    json.object { json in
      json.field("id", "\(source)#\(annotation.id)")
      json.field("type", "Annotation")
      json.field("motivation", "tagging")
      json.key("body")
      json.array { json in
        Self.body("tagging", annotation.type, "text/plain", &json)
        if !annotation.features.isEmpty { Self.body("describing", annotation.featuresJSON, "application/json", &json) }
      }
      json.key("target")
      json.object { json in
        json.field("source", source)
        json.key("selector")
        json.array { json in selectors(annotation, map, bytes, &json) }
      }
    }
  }

  private static func body(_ purpose: String, _ value: String, _ format: String, _ json: inout JSONBytes) {
    json.object { json in
      json.field("type", "TextualBody")
      json.field("purpose", purpose)
      json.field("format", format)
      json.field("value", value)
    }
  }

  private func selectors(_ annotation: ExportedAnnotation, _ map: OffsetMap, _ bytes: [UInt8], _ json: inout JSONBytes)
  {
    let span = annotation.span
    json.object { json in
      json.field("type", "TextPositionSelector")
      json.field("start", map.codePointOffset(ofUTF8: span.start))
      json.field("end", map.codePointOffset(ofUTF8: span.end))
    }
    json.object { json in
      json.field("type", "TextQuoteSelector")
      json.field("exact", annotation.text)
      json.field("prefix", String(String(decoding: bytes[..<span.start], as: UTF8.self).unicodeScalars.suffix(30)))
      json.field(
        "suffix", String(String(decoding: bytes[span.end...].prefix(160), as: UTF8.self).unicodeScalars.prefix(30)))
    }
  }
}
