import Foundation
import PostilModel
import PostilReaders
import Testing

/// Reports as input, and records with values of every form.
@Suite struct ReportInputTests {
  private func read(_ lines: String, date: String? = nil) throws -> [InputDocument] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("read-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(lines.utf8).write(to: URL(fileURLWithPath: "\(folder)/d.jsonl"))
    let reader = DocumentReader(options: ReaderOptions(date: date))
    var inputs: [InputDocument] = []
    try reader.read(try reader.inputs(for: [folder]).sources) { input in
      inputs.append(input)
      return true
    }
    return inputs
  }

  @Test func `metadata keep their order, their integers and their nesting`() throws {
    let deep = String(repeating: "[", count: 450) + String(repeating: "]", count: 450)
    let record =
      #"{"id":"a","zeta":1,"post":1234567890123456789,"text":"é","alpha":null,"deep":\#(deep),"beta":{"b":1,"a":2}}"#
    let document = try #require(try read(record).first).result.get()
    #expect(document.metadata.map(\.name) == ["zeta", "post", "deep", "beta"])
    #expect(document.metadata["post"] == .digits("1234567890123456789"))
    #expect(document.metadata["beta"]?.record?.map(\.name) == ["b", "a"])
    var levels = 0
    var value = document.metadata["deep"]
    while let list = value?.list {
      levels += 1
      value = list.first
    }
    #expect(levels == 450)
  }

  @Test(arguments: ["\n", "\r\n"], [true, false])
  func `lines longer than what is read at once are whole, and those between them`(end: String, isEnded: Bool) throws {
    let lengths = [3, 1_200_000, 1, 0, 2_500_000, 1_048_576, 5, 3_000_000]
    let texts = lengths.map { "é" + String(repeating: "x", count: $0) }
    let lines = texts.enumerated().map { #"{"id":"\#($0)","text":"\#($1)"}"# }.joined(separator: end)
    let documents = try read(lines + (isEnded ? end : "")).map { try $0.result.get() }
    #expect(documents.map(\.id) == lengths.indices.map(String.init))
    #expect(documents.map(\.text) == texts)
  }

  @Test func `a report's record keeps set, date, ids and what made its annotations`() throws {
    let record =
      #"{"schema":"postil.report/1","document":{"id":"a","set":"s","date":"2024-03-10","dateFrom":"dateline","outlet":"X"},"text":"é Go he","annotations":[{"id":"a7","type":"person","start":5,"end":7,"text":"he","features":{},"by":{"module":"m","rule":"r/x"},"from":{"rules":["r/x","r/y"],"annotations":["a8"]},"refinedBy":["n"]},{"id":"a8","type":"t","start":2,"end":4,"text":"Go","features":{"who":"a7"},"kinds":{"who":"annotation"},"by":{"module":null,"rule":null},"from":{"rules":[],"annotations":[]}}],"diagnostics":[]}"#
    let input = try #require(try read(record, date: "2020-01-01").first)
    let document = try input.result.get()
    #expect(input.set == "s" && document.set == "s")
    #expect(document.date == DocumentDate(value: "2024-03-10", origin: .dateline))
    #expect(document.metadata == ["outlet": "X"])
    #expect(
      document.given.first?.provenance
        == Provenance(module: "m", rules: ["r/x", "r/y"], annotations: [1], refinedBy: ["n"]))
    #expect(document.given.map(\.givenID) == ["a7", "a8"])
    #expect(document.given.last?.features == ["who": .annotation(0)])
  }

  @Test func `a document that failed in a report fails again in the same words`() throws {
    let record =
      #"{"schema":"postil.report/1","document":{"id":"a","set":"s","x":1},"error":"broken: é","diagnostics":[{"code":"L001","message":"m"}]}"#
    let input = try #require(try read(record).first)
    #expect(throws: ReadError.self) { try input.result.get() }
    guard case .failure(let error) = input.result else { return }
    #expect("\(error)" == "broken: é")
    #expect(input.id == "a" && input.set == "s")
    let failure = try #require(input.failure)
    #expect(failure.document.metadata == ["x": 1] && failure.error == "broken: é")
    #expect(failure.diagnostics == [DocumentDiagnostic(code: "L001", message: "m")])
  }

  @Test(
    arguments: [
      (#"{"id":"a","text":"é","annotations":[{"type":"t","start":0,"end":2}]}"#, "annotation '1' has the span 0–2"),
      (#"{"id":"a","text":"é","annotations":[{"start":0,"end":1}]}"#, "annotation '1' has no 'type'"),
      (#"{"schema":"postil.report/1","document":{"id":"a"},"annotations":[]}"#, "no 'text'"),
      (#"[1]"#, "the line is no JSON object"), (#"{"id":"a","text":"é",}"#, "no JSON at byte 22"),
      (#"{"id":[],"text":"é"}"#, "'id' must be text or a number, not a list"),
      (#"{"id":"a","text":{"x":"é"}}"#, "'text' must be text, not an object"),
    ])
  func `a faulty record is refused with its fault`(record: String, message: String) throws {
    let input = try #require(try read(record).first)
    guard case .failure(let error) = input.result else {
      Issue.record("read")
      return
    }
    #expect("\(error)".contains(message))
  }
}
