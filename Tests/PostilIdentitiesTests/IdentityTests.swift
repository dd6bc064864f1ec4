import PostilIdentities
import PostilJSON
import PostilNames
import PostilRecords
import Testing

/// Which names of a set of reports mean one person or body.
@Suite struct IdentityTests {
  /// Records with persons by the names that their documents give them.
  ///
  /// A name may tell an office: `Ghani/president`, and stand there by other words: `Orin Valdt=Orin`.
  private static func records(_ documents: [[String]]) -> [ReportRecord] {
    documents.enumerated().map { number, names in
      ReportRecord(id: "doc\(number)", items: names.enumerated().map { item($1, at: $0) })
    }
  }

  private static func item(_ name: String, at place: Int) -> ReportRecord.Item {
    let halves = name.split(separator: "=").map(String.init)
    let parts = halves[0].split(separator: "/").map(String.init)
    var features: [JSONValue.Member] = [.init(name: "entity", value: .string(parts[0]))]
    if parts.count > 1 { features.append(.init(name: "role", value: .string(parts[1]))) }
    return .init(
      id: "a\(place)", type: "person", start: place, end: place + 1, text: halves.count > 1 ? halves[1] : parts[0],
      features: features)
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

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let documents: [[String]]
    let term: String
    /// What the term's row says: the identity and why, or whom an open name may mean.
    let expected: String

    init(_ description: String, _ documents: [[String]], _ term: String, _ expected: String) {
      testDescription = description
      self.documents = documents
      self.term = term
      self.expected = expected
    }
  }

  private static let words = (1...9).map { "Name\($0) Other\($0)" }
  private static let others = (1...9).map { "Person\($0) Else\($0)" }

  static let cases = [
    Case("sound is no letter", [["Tom Kane/candidate"], ["Ghani/president"]], "Ghani", "Ghani"),
    Case("sound is no letter: Pohn", [["Carla Powen"], ["Pohn"]], "Pohn", "Pohn"),
    Case("sound is no letter: Starr", [["Iven Sater"], ["Starr"]], "Starr", "Starr"),
    Case("sound is no letter: Powell", [["Orla Pool"], ["Powell"]], "Powell", "Powell"),
    Case("letters of another script need the given name", [["Nadia Khodarov"], ["Hodarov"]], "Hodarov", "Hodarov"),
    Case(
      "letters of another script with the given name", [["Nadia Khodarov"], ["Nadia Khodarov"], ["Nadia Hodarov"]],
      "Nadia Hodarov", "Nadia Khodarov transliteration"),
    Case("other surnames", [["Nicole Hemmer"], ["Nicole Meyer"]], "Nicole Meyer", "Nicole Meyer"),
    Case("other surnames: Reeve", [["Anna Reeve"], ["Anna Rowe"]], "Anna Rowe", "Anna Rowe"),
    Case("other surnames: Shaw", [["Piet Shaw"], ["Piet Shea"]], "Piet Shea", "Piet Shea"),
    Case("other surnames: Lahr", [["Maria Lahr"], ["Maria Lehrer"]], "Maria Lehrer", "Maria Lehrer"),
    Case("generations", [["Bran Osk Jr."], ["Bran Osk Sr."]], "Bran Osk Sr.", "Bran Osk Sr."),
    Case("generations: numbers", [["Bran Osk II"], ["Bran Osk III"]], "Bran Osk III", "Bran Osk III"),
    Case("a generation and none", [["Bran Osk"], ["Bran Osk Jr."]], "Bran Osk Jr.", "Bran Osk Jr."),
    Case("offices", [["Tom Kane/judge"], ["Kane/president"]], "Kane", "open: Tom Kane"),
    Case("offices: a general", [["Tom Kane/general"], ["Kane/senator"]], "Kane", "open: Tom Kane"),
    Case("offices: an ambassador", [["Mira Holm/ambassador"], ["Holm/bishop"]], "Holm", "open: Mira Holm"),
    Case(
      "an office that is over", [["Tom Kane/former president"], ["Kane/president"]], "Kane", "Tom Kane surname"),
    Case("an office told once", [["Tom Kane"], ["Kane/president"]], "Kane", "Tom Kane surname"),
    Case(
      "a given name that documents use", [["Mira Kostrel=Mira"], ["Mira Kostrel=Mira"], ["Mira"]], "Mira",
      "Mira Kostrel given-name"),
    Case("a given name that none uses", [["Mira Kostrel"], ["Mira"]], "Mira", "open: Mira Kostrel"),
    Case(
      "a surname that is a given name too", [["Larry Dant"], ["Dant Korv"], ["Dant"]], "Dant",
      "open: Dant Korv | Larry Dant"),
    Case(
      "the obvious one first, also where the family name comes first",
      [["Jane Kim"], ["Kim Dae-ho"], ["Kim Dae-ho"], ["Kim"]], "Kim", "open: Kim Dae-ho | Jane Kim"),
    Case("an initial", [["J. Varnell"], ["Jonas Varnell"]], "J. Varnell", "Jonas Varnell initials"),
    Case(
      "an initial of two", [["J. Varnell"], ["Jonas Varnell"], ["Julia Varnell"]], "J. Varnell",
      "open: Jonas Varnell | Julia Varnell"),
    Case(
      "an initial of somebody prominent among strangers",
      [["J. Varnell"] + words] + Array(repeating: ["Jonas Varnell"] + others, count: 6), "J. Varnell",
      "open: Jonas Varnell"),
    Case(
      "an initial among strangers", [["J. Varnell"] + words, ["Jonas Varnell"] + others], "J. Varnell",
      "open: Jonas Varnell"),
    Case(
      "a middle initial", [["Jonas P. Varnell"], ["Jonas Varnell"], ["Jonas Varnell"]], "Jonas P. Varnell",
      "Jonas Varnell middle-name"),
    Case(
      "middle initials of two", [["Jonas P. Varnell"], ["Jonas R. Varnell"], ["Jonas Varnell"]], "Jonas Varnell",
      "open: Jonas P. Varnell | Jonas R. Varnell"),
    Case(
      "documents without a name in common", [["Orin Valdt"] + words, ["Valdt"] + others], "Valdt", "open: Orin Valdt"),
    Case("documents with names in common", [["Orin Valdt"] + words, ["Valdt"] + words], "Valdt", "Orin Valdt surname"),
    Case(
      "a short form in many more documents", [["Orin Valdt"] + words] + Array(repeating: ["Valdt"] + others, count: 6),
      "Valdt", "open: Orin Valdt"),
    Case(
      "the end of a longer name", [["Tomas Peln Nervo"], ["Tomas Peln Nervo"], ["Peln Nervo"]], "Peln Nervo",
      "Tomas Peln Nervo surname"),
    Case("the end of a longer name in fewer documents", [["Says Mira Holm"], ["Mira Holm"]], "Mira Holm", "Mira Holm"),
  ]

  private static func told(_ row: IdentityRow?) -> String? {
    row.map { row in
      [row.entity ?? "open: \(row.note)", row.linkedBy?.rawValue].compactMap(\.self).joined(separator: " ")
    }
  }

  @Test(arguments: cases, ["", "Ünï "])
  func `names of different documents are linked by their letters and for a reason`(_ c: Case, prefix: String) {
    let documents = c.documents.map { $0 + (prefix.isEmpty ? [] : [prefix + "Ælo"]) }
    for records in [documents, documents.reversed(), documents.map { $0.reversed() }].map(Self.records) {
      #expect(Self.told(IdentityResolver.resolve(records).rows.first { $0.term == c.term }) == c.expected)
    }
  }

  @Test func `levels of linking let more and more through`() {
    let known = Array(repeating: ["Mira Kostrel"], count: 8)
    let documents =
      known + [
        ["Mira Kostrel=Mira"], ["Ilse Kostrel"], ["Kostrel"], ["M. Kostrel"], ["Mira"],
        ["Mira P. Kostrel"], ["Orin Valdt"], ["Valdt"],
      ]
    func links(_ linking: Linking) -> [String: String] {
      let rows = IdentityResolver.resolve(Self.records(documents), linking: linking).rows
      return Dictionary(rows.map { ($0.term, $0.linkedBy?.rawValue ?? $0.status.rawValue) }) { first, _ in first }
    }
    let (strict, usual, bold) = (links(.strict), links(.usual), links(.bold))
    #expect(
      ["Valdt", "Mira P. Kostrel", "Kostrel", "M. Kostrel"].map { strict[$0] } == ["surname", "name", "open", "name"])
    #expect(
      ["Valdt", "Mira P. Kostrel", "Kostrel", "M. Kostrel"].map { usual[$0] }
        == ["surname", "middle-name", "surname", "initials"])
    #expect(["M. Kostrel", "Mira"].map { bold[$0] } == ["initials", "given-name"])
    #expect(usual["Mira"] == "open")
  }

  @Test func `places are company only for whom a document calls so`() {
    func records(_ words: String) -> [ReportRecord] {
      let places = (1...9).map { number in
        ReportRecord.Item(
          id: "p\(number)", type: "location", start: 0, end: 1, text: "Place\(number)",
          features: [.init(name: "entity", value: .string("Place\(number)"))])
      }
      return [
        ReportRecord(id: "a", items: places + [Self.item("Orin Valdt=\(words)", at: 0)]),
        ReportRecord(id: "b", items: places + [Self.item("Valdt", at: 0)]),
      ]
    }
    func told(_ words: String) -> String? {
      Self.told(IdentityResolver.resolve(records(words)).rows.first { $0.term == "Valdt" })
    }
    #expect(told("Orin Valdt") == "open: Orin Valdt")
    #expect(told("Valdt") == "Orin Valdt surname")
  }

  @Test func `an acronym of one document is not that of another`() {
    func body(_ name: String, acronym: String? = nil) -> ReportRecord.Item {
      var features: [JSONValue.Member] = [.init(name: "entity", value: .string(name))]
      if let acronym { features.append(.init(name: "acronym", value: .string(acronym))) }
      return .init(id: name, type: "organization", start: 0, end: 1, text: name, features: features)
    }
    let long = body("Korr Broadcasting Service", acronym: "KBS")
    func link(_ names: [String], _ others: [String]) -> String? {
      let records = [
        ReportRecord(id: "a", items: [long] + names.map { body($0) }),
        ReportRecord(id: "b", items: [body("KBS")] + others.map { body($0) }),
      ]
      return Self.told(IdentityResolver.resolve(records).rows.first { $0.term == "KBS" })
    }
    #expect(link([], []) == "Korr Broadcasting Service acronym")
    #expect(link(Self.words, Self.words) == "Korr Broadcasting Service acronym")
    #expect(link(Self.words, Self.others) == "open: Korr Broadcasting Service")
  }

  @Test func `the initials of the only such body are its acronym in company`() {
    func body(_ name: String) -> ReportRecord.Item {
      .init(
        id: name, type: "organization", start: 0, end: 1, text: name,
        features: [.init(name: "entity", value: .string(name))])
    }
    func entity(_ acronym: String, _ long: [String], _ others: [String]) -> String? {
      let first = long.enumerated().map { number, name in
        ReportRecord(id: "a\(number)", items: ([name] + Self.words).map(body))
      }
      let records = first + [ReportRecord(id: "b", items: ([acronym] + others).map(body))]
      return Self.entity(of: acronym, in: IdentityResolver.resolve(records))
    }
    let long = "Bureau of Ünder-Sea Inquiry"
    for acronym in ["BÜSI", "B.Ü.S.I."] { #expect(entity(acronym, [long], Self.words) == long) }
    #expect(entity("BÜSI", [long], Self.others) == "BÜSI")
    #expect(entity("BÜSI", [long], []) == "BÜSI")
    #expect(entity("KBS", ["Korr Broadcasting Service", "Kirel Bus Society"], Self.words) == "KBS")
    #expect(entity("KB", ["Korr Bank"], Self.words) == "KB")
  }

  @Test func `short forms of given names and generations left out are joined in company`() {
    var nicknames = Nicknames()
    nicknames.add(table: "term\tname\nÉmi\tÉmile\nTed\tEdward\nTed\tTheodore\n")
    func entity(_ name: String, _ others: [[String]], _ company: [String] = Self.words) -> String? {
      let records = Self.records(others.map { $0 + Self.words } + [[name] + company])
      return Self.entity(
        of: name, in: IdentityResolver.resolve(NameTally(records), nicknames: nicknames))
    }
    let twice = [["Émi Kostrel"], ["Émi Kostrel"]]
    #expect(entity("Émile Kostrel", twice) == "Émi Kostrel")
    #expect(entity("Émile R. Kostrel", twice) == "Émi Kostrel")
    #expect(entity("Émile R. Kostrel Jr.", twice) == "Émi Kostrel")
    #expect(entity("Émile Kostrel", twice, Self.others) == "Émile Kostrel")
    #expect(entity("Émile Kostrel", twice, []) == "Émile Kostrel")
    // A document that names both, two that it may be short for, and another given name.
    #expect(entity("Émi Kostrel Jr.", twice + [["Émi Kostrel Jr.", "Émi Kostrel"]]) == "Émi Kostrel Jr.")
    #expect(entity("Ted Valdt", [["Edward Valdt"], ["Theodore Valdt"]]) == "Ted Valdt")
    #expect(entity("Mira Kostrel", twice) == "Mira Kostrel")
    #expect(entity("Émi Kostrel III", twice) == "Émi Kostrel III")
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
      ["Nadia Khodarov"], ["Nadia Hodarov"], ["Nadia P. Hodarov"], ["Rosa Delgar-Ruiven"], ["Rosa Delgar"],
      ["Delgar Ruiven"],
    ])
    for linking in Linking.allCases {
      let table = IdentityResolver.resolve(records, linking: linking)
      for turn in records.indices {
        let turned = Array(records[turn...] + records[..<turn])
        #expect(IdentityResolver.resolve(turned, linking: linking) == table)
        #expect(IdentityResolver.resolve(turned.reversed(), linking: linking) == table)
      }
    }
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

extension IdentityResolver {
  /// The identities of the names of `records`, of which those with one key are one document.
  fileprivate static func resolve(_ records: [ReportRecord], linking: Linking = .usual) -> IdentityTable {
    resolve(NameTally(records), linking: linking)
  }
}

extension NameTally {
  fileprivate init(_ records: [ReportRecord]) {
    self.init()
    var numbers: [String: Int] = [:]
    for record in records {
      let number = numbers[record.key] ?? numbers.count
      numbers[record.key] = number
      add(DocumentName.all(in: record), of: number)
    }
  }
}
