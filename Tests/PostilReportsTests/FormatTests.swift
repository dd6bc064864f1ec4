import Foundation
import PostilJSON
import PostilModel
import PostilRecords
import Testing

@testable import PostilReports

/// The formats of other programs.
@Suite struct FormatTests {
  /// Collects what a writer gives away.
  private final class Files {
    var single: [UInt8] = []
    var named: [String: [UInt8]] = [:]
    func text(_ name: String) -> String { String(decoding: named[name] ?? [], as: UTF8.self) }
    var singleText: String { String(decoding: single, as: UTF8.self) }
  }

  private static let text = "👩‍👩‍👧 «é» Ann\nLee, of \"Acme & <Sons>\", met Bob."

  private func annotation(_ words: String, _ type: String, _ features: Features = [:], in text: String) -> Annotation {
    let range = text.range(of: words)!
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Annotation(
      type: type, span: Span(start: start, end: start + words.utf8.count), features: features,
      provenance: Provenance(module: "m", rules: ["r/x"]))
  }

  private func written(_ format: ReportFormat) throws -> Files {
    let files = Files()
    var writer = format.makeWriter(options: ReportOptions(), sink: { files.single += $0 }) {
      files.named[$0, default: []] += $1
    }
    try writer.begin(RunInformation(title: "t"))
    let annotations = [
      annotation("Ann\nLee", "person", ["entity": "Ann Lee"], in: Self.text),
      annotation("Acme & <Sons>", "organization", ["entity": "=Acme", "size": 3], in: Self.text),
    ]
    let later = [annotation("Bob", "person", ["role": "envoy, \"first\""], in: Self.text)]
    for (id, found) in [("a.txt", annotations), ("../b.txt", later)] {
      let document = Document(id: id, set: "s", text: Self.text)
      try writer.write(AnnotatedDocument(document: document, annotations: found))
    }
    try writer.end(RunOutcome(documents: 1, failed: 0))
    return files
  }

  @Test(arguments: ["", "👩‍👩‍👧 «é» "]) func `a long record of JSONL comes in pieces, and is whole when its writing ends`(
    prefix: String
  ) throws {
    var pieces: [[UInt8]] = []
    var writer = ReportFormat.jsonl.makeWriter(options: ReportOptions(), sink: { pieces.append(Array($0)) })
    let start = prefix.utf8.count
    let found = (0..<2000).map { _ in Annotation(type: "person", span: Span(start: start, end: start + 3)) }
    for id in ["long", "short"] {
      let document = Document(id: id, text: prefix + "Ann")
      try writer.write(AnnotatedDocument(document: document, annotations: id == "long" ? found : []))
      #expect(pieces.last?.last == UInt8(ascii: "\n"))
    }
    #expect(pieces.count > 3)
    #expect(pieces.allSatisfy { $0.count < 66_000 })
    let lines = pieces.joined().split(separator: UInt8(ascii: "\n"))
    let records = try lines.map { try ReportRecord(try JSONParser.value(of: $0)) }
    #expect(records.map(\.id) == ["long", "short"])
    #expect(records.map(\.items.count) == [2000, 0])
    #expect(records[0].items.allSatisfy { $0.start == prefix.unicodeScalars.count && $0.text == "Ann" })
  }

  @Test func `CSV is a table for each type, with a column for each feature in all rows`() throws {
    let files = try written(.csv)
    #expect(files.named.keys.sorted() == ["organization.csv", "person.csv"])
    let rows = files.text("person.csv").components(separatedBy: "\r\n")
    #expect(rows[0] == "set,document,date,id,start,end,text,module,rule,entity,role")
    #expect(rows[1] == "s,a.txt,,a1,10,17,\"Ann\nLee\",m,r/x,Ann Lee,")
    #expect(rows[2].hasSuffix("Bob,m,r/x,,\"envoy, \"\"first\"\"\""))
    #expect(files.text("organization.csv").contains(",'=Acme,3\r\n"))
  }

  @Test func `brat has fragments at line ends, features as notes, and stays in its folder`() throws {
    let files = try written(.brat)
    #expect(files.named.keys.sorted() == ["s/a.ann", "s/a.txt", "s/b.ann", "s/b.txt"])
    #expect(
      files.text("s/a.ann").hasPrefix(
        "T1\tperson 10 13;14 17\tAnn Lee\n#1\tAnnotatorNotes T1\t{\"entity\":\"Ann Lee\"}\n"))
    #expect(files.text("s/a.txt") == Self.text)
  }

  /// Those of Python's `str.splitlines`, by which brat reads.
  @Test(arguments: [
    "\n", "\r\n", "\r", "\u{0B}", "\u{0C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}",
  ])
  func `brat has fragments wherever its reader sees a line end, also in notes`(_ end: String) throws {
    let files = Files()
    var writer = ReportFormat.brat.makeWriter(options: ReportOptions(), sink: { _ in }) {
      files.named[$0, default: []] += $1
    }
    let text = "👩‍👩‍👧 «é» Ann\(end)Lee met Bob."
    let found = annotation("Ann\(end)Lee", "person", ["entity": .string("é\(end)x")], in: text)
    try writer.begin(RunInformation(title: "t"))
    try writer.write(AnnotatedDocument(document: Document(id: "a", set: "s", text: text), annotations: [found]))
    try writer.end(RunOutcome(documents: 1, failed: 0))
    let behind = 13 + end.unicodeScalars.count
    let lines = files.text("s/a.ann").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3)
    #expect(lines[0] == "T1\tperson 10 13;\(behind) \(behind + 3)\tAnn Lee")
    let ends = "\n\r\u{0B}\u{0C}\u{1C}\u{1D}\u{1E}\u{85}\u{2028}\u{2029}".unicodeScalars
    #expect(!lines[1].unicodeScalars.contains { ends.contains($0) })
    let note = try JSONParser.value(of: String(lines[1].split(separator: "\t")[2]))
    #expect(note["entity"]?.string == "é\(end)x")
  }

  @Test func `CoNLL labels tokens, and line ends part sentences, but no names`() throws {
    let text = try written(.conll).singleText
    #expect(text.hasPrefix("# id = a.txt\n"))
    #expect(text.contains("Ann\tB-person\nLee\tI-person\n"))
    #expect(text.contains("Acme\tB-organization\n&\tI-organization\n<\tI-organization\nSons\tI-organization\n"))
    #expect(text.contains("# id = ../b.txt\n"))
    #expect(text.contains("met\tO\nBob\tB-person\n"))
  }

  @Test func `web annotations are JSON-LD with position and quotation`() throws {
    let value = try JSONParser.value(of: try written(.webannotation).singleText)
    #expect(value["@context"]?.string == "http://www.w3.org/ns/anno.jsonld")
    let items = try #require(value["items"]?.array)
    #expect(items.count == 3)
    let selectors = try #require(items[1]["target"]?["selector"]?.array)
    #expect(selectors[0]["start"]?.integer == 23)
    #expect(selectors[1]["exact"]?.string == "Acme & <Sons>")
    #expect(selectors[1]["suffix"]?.string == "\", met Bob.")
    #expect(items[0]["target"]?["source"]?.string == "urn:postil:s/a.txt")
  }

  @Test func `XMI counts UTF-16, escapes, and declares every type and feature`() throws {
    let files = try written(.xmi)
    let xml = files.text("s/a.xmi")
    #expect(xml.contains("<postil:Person xmi:id=\"2\" sofa=\"1\" begin=\"13\" end=\"20\" postilId=\"a1\""))
    #expect(xml.contains("Ann&#10;Lee, of &quot;Acme &amp; &lt;Sons&gt;&quot;"))
    let types = files.text("TypeSystem.xml")
    #expect(types.contains("<name>postil.Organization</name>"))
    #expect(types.contains("<name>role</name>"))
  }

  /// The files written for documents of these ids, with one annotation of each type.
  private func names(_ format: ReportFormat, ids: [String], types: [String] = ["person"]) throws -> [String: [UInt8]] {
    let files = Files()
    var writer = format.makeWriter(options: ReportOptions(), sink: { _ in }) { files.named[$0, default: []] += $1 }
    try writer.begin(RunInformation(title: "t"))
    for id in ids {
      let annotations = types.map { annotation("Bob", $0, ["a-b": 1, "a_b": 2], in: Self.text) }
      try writer.write(
        AnnotatedDocument(document: Document(id: id, text: Self.text), annotations: annotations))
    }
    try writer.end(RunOutcome(documents: ids.count, failed: 0))
    return files.named
  }

  @Test(arguments: [ReportFormat.brat, .xmi])
  func `no two documents share a file, and none leaves the folder`(_ format: ReportFormat) throws {
    let ids = [
      "a", "a.txt", "./a", "/a", "A", "../a", "..", "", "q", "q.txt/w", "q.ann/w", "é/\u{7}",
      String(repeating: "é", count: 300),
      String(repeating: "é", count: 300) + "x", String(repeating: "d/", count: 700) + "e",
    ]
    let ending = format == .brat ? ".ann" : ".xmi"
    let found = try names(format, ids: ids).keys.filter { $0.hasSuffix(ending) }
    #expect(found.count == ids.count)
    #expect(Set(found.map { $0.lowercased() }).count == ids.count)
    let folders = Set(
      found.flatMap { name in
        let parts = name.split(separator: "/").dropLast()
        return (0...parts.count).map { parts.prefix($0).joined(separator: "/") }
      })
    for name in found {
      #expect(name.split(separator: "/").allSatisfy { $0 != ".." && $0 != "." && $0.utf8.count <= 255 })
      #expect(name.utf8.count < 1_000)
      #expect(!name.hasPrefix("/"))
      for file in [name, String(name.dropLast(4)) + ".txt"] { #expect(!folders.contains(file)) }
    }
  }

  @Test func `types and features that look alike stay apart`() throws {
    let tables = try names(.csv, ids: ["d"], types: ["a-b", "a_b", "A_B", "é"])
    #expect(Set(tables.keys.map { $0.lowercased() }).count == 4)
    #expect(
      tables.values.allSatisfy {
        String(decoding: $0, as: UTF8.self).components(separatedBy: "set,document").count == 2
      })
    let xmi = try names(.xmi, ids: ["d"], types: ["a-b", "a_b"])
    let xml = String(decoding: try #require(xmi["d.xmi"]), as: UTF8.self)
    #expect(xml.contains("<postil:AB ") && xml.contains("<postil:AB_2 "))
    #expect(xml.contains("a_b=\"1\" a_b_2=\"2\""))
  }

  @Test func `more types than files can be open at once are no trouble`() throws {
    let tables = try names(.csv, ids: ["d", "e"], types: (0..<1_500).map { "type-\($0)" })
    #expect(tables.count == 1_500)
    #expect(tables.values.allSatisfy { String(decoding: $0, as: UTF8.self).components(separatedBy: "\r\n").count == 4 })
  }
}
