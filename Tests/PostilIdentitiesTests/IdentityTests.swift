import PostilIdentities
import PostilRecords
import Testing

/// Which names of a set of reports mean one person or body.
@Suite struct IdentityTests {
  /// Records with persons by the names that their documents give them.
  private static func records(_ documents: [[String]]) -> [ReportRecord] {
    documents.enumerated().map { number, names in
      ReportRecord(
        id: "doc\(number)",
        items: names.enumerated().map { place, name in
          .init(
            id: "a\(place)", type: "person", start: place, end: place + 1, text: name,
            features: [.init(name: "entity", value: .string(name))])
        })
    }
  }

  private static func entity(of term: String, in table: IdentityTable) -> String? {
    table.rows.first { $0.term == term }?.entity
  }

  @Test func `a type of one's own has identities where it has an entity`() {
    let record = ReportRecord(
      id: "d",
      items: [
        .init(
          id: "a", type: "vessel", start: 0, end: 4, text: "Mary",
          features: [.init(name: "entity", value: .string("Mary Rose"))]),
        .init(id: "b", type: "vessel", start: 5, end: 6, text: "it"),
      ])
    #expect(IdentityResolver.resolve([record]).rows.map(\.term) == ["Mary Rose"])
  }

  @Test func `a surname alone takes the only full name`() {
    let table = IdentityResolver.resolve(Self.records([["Orin Valdt"], ["Valdt"]]))
    #expect(Self.entity(of: "Valdt", in: table) == "Orin Valdt")
  }

  @Test func `a surname of two persons stays open and names both`() throws {
    let table = IdentityResolver.resolve(Self.records([["Orin Valdt"], ["Mira Valdt"], ["Valdt"]]))
    let row = try #require(table.rows.first { $0.term == "Valdt" })
    #expect(row.status == .open)
    #expect(row.entity == nil)
    #expect(row.note == "Mira Valdt | Orin Valdt")
  }

  @Test func `a surname takes a full name of four times as many documents`() {
    let table = IdentityResolver.resolve(
      Self.records([["Orin Valdt"], ["Orin Valdt"], ["Orin Valdt"], ["Orin Valdt"], ["Mira Valdt"], ["Valdt"]]))
    #expect(Self.entity(of: "Valdt", in: table) == "Orin Valdt")
  }

  @Test func `spellings of one name become one`() {
    let table = IdentityResolver.resolve(
      Self.records([["Tarvik Elbo Al-Qorvani"], ["Tarvik E. Al-Qorvani"], ["Tarvik Elbo Al-Qorvani"]]))
    #expect(Self.entity(of: "Tarvik E. Al-Qorvani", in: table) == "Tarvik Elbo Al-Qorvani")
  }

  @Test func `the order of documents does not matter`() {
    let records = Self.records([
      ["Orin Valdt", "Mira Kostrel"], ["Valdt"], ["M. Kostrel"], ["Ilse Kostrel"], ["Kostrel", "Orin Valdt"],
    ])
    #expect(IdentityResolver.resolve(records) == IdentityResolver.resolve(records.reversed()))
  }

  @Test func `a table is read as it was written`() throws {
    let table = IdentityResolver.resolve(Self.records([["Orin Valdt"], ["Valdt"], ["Zoë Ångvik"]]))
    #expect(try IdentityTable(text: table.text) == table)
  }

  @Test func `names can be merged and split`() throws {
    var table = IdentityResolver.resolve(Self.records([["Orin Valdt"], ["Mira Valdt"], ["Valdt"]]))
    try table.merge("Orin Valdt", into: "Mira Valdt")
    #expect(Self.entity(of: "Orin Valdt", in: table) == "Mira Valdt")
    try table.split("Valdt", as: "Mira Valdt")
    #expect(Self.entity(of: "Valdt", in: table) == "Mira Valdt")
    try table.split("Orin Valdt")
    #expect(Self.entity(of: "Orin Valdt", in: table) == "Orin Valdt")
    #expect(throws: IdentityError.self) { try table.merge("Nobody", into: "Mira Valdt") }
  }
}
