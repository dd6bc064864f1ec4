import PostilJSON
import PostilMatching
import PostilRecords
import PostilReports
import Testing

@testable import PostilComparison

/// Places with the words to their left and right.
@Suite struct ConcordanceTests {
  private static let lines = [
    Fixtures.line(
      "d1", date: "2024-05-02", outlet: "Velmora Herald",
      text: "«é العراق»\nThen Mira Kostrel spoke. Zoë O’Neil heard Mira Kostrel.",
      names: ["Mira Kostrel", "Zoë O’Neil"]),
    Fixtures.line("d2", date: "2024-05-01", text: "王小明 met Mira Kostrel, and left.", names: ["Mira Kostrel", "王小明"]),
    Fixtures.line("d3", text: "Mira Kostrel again.", names: ["Mira Kostrel"]),
  ]

  private static func inputs(_ lines: [String], in folder: Folder, keepsText: Bool = true) throws -> [ComparisonInput] {
    let report = try folder.write("r.jsonl", lines)
    guard !keepsText else { return [try ComparisonInput(argument: "all=" + report)] }
    var bytes: [UInt8] = []
    try SummaryWriter(sources: [SummarySource(path: report)], keepsText: false) { throw $0 }
      .write(scratch: folder.path + "/scratch") { bytes += $0 }
    return [
      try ComparisonInput(argument: "all=" + folder.write("s.jsonl", raw: String(decoding: bytes, as: UTF8.self)))
    ]
  }

  private static func concordance(
    _ subject: Concordance.Subject, order: Concordance.Order = .document, context: Int = 60, lines: [String] = lines
  ) throws -> Concordance {
    let folder = try Folder()
    return try Concordance(of: subject, in: inputs(lines, in: folder), order: order, context: context)
  }

  @Test(arguments: ["Mira Kostrel", "mira kostrel", "MIRA KOSTREL"])
  func `a name is found however it is typed, in every document, with its place in code points`(_ name: String) throws {
    let found = try Self.concordance(.item(name, facets: Facet.allCases))
    #expect(found.title == "Mira Kostrel (Names)")
    #expect(found.lines.map(\.document.id) == ["d1", "d1", "d2", "d3"])
    #expect(found.lines.map(\.span) == [16..<28, 53..<65, 8..<20, 0..<12])
    #expect(found.lines.map(\.keyword) == [String](repeating: "Mira Kostrel", count: 4))
    #expect(found.lines[0].left == "«é العراق» Then ")
    #expect(found.lines.map(\.outlet) == ["Velmora Herald", "Velmora Herald", nil, nil])
    #expect(found.lines.map(\.set) == [String](repeating: "all", count: 4))
  }

  @Test(arguments: [
    (Concordance.Order.document, ["d1 16", "d1 53", "d2 8", "d3 0"]), (.date, ["d2 8", "d1 16", "d1 53", "d3 0"]),
    (.left, ["d3 0", "d1 53", "d2 8", "d1 16"]), (.right, ["d1 53", "d3 0", "d2 8", "d1 16"]),
  ])
  func `lines are in the order asked for`(_ c: (order: Concordance.Order, places: [String])) throws {
    let found = try Self.concordance(.item("Mira Kostrel", facets: [.entity]), order: c.order)
    #expect(found.lines.map { "\($0.document.id) \($0.span.lowerBound)" } == c.places)
  }

  @Test func `a type shows all its annotations, a pattern all that it matches in the texts`() throws {
    let persons = try Self.concordance(.item("person", facets: [.type]))
    #expect(persons.lines.count == 6)
    let pattern = try Self.concordance(.pattern(Pattern(#"(?i)\bM\w+\b(?= Kostrel)|met"#)))
    #expect(pattern.lines.map(\.keyword) == ["Mira", "Mira", "met", "Mira", "Mira"])
    #expect(pattern.lines.map(\.span.lowerBound) == [16, 53, 4, 8, 0])
    #expect(pattern.title == #"(?i)\bM\w+\b(?= Kostrel)|met"#)
  }

  @Test func `names that are joined are one keyword under either name`() throws {
    let lines = ["Mira Kostrel", "Kostrel"].flatMap { name in
      (0..<8).map { Fixtures.line("\(name)\($0)", text: "é \(name) met Orin Valdt.", names: [name, "Orin Valdt"]) }
    }
    for name in ["Mira Kostrel", "Kostrel", "kostrel"] {
      let found = try Self.concordance(.item(name, facets: [.entity]), lines: lines)
      #expect(found.title == "Mira Kostrel (Names)")
      #expect(Set(found.lines.map(\.keyword)) == ["Mira Kostrel", "Kostrel"], "\(name)")
      #expect(found.lines.count == 16)
    }
  }

  @Test(arguments: [
    (5, "hen ", " spok"), (1, " ", " "), (200, "«é العراق» Then ", " spoke. Zoë O’Neil heard Mira Kostrel."),
  ])
  func `the context is as long as asked for`(_ c: (context: Int, left: String, right: String)) throws {
    let first = try #require(
      try Self.concordance(.item("Mira Kostrel", facets: [.entity]), context: c.context).lines.first)
    #expect(first.left == c.left || first.left == "T" + c.left)
    #expect(first.right == c.right)
  }

  @Test func `no letter is parted from its marks`() throws {
    let line = Fixtures.line("d", text: "xe\u{301} Bob e\u{301}y", names: ["Bob"])
    let found = try Self.concordance(.item("Bob", facets: [.entity]), context: 2, lines: [line])
    #expect(found.lines.map(\.left) == [" "])
    #expect(found.lines.map(\.right.unicodeScalars.count) == [3])
  }

  @Test func `a mistyped name is told its likeliest one, and so is a type`() throws {
    let name = #expect(throws: ReportError.self) { try Self.concordance(.item("Mira Kostel", facets: Facet.allCases)) }
    #expect(name?.description == "no item is called 'Mira Kostel'; did you mean 'Mira Kostrel'?")
    let type = #expect(throws: ReportError.self) { try Self.concordance(.item("persn", facets: [.type])) }
    #expect(type?.description == "no annotation has the type 'persn'; did you mean 'person'?")
  }

  @Test func `texts that are not there are told, with what to do`() throws {
    let folder = try Folder()
    let textless = try Self.inputs(Self.lines, in: folder, keepsText: false)
    let error = #expect(throws: ReportError.self) {
      try Concordance(of: .item("Mira Kostrel", facets: [.entity]), in: textless)
    }
    #expect(error?.description.contains("the 3 documents that could be shown come without text") == true)
    #expect(error?.description.contains("--without-text") == true)
    let more = try folder.write("more.jsonl", [Fixtures.line("x", text: "é Mira Kostrel", names: ["Mira Kostrel"])])
    let mixed = try Concordance(
      of: .item("Mira Kostrel", facets: [.entity]), in: textless + [ComparisonInput(argument: more)])
    #expect(mixed.lines.map(\.document.id) == ["x"])
    #expect(mixed.warnings.contains { $0.contains("3 documents come without text and are not shown") })
  }

  @Test func `a pattern that takes too many steps spares the other documents`() throws {
    let lines = [
      Fixtures.line("slow", text: "é " + String(repeating: "ab", count: 60) + "! c"),
      Fixtures.line("quick", text: "é abc"),
    ]
    let found = try Self.concordance(.pattern(Pattern(#"(?:a|ab|b|ba)+c"#)), lines: lines)
    #expect(found.lines.map(\.document.id) == ["quick"])
    #expect(found.warnings.contains { $0.contains("too many steps in 1 document, the first 'slow'") })
  }

  @Test(arguments: [40, 60, 80, 120])
  func `no line of the table is wider than the terminal, and keywords stand below each other`(_ width: Int) throws {
    let lines = (0..<6).map { number in
      Fixtures.line(
        "document-\(number)", date: "2024-05-0\(number + 1)", outlet: "Velmora Herald of the North",
        text: String(repeating: "é 王", count: number) + " @Korr " + String(repeating: "محمّد ", count: 9),
        names: ["@Korr"])
    }
    let found = try Self.concordance(.item("@Korr", facets: [.entity]), lines: lines)
    let rows = found.table(most: 5, width: width).split(separator: "\n")
    #expect(rows.count == 7)
    #expect(rows.last == "… 1 more: --limit shows them")
    for row in rows { #expect(TextColumns.width(of: row) <= width, "\(row)") }
    let places = rows[1...5].compactMap { row in row.firstIndex(of: "@").map { TextColumns.width(of: row[..<$0]) } }
    #expect(places.count == 5)
    #expect(Set(places).count == 1)
    #expect(rows[1].contains("2024-05-01") == (width > 40))
    #expect(rows[1].contains("docum"))
  }

  @Test func `where the outlet is not known the table has the input's name, or of one input the document's set`() throws
  {
    let folder = try Folder()
    let inputs = try ["a", "b"].map { name in
      try ComparisonInput(
        argument: "\(name)="
          + folder.write("\(name).jsonl", [Fixtures.line("é", set: "set-\(name)", text: "Bob", names: ["Bob"])]))
    }
    func table(_ inputs: [ComparisonInput]) throws -> String {
      try Concordance(of: .item("bob", facets: [.entity]), in: inputs).table(most: 9)
    }
    #expect(try table(inputs).contains("Bob   b  é"))
    #expect(try table([inputs[0]]).contains("Bob   set-a  é"))
  }

  @Test func `CSV and JSON hold every line with its context`() throws {
    let found = try Self.concordance(.item("王小明", facets: [.entity]))
    #expect(
      found.csv(most: 9)
        == "set,outlet,date,documentSet,document,start,end,left,keyword,right\r\nall,,2024-05-01,s,d2,0,3,,王小明,\" met Mira Kostrel, and left.\"\r\n"
    )
    let json = try JSONParser.value(of: String(decoding: found.json(most: 9), as: UTF8.self))
    #expect(json["schema"]?.string == "postil.concordance/1")
    #expect(json["lines"]?.array?.first?["right"]?.string == " met Mira Kostrel, and left.")
    #expect(json["places"]?.integer == 1)
  }
}
