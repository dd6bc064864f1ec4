import PostilModel
import Testing

@testable import PostilIsolation

@Suite struct MessageTests {
  private static let text = "é Mira Kostrel of Velmora 👩‍👩‍👧 met Korr."

  private static let features: Features = [
    "word": "Korr", "many": .list(["Korr", 7, .list([.boolean(true), .list([])])]), "whole": 1e15, "part": -0.125,
    "digits": .digits("9007199254740993"), "empty": "", "span": .span(Span(start: 3, end: 7)),
    "none": .span(Span(start: 0, end: 0)), "other": .annotation(1),
    "record": .record(["é": .annotation(0), "deep": .record(["x": .span(Span(start: 0, end: 2))])]),
  ]

  private static let annotations = [
    Annotation(
      type: "person", span: Span(start: 3, end: 15), features: features,
      provenance: Provenance(
        module: "names", rules: ["en/a", "en/b"], annotations: [1, 0], decision: "names.é",
        refinedBy: ["dates", "names"]),
      givenID: "e1"),
    Annotation(type: "place", span: Span(start: 0, end: 2)),
  ]

  private static let diagnostics = [
    DocumentDiagnostic(code: "L001", message: "é", rule: "en/a", module: "names", span: Span(start: 3, end: 3)),
    DocumentDiagnostic(code: "M001", message: ""),
  ]

  private static let documents = [
    Document(id: "", text: ""),
    Document(
      id: "d/é", set: "s", text: text, metadata: features,
      date: DocumentDate(value: "2024-03-01T10:00", origin: .byline),
      detectedLanguage: "en", given: annotations, givenBoilerplate: [Span(start: 3, end: 7)], remarks: diagnostics),
  ]

  @Test(arguments: documents.indices) func `a worker sees the document that the program has`(_ number: Int) throws {
    let document = Self.documents[number]
    let seen = try DocumentRequest.document(DocumentRequest.bytes(document)[...])
    #expect(seen.id == document.id && seen.set == document.set && seen.text == document.text)
    #expect(seen.metadata == document.metadata && seen.date == document.date)
    #expect(seen.detectedLanguage == document.detectedLanguage && seen.given == document.given)
    #expect(seen.givenBoilerplate == document.givenBoilerplate && seen.remarks == document.remarks)
  }

  private static let records = [
    AnnotatedDocument(
      document: documents[1], annotations: annotations, boilerplate: [Span(start: 0, end: 2)], diagnostics: diagnostics),
    AnnotatedDocument(document: Document(id: "d", text: text), diagnostics: diagnostics, error: "broken: é"),
    AnnotatedDocument(document: documents[0]),
  ]

  private static func bare(_ document: Document) -> Document { document.dated(nil).detected(nil) }

  @Test(arguments: records.indices) func `the program has the record that a worker made`(_ number: Int) throws {
    let record = Self.records[number]
    let bytes = DocumentAnswer.bytes(record)
    let made = try DocumentAnswer.record(bytes[...], of: Self.bare(record.document))
    #expect(made.annotations == record.annotations && made.boilerplate == record.boilerplate)
    #expect(made.diagnostics == record.diagnostics && made.error == record.error)
    #expect(made.document.date == record.document.date && made.document.text == record.document.text)
    #expect(made.document.detectedLanguage == record.document.detectedLanguage)
  }

  @Test func `an answer that was cut is none`() {
    let bytes = DocumentAnswer.bytes(Self.records[0])
    for count in 0..<bytes.count {
      #expect(throws: MessageError.self) {
        try DocumentAnswer.record(bytes[..<count], of: Self.bare(Self.records[0].document))
      }
    }
  }

  @Test func `of an answer that was written over only what lies within its document is taken`() {
    let bytes = DocumentAnswer.bytes(Self.records[0])
    var random = SplitMix(seed: 7)
    var taken = 0
    for _ in 0..<20_000 {
      var damaged = bytes
      for _ in 0...Int(random.next() % 4) {
        damaged[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      guard let record = try? DocumentAnswer.record(damaged[...], of: Self.bare(Self.records[0].document)) else {
        continue
      }
      taken += 1
      let count = Self.text.utf8.count
      #expect(record.annotations.allSatisfy { $0.span.end <= count && !$0.span.isEmpty })
      let references = record.annotations.flatMap {
        $0.provenance.annotations + $0.features.flatMap(\.value.references)
      }
      #expect(references.allSatisfy(record.annotations.indices.contains))
      #expect(record.boilerplate.allSatisfy { $0.end <= count })
    }
    #expect(taken > 0)
  }

  @Test(arguments: [
    ([0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], "more annotations than there are bytes"),
    ([0, 0, 0, 1, 0, 1, 0x61, 1, 1, 0, 0], "a span that begins inside a code point"),
    ([0, 0, 0, 1, 0, 1, 0x61, 0, 0, 0, 0], "an annotation of nothing"),
    ([2], "a truth value that is none"),
  ])
  func `numbers that are none are refused`(_ bytes: [Int], _ what: String) {
    #expect(throws: MessageError.self, "\(what)") {
      try DocumentAnswer.record(bytes.map { UInt8($0) }[...], of: Document(id: "d", text: Self.text))
    }
  }
}
