import PostilJSON
import PostilModel
import Testing

@testable import PostilRecords

@Suite struct RecordTests {
  private static func bytes(_ record: ReportRecord) -> [UInt8] {
    var json = JSONBytes()
    record.write(to: &json)
    return json.bytes
  }

  @Test(arguments: 0..<400)
  func `documents of every kind come back from their bytes as they were`(seed: Int) throws {
    var maker = RandomDocument(seed: UInt64(seed))
    let document = maker.document()
    let record = ReportRecord(document)
    let bytes = Self.bytes(record)
    let read = try ReportRecord(try JSONParser.value(of: bytes))
    #expect(read == record)
    let back = try read.annotatedDocument()
    #expect(back.document.id == document.document.id && back.document.set == document.document.set)
    #expect(back.document.text.unicodeScalars.elementsEqual(document.document.text.unicodeScalars))
    #expect(back.document.date == document.document.date)
    #expect(back.document.metadata == document.document.metadata)
    #expect(back.annotations == document.annotations)
    #expect(back.boilerplate == document.boilerplate)
    #expect(back.diagnostics == document.diagnostics)
    #expect(back.error == document.error)
    #expect(Self.bytes(ReportRecord(back)) == bytes)
    var (pieces, json): ([UInt8], JSONBytes) = ([], JSONBytes())
    ReportRecord.write(document, to: &json) { json in json.drain { pieces += $0 } }
    #expect(pieces + json.bytes == bytes)
  }

  private static func record(_ annotation: String, text: String = "é Go he") throws -> ReportRecord {
    try ReportRecord(
      try JSONParser.value(
        of: #"{"schema":"postil.report/1","document":{"id":"d"},"text":"\#(text)","annotations":[\#(annotation)]}"#))
  }

  @Test(arguments: ["7", "[[0]]", "[[2, 1]]", "[[2, 4], [3, 5]]", "[[0, 1, 2]]", #"[["a", "b"]]"#, "[[1, 1]]"])
  func `boilerplate that is no list of places in order is refused`(places: String) throws {
    let line =
      #"{"schema":"postil.report/1","document":{"id":"d"},"text":"é Go he","annotations":[],"boilerplate":\#(places)}"#
    let error = #expect(throws: RecordError.self) { try ReportRecord(try JSONParser.value(of: line)) }
    #expect(error?.description == "'boilerplate' of the record is not a list of places [start, end], in order")
  }

  @Test func `boilerplate outside the text is refused`() throws {
    let line =
      #"{"schema":"postil.report/1","document":{"id":"d"},"text":"é Go","annotations":[],"boilerplate":[[2, 9]]}"#
    let record = try ReportRecord(try JSONParser.value(of: line))
    let error = #expect(throws: RecordError.self) { try record.annotatedDocument() }
    #expect(error?.description.contains("2–9") == true)
    #expect(throws: RecordError.self) { try record.checkSpans() }
  }

  @Test func `a span in a list and a reference say what they are, plain lists do not`() throws {
    let text = "é Go he"
    let annotated = AnnotatedDocument(
      document: Document(id: "d", text: text),
      annotations: [
        Annotation(
          type: "statement", span: Span(start: 3, end: 5),
          features: [
            "parts": [.span(Span(start: 3, end: 5))], "by": .annotation(1), "weights": [1, 2],
            "mixed": [.annotation(1), "a"],
          ]), Annotation(type: "person", span: Span(start: 6, end: 8)),
      ])
    let written = String(decoding: Self.bytes(ReportRecord(annotated)), as: UTF8.self)
    #expect(written.contains(#""features":{"parts":[[2,4]],"by":"a2","weights":[1,2],"mixed":["a2","a"]}"#))
    #expect(
      written.contains(#""kinds":{"parts":"list of span","by":"annotation","mixed":["annotation",null]}"#))
  }

  @Test func `numbers beside a text that are called like ends by chance stay numbers`() throws {
    let annotated = AnnotatedDocument(
      document: Document(id: "d", text: "é Go he"),
      annotations: [
        Annotation(
          type: "release", span: Span(start: 3, end: 5), features: ["term": "x", "termStart": 1, "termEnd": 2],
          givenID: "a1")
      ])
    #expect(try ReportRecord(annotated).annotatedDocument().annotations == annotated.annotations)
  }

  @Test func `a reference to an annotation that was taken out stays a text`() throws {
    let record = try Self.record(
      #"{"id":"a1","type":"t","start":0,"end":1,"features":{"in":"a9"},"kinds":{"in":"annotation"},"from":{"annotations":["a9"]}}"#
    )
    let annotation = try #require(try record.annotatedDocument().annotations.first)
    #expect(annotation.features == ["in": "a9"])
    #expect(annotation.provenance.annotations == [])
  }

  struct Fault: CustomTestStringConvertible {
    let testDescription: String
    let annotation: String
    let message: String
  }

  static let faults = [
    Fault(
      testDescription: "no type", annotation: #"{"id":"g","start":0,"end":1}"#, message: "annotation 'g' has no 'type'"),
    Fault(
      testDescription: "no end", annotation: #"{"type":"t","start":0}"#,
      message: "annotation '1' has no span: 'start' and 'end' in code points, the end behind the start"),
    Fault(
      testDescription: "an empty span", annotation: #"{"type":"t","start":1,"end":1}"#,
      message: "annotation '1' has no span: 'start' and 'end' in code points, the end behind the start"),
    Fault(
      testDescription: "an end behind the text", annotation: #"{"type":"t","start":0,"end":8}"#,
      message: "annotation '1' has the span 0–8, which does not lie within the text"),
    Fault(
      testDescription: "features in a list", annotation: #"{"id":"g","type":"t","start":0,"end":1,"features":[1]}"#,
      message: "'features' of annotation 'g' is not an object"),
    Fault(
      testDescription: "an origin that is a text", annotation: #"{"id":"g","type":"t","start":0,"end":1,"by":"me"}"#,
      message: "'by' of annotation 'g' is not an object"),
    Fault(
      testDescription: "a negative start", annotation: #"{"id":"g","type":"t","start":-1,"end":1}"#,
      message: "annotation 'g' has no span: 'start' and 'end' in code points, the end behind the start"),
    Fault(
      testDescription: "a span in texts", annotation: #"{"id":"g","type":"t","start":"0","end":"1"}"#,
      message: "annotation 'g' has no span: 'start' and 'end' in code points, the end behind the start"),
    Fault(
      testDescription: "a feature's span behind the text",
      annotation: #"{"id":"g","type":"t","start":0,"end":1,"features":{"source":"he","sourceStart":5,"sourceEnd":9}}"#,
      message: "the feature 'source' of annotation 'g' has the span 5–9, which does not lie within the text"),
  ]

  @Test(arguments: faults)
  func `a faulty annotation is named with its fault`(_ c: Fault) {
    let error = #expect(throws: RecordError.self) { try Self.record(c.annotation).annotatedDocument() }
    #expect(error?.description == c.message)
  }

  @Test func `another schema, a missing text and a date of no calendar are refused`() throws {
    #expect(throws: RecordError(.noRecord)) { try ReportRecord(.object([])) }
    let head = #"{"schema":"postil.report/1","document":{"id":"d""#
    let textless = try ReportRecord(try JSONParser.value(of: head + #"},"annotations":[]}"#))
    #expect(throws: RecordError(.noText)) { try textless.annotatedDocument() }
    #expect(throws: RecordError(.wrongKind(field: "annotations", expected: "a list"))) {
      try ReportRecord(try JSONParser.value(of: head + #"},"annotations":{}}"#))
    }
    let undated = try ReportRecord(try JSONParser.value(of: head + #","date":"2023-02-30"},"text":""}"#))
    #expect(throws: RecordError(.badDate("2023-02-30"))) { try undated.annotatedDocument() }
  }

  @Test func `metadata called like a field of the document are kept beside it`() throws {
    let record = ReportRecord(
      AnnotatedDocument(document: Document(id: "d", text: "", metadata: ["id": 7, "dateFrom": "x"])))
    #expect(record.metadata.map(\.name) == ["metadata.id", "metadata.dateFrom"])
    #expect(record.id == "d")
  }

  @Test func `40,000 fields of metadata are read, each where it stood`() throws {
    let fields = (0..<40_000).map { #""k\#($0)":\#($0)"# }.joined(separator: ",")
    let line = #"{"schema":"postil.report/1","document":{"id":"d",\#(fields)},"text":"","annotations":[]}"#
    let document = try ReportRecord(try JSONParser.value(of: line)).annotatedDocument()
    #expect(document.document.metadata.count == 40_000)
    #expect(document.document.metadata[39_999].name == "k39999")
  }
}
