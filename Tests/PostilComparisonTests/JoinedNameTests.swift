import PostilIdentities
import PostilJSON
import Testing

@testable import PostilComparison

/// Names of one person, body or place, joined over the sets of a comparison.
@Suite struct JoinedNameTests {
  /// Eight documents that call the minister by the full name, and eight by the surname.
  private static let sets: [[String]] = [
    (0..<8).map {
      Fixtures.line(
        "a\($0)", set: "a", text: "Ünï Ålvar. Mira Kostrel met Orin Valdt.", names: ["Mira Kostrel", "Orin Valdt"],
        more: [Fixtures.statement("Mira Kostrel", score: 0.5)])
    },
    (0..<8).map {
      Fixtures.line(
        "b\($0)", set: "b", text: "Ünï Ålvar. Kostrel met Orin Valdt.", names: ["Kostrel", "Orin Valdt"],
        more: [Fixtures.statement("Kostrel", score: -0.5)])
    },
  ]

  private func row(_ facet: Facet, _ name: String, of comparison: Comparison) -> Comparison.Row? {
    comparison.rows.first { $0.facet == facet && $0.name == name }
  }

  @Test func `names, pairs and speakers of one person stand in one row`() throws {
    let comparison = try Folder().comparison(Self.sets)
    for (facet, name, former) in [
      (Facet.entity, "Mira Kostrel", "Kostrel"), (.pair, "Mira Kostrel + Orin Valdt", "Kostrel + Orin Valdt"),
      (.source, "Mira Kostrel", "Kostrel"),
    ] {
      let row = try #require(self.row(facet, name, of: comparison))
      #expect(row.sides.map(\.count) == [8, 8])
      #expect(row.names == [former])
      #expect(self.row(facet, former, of: comparison) == nil)
    }
    #expect(row(.source, "Mira Kostrel", of: comparison)?.sides.map(\.tone?.mean) == [0.5, -0.5])
    #expect(comparison.joinedNames == 1)
  }

  @Test func `names stay apart where that is asked`() throws {
    let comparison = try Folder().comparison(Self.sets, options: ComparisonOptions(identities: .none))
    #expect(row(.entity, "Mira Kostrel", of: comparison)?.sides.map(\.count) == [8, 0])
    #expect(row(.entity, "Kostrel", of: comparison)?.sides.map(\.count) == [0, 8])
    #expect(comparison.joinedNames == 0)
  }

  @Test func `a table of identities joins what it names`() throws {
    let table = try IdentityTable(text: "term\tkind\tentity\nKostrel\tperson\tIlse Kostrel\n")
    let comparison = try Folder().comparison(Self.sets, options: ComparisonOptions(identities: .table(table)))
    #expect(row(.entity, "Ilse Kostrel", of: comparison)?.sides.map(\.count) == [0, 8])
    #expect(row(.entity, "Mira Kostrel", of: comparison)?.names == [])
  }

  @Test func `places of a joined name are found in both sets`() throws {
    let folder = try Folder()
    let comparison = try folder.comparison(Self.sets)
    for name in ["Mira Kostrel", "Kostrel"] {
      let shown = try #require(comparison.places(of: name, most: 2))
      #expect(shown.contains("[[Mira Kostrel]]"))
      #expect(shown.contains("[[Kostrel]]"))
    }
  }

  @Test func `summaries, divided in any way, are joined as their reports are`() throws {
    let folder = try Folder()
    let whole = try folder.comparison(Self.sets).json
    func summary(_ name: String, _ lines: [String]) throws -> String {
      let source = try SummarySource(path: folder.write("\(name).report.jsonl", lines))
      var bytes: [UInt8] = []
      try SummaryWriter(sources: [source]) { throw $0 }.write(scratch: folder.path + "/scratch") { bytes += $0 }
      return try folder.write("\(name).jsonl", raw: String(decoding: bytes, as: UTF8.self))
    }
    let inputs = try Self.sets.enumerated().map { number, lines in
      let parts = [Array(lines[5...].reversed()), Array(lines[..<5])].enumerated()
      return ComparisonInput(
        name: "set\(number)", sources: try parts.map { try SummarySource(path: summary("\(number)-\($0)", $1)) })
    }
    #expect(try Comparer.comparison(of: inputs, options: ComparisonOptions()).json == whole)
  }

  @Test func `a summary without names is compared, and the reader told`() throws {
    let folder = try Folder()
    let head = #"{"schema":"postil.summary/1"}"#
    func line(_ id: String) -> String {
      #"{"set":"","id":"\#(id)","words":9,"statements":0,"items":{"entity":{"Kostrel":[0,7]}}}"#
    }
    let comparison = try folder.comparison([[head, line("a")], [head, line("b")]])
    #expect(row(.entity, "Kostrel", of: comparison)?.sides.map(\.count) == [1, 1])
    #expect(comparison.warnings.contains { $0.contains("2 documents come from summaries without 'names'") })
  }

  @Test func `a pair of one person with itself is none`() {
    var names = NameTally()
    names.add(
      [
        DocumentName(kind: "person", name: "Mira Kostrel", forms: ["Mira Kostrel": 1]),
        DocumentName(kind: "person", name: "M. Kostrel", forms: ["M. Kostrel": 1]),
      ], of: 0)
    let table = IdentityTable(
      rows: [
        .init(term: "M. Kostrel", kind: "person", entity: "Mira Kostrel", status: .variant, documents: 1, mentions: 1)
      ])
    let join = NameJoin(table, names)
    func name(_ pair: String) -> String? { JoinedPostings.name(of: ItemKey(facet: .pair, name: pair), in: 0, join) }
    #expect(name("M. Kostrel + Mira Kostrel") == nil)
    #expect(name("A + B + M. Kostrel") == "A + B + Mira Kostrel")
    #expect(name("Orin Valdt + Osk") == "Orin Valdt + Osk")
  }
}
