import Foundation
import Testing

/// Names and their identities, by the program as its users run it.
@Suite struct NameTests {
  /// The names of one document: type, words, entity.
  private static func names(_ records: [[String: Any]]) -> [[String]] {
    records.flatMap { record in
      (record["annotations"] as? [[String: Any]] ?? []).compactMap { annotation in
        guard let features = annotation["features"] as? [String: Any], let entity = features["entity"] as? String,
          let type = annotation["type"] as? String, let text = annotation["text"] as? String
        else { return nil }
        return [type, text, entity]
      }
    }
  }

  private static func annotate(_ texts: [String], _ arguments: String...) throws -> [[String: Any]] {
    let folder = try TemporaryFolder()
    let lines = try texts.enumerated().map { number, text in
      String(decoding: try JSONSerialization.data(withJSONObject: ["id": "\(number)", "text": text]), as: UTF8.self)
    }
    let file = try folder.write("in.jsonl", lines.joined(separator: "\n"))
    return try Program.run(["annotate", "--format", "jsonl", file] + arguments).records
  }

  /// A frame in which a name of each kind stands twice.
  private static let frames = [
    "person": "In spring the minister, Mr. %@, met them. In autumn Mr. %@ left.",
    "titled": "In spring %@ met them. In autumn %@ left.",
    "organization": "A report of the %@ came out. Then the %@ agreed to it.",
    "location": "They lived in %@ for years. Then they moved to the town of %@ for good.",
  ]

  @Test func `of the hard pairs of names nineteen in twenty are told rightly`() throws {
    let table = try String(
      contentsOfFile: "\(Program.checkout)/Tests/EntityExtractionTests/HardPairs.tsv", encoding: .utf8)
    let pairs = table.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
    let texts = pairs.map { pair in
      (Self.frames[pair[2]] ?? "").components(separatedBy: "%@").enumerated()
        .map { $0.offset == 0 ? $0.element : pair[$0.offset - 1] + $0.element }.joined()
    }
    var wrong: [String] = []
    for (pair, record) in zip(pairs, try Self.annotate(texts)) {
      let kind = pair[2] == "titled" ? "person" : pair[2]
      let entities = Self.names([record]).filter { $0[0] == kind }.map { $0[2] }
      let isRight = entities.count == 2 && (entities[0] == entities[1]) == (pair[3] == "yes")
      if !isRight { wrong.append("\(pair[0]) / \(pair[1])") }
    }
    #expect(pairs.count >= 120)
    #expect(wrong.count * 20 <= pairs.count, "wrong: \(wrong)")
  }

  /// A document and what its names mean: `words = entity (why)` where the words are not the entity's name.
  struct Document: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let meanings: [String]

    init(_ text: String, _ meanings: [String]) {
      testDescription = text
      self.meanings = meanings
    }
  }

  static let documents = [
    // Sound merges nothing.
    Document("Carla Powen spoke. Mr. Pohn slept in Oslo.", ["Carla Powen", "Pohn"]),
    Document("Thomas Kane spoke. Mr. Ghani slept in Oslo.", ["Thomas Kane", "Ghani"]),
    Document("Ivan Sater spoke. Mr. Starr slept in Oslo.", ["Ivan Sater", "Starr"]),
    Document("Maria Pool spoke. Mrs. Powell slept in Oslo.", ["Maria Pool", "Powell"]),
    Document("Nicole Hemmer met Nicole Meyer.", ["Nicole Hemmer", "Nicole Meyer"]),
    Document("Anna Reeve met Anna Rowe.", ["Anna Reeve", "Anna Rowe"]),
    Document("Peter Shaw met Peter Shea.", ["Peter Shaw", "Peter Shea"]),
    Document("Maria Lahr met Maria Lehrer.", ["Maria Lahr", "Maria Lehrer"]),
    // Letters of another script do.
    Document(
      "Nadia Khodarov spoke. Mrs. Hodarov slept.", ["Nadia Khodarov", "Hodarov = Nadia Khodarov (transliteration)"]),
    Document(
      "Qasim Rawandi met Qassem Rawandi.", ["Qasim Rawandi", "Qassem Rawandi = Qasim Rawandi (transliteration)"]),
    // Generations.
    Document("In May the elder Bran Osk left.", ["Bran Osk = Bran Osk Sr. (same-name)"]),
    Document(
      "In May the elder Bran Osk met the younger Bran Osk.",
      ["Bran Osk = Bran Osk Sr. (same-name)", "Bran Osk = Bran Osk Jr. (same-name)"]),
    Document("Mira Korv the Younger left.", ["Mira Korv = Mira Korv Jr. (same-name)"]),
    Document("Thomas Osk, Jr. met Thomas Osk Sr. in May.", ["Thomas Osk, Jr.", "Thomas Osk Sr."]),
    // Offices and genders.
    Document("Judge Ivan Rask spoke. Foreign Minister Rask slept.", ["Ivan Rask", "Rask"]),
    Document("Finance Minister Ivan Rask spoke. Bishop Rask slept.", ["Ivan Rask", "Rask"]),
    Document("Gen. Ivan Rask spoke. Commander Rask slept.", ["Ivan Rask", "Rask = Ivan Rask (surname)"]),
    Document(
      "President Ivan Rask met Senator Maria Rask. President Rask left. Senator Rask stayed.",
      ["Ivan Rask", "Maria Rask", "Rask = Ivan Rask (surname)", "Rask = Maria Rask (surname)"]),
    Document(
      "Thomas Korv met Maria Korv. Mr. Korv left. Mrs. Korv stayed.",
      ["Thomas Korv", "Maria Korv", "Korv = Thomas Korv (surname)", "Korv = Maria Korv (surname)"]),
    Document("Thomas Korv spoke. Mrs. Korv slept.", ["Thomas Korv", "Korv"]),
    // Why a name means another.
    Document("Jonas Varnell spoke. J. Varnell slept.", ["Jonas Varnell", "J. Varnell = Jonas Varnell (initials)"]),
    Document(
      "Maria Kostrel met Orin Valdt. Then Maria left.",
      ["Maria Kostrel", "Orin Valdt", "Maria = Maria Kostrel (given-name)"]),
    Document(
      "Rosa Delgar-Ruiven met Rosa Delgar.",
      ["Rosa Delgar-Ruiven", "Rosa Delgar = Rosa Delgar-Ruiven (double-surname)"]),
    Document("Thomas P. Korv met Thomas Korv.", ["Thomas P. Korv = Thomas Korv (middle-name)", "Thomas Korv"]),
    Document("ORLA FENWICK left. Orla Fenwick slept.", ["ORLA FENWICK = Orla Fenwick (same-name)", "Orla Fenwick"]),
    Document(
      "The Velmora Water Authority (VWA) agreed.",
      ["Velmora Water Authority", "VWA = Velmora Water Authority (definition)"]),
    Document(
      "The VWA (Velmora Water Authority) agreed. Then VWA left.",
      [
        "VWA = Velmora Water Authority (definition)", "Velmora Water Authority",
        "VWA = Velmora Water Authority (definition)",
      ]),
    Document(
      "The Velmora Rivers Union (UVR) met. Then UVR left.",
      ["Velmora Rivers Union", "UVR = Velmora Rivers Union (definition)", "UVR = Velmora Rivers Union (definition)"]),
    Document("The Velmora Rivers Union (UXR) met.", ["Velmora Rivers Union"]),
    Document(
      "The U.S. Fishery Department agreed. The Fishery Department said so.",
      ["U.S. Fishery Department", "Fishery Department = U.S. Fishery Department (country)"]),
    Document(
      "The Fishery Department agreed. The U.S. Fishery Department said so.",
      ["Fishery Department = U.S. Fishery Department (country)", "U.S. Fishery Department"]),
    Document("The UN met.", ["UN = United Nations (list)"]),
  ]

  @Test(arguments: ["", "Ünïcödé 👩‍👩‍👧. "])
  func `names of one document are linked for a reason`(prefix: String) throws {
    let records = try Self.annotate(Self.documents.map { prefix + $0.testDescription })
    for (document, record) in zip(Self.documents, records) {
      let found = (record["annotations"] as? [[String: Any]] ?? []).compactMap(Self.meaning)
      #expect(found == document.meanings, "\(document.testDescription)")
    }
  }

  private static func meaning(of annotation: [String: Any]) -> String? {
    guard let features = annotation["features"] as? [String: Any], let entity = features["entity"] as? String,
      let text = annotation["text"] as? String, annotation["type"] as? String != "location"
    else { return nil }
    return text == entity ? text : "\(text) = \(entity) (\(features["linkedBy"] as? String ?? "untold"))"
  }

  @Test func `a setting says how bold names are linked`() throws {
    let texts = ["Nadia Khodarov spoke. Mrs. Hodarov slept."]
    func entities(_ linking: String) throws -> [String] {
      Self.names(try Self.annotate(texts, "--set", "entity-extraction.linking=\(linking)")).map { $0[2] }
    }
    #expect(try entities("strict") == ["Nadia Khodarov", "Hodarov"])
    #expect(try entities("usual") == ["Nadia Khodarov", "Nadia Khodarov"])
    #expect(try entities("bold") == ["Nadia Khodarov", "Nadia Khodarov"])
  }

  @Test func `two persons of one surname are told apart by the one before`() throws {
    let found = Self.names(
      try Self.annotate([
        "Orin Valdt met Mira Valdt. Mr. Valdt left, said Mira Valdt. In May, Orin Valdt came back. Valdt slept."
      ]))
    #expect(found.filter { $0[1] == "Valdt" }.map { $0[2] } == ["Mira Valdt", "Orin Valdt"])
  }

  @Test(arguments: ["", "Ünïcödé. "])
  func `a given name alone means the only person who has it`(prefix: String) throws {
    let found = Self.names(
      try Self.annotate([prefix + "Maria Kostrel met Orin Valdt and Orin Brandt. Then Maria left, said Orin."]))
    #expect(found.filter { $0[1] == "Maria" }.map { $0[2] } == ["Maria Kostrel"])
    #expect(found.filter { $0[1] == "Orin" }.allSatisfy { $0[2] == "Orin" })
  }

  @Test func `soft hyphens and separate accents hide no name`() throws {
    let found = Self.names(
      try Self.annotate(["A ship reached Bas\u{AD}ra and then Asuncio\u{301}n on a Fri\u{AD}day."]))
    #expect(found.map { $0[0] } == ["location", "location"])
    #expect(found.first?[2] == "Basra")
  }

  @Test func `names that the input brings are linked, and with only nothing else is found`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "in.jsonl",
      #"{"id":"1","text":"Orin Valdt met Mira Kostrel. Valdt spoke.","annotations":["#
        + #"{"id":"x","type":"person","start":0,"end":10},{"id":"y","type":"person","start":29,"end":34}]}"#)
    let only = try Program.run("annotate", "--format", "jsonl", "--set", "entity-extraction.given=only", file)
    #expect(Self.names(only.records) == [["person", "Orin Valdt", "Orin Valdt"], ["person", "Valdt", "Orin Valdt"]])
    let added = try Program.run("annotate", "--format", "jsonl", file)
    #expect(Self.names(added.records).map { $0[1] } == ["Orin Valdt", "Mira Kostrel", "Valdt"])
  }

  @Test func `names that the input brings take what lists and definitions know, also one within another`() throws {
    let folder = try TemporaryFolder()
    let text = "The Velmora Water Authority (VWA) met the UN. The VWA left the United Nations."
    let names = [
      ("organization", 4, 27), ("location", 4, 11), ("organization", 42, 44), ("organization", 50, 53),
      ("organization", 63, 77),
    ]
    let annotations = names.enumerated().map {
      ["id": "x\($0)", "type": $1.0, "start": $1.1, "end": $1.2] as [String: Any]
    }
    let record: [String: Any] = ["id": "1", "text": text, "annotations": annotations]
    let line = String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
    let file = try folder.write("in.jsonl", line)
    let run = try Program.run("annotate", "--format", "jsonl", "--set", "entity-extraction.given=only", file)
    let entities = Dictionary(Self.names(run.records).map { ($0[1], $0[2]) }, uniquingKeysWith: { first, _ in first })
    #expect(entities["VWA"] == "Velmora Water Authority")
    #expect(entities["Velmora"] == "Velmora")
    #expect(entities["UN"] == "United Nations" && entities["United Nations"] == "United Nations")
  }

  @Test(arguments: ["", "Ünïcödé. "])
  func `all places of a name vote on what it is`(prefix: String) throws {
    let found = Self.names(
      try Self.annotate([prefix + "They came from Torvex. A Torvex spokesman agreed, and Torvex shares fell."]))
    #expect(found.map { $0[0] } == ["organization", "organization", "organization"])
  }

  @Test(arguments: ["", "Ünïcödé. "])
  func `a coined short form in brackets means the body before it`(prefix: String) throws {
    let found = Self.names(
      try Self.annotate([prefix + "The Velmora Rivers Service (Velriv) agreed. In May Velriv left."]))
    #expect(found.map { $0[1] } == ["Velmora Rivers Service", "Velriv", "Velriv"])
    #expect(Set(found.map { $0[2] }).count == 1)
  }

  @Test func `identities of a set are found, corrected and given to a later run`() throws {
    let texts = ["Orin Valdt met Mira Kostrel.", "Mr. Valdt said so.", "Ilse Kostrel said so.", "Mr. Kostrel said so."]
    let folder = try TemporaryFolder()
    let records = try Self.annotate(texts)
    let report = try folder.write(
      "report.jsonl",
      try records.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
        .joined(separator: "\n"))
    #expect(try Program.run("entities", "resolve", report, "-o", folder.path).status == 0)
    let file = folder.path + "/identities.tsv"
    let open = try Program.run("entities", "list", "--open", file)
    #expect(open.output == "1\tperson\tKostrel\topen: Ilse Kostrel or Mira Kostrel\n")
    #expect(try Program.run("entities", "split", file, "Kostrel", "--as", "Mira Kostrel").status == 0)
    #expect(try Program.run("entities", "merge", file, "Nobody", "Mira Kostrel").status == 2)
    let found = Self.names(try Self.annotate(texts, "--identities", file))
    #expect(found.map { $0[2] } == ["Orin Valdt", "Mira Kostrel", "Orin Valdt", "Ilse Kostrel", "Mira Kostrel"])
  }

  @Test func `a cabinet is added by a table and a ruleset of one rule`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      "cabinet.tsv",
      "term\tcanonical\trole\nQuarvil\tSefa Quarvil\tminister of tides\nSefa Quarvil\tSefa Quarvil\tminister of tides\n"
    )
    _ = try folder.write(
      "cabinet.yaml",
      """
      postil: 1
      ruleset: my.cabinet
      module: entity-extraction
      lexicons: {cabinet: {file: cabinet.tsv}}
      rules:
        - {id: minister, type: name, terms: cabinet, features: {kind: person, canonical: '${term.canonical}', role: '${term.role}', certainty: sure}}
      """)
    let found = Self.names(try Self.annotate(["Nobody asked Quarvil."], "--rules", folder.path))
    #expect(found == [["person", "Quarvil", "Sefa Quarvil"]])
  }

  @Test func `a long text of one line ends`() throws {
    let sentence = "Orin Valdt met Mira Kostrel of the Velmora Water Authority in Basra, Reuters said. "
    let found = Self.names(try Self.annotate([String(repeating: sentence, count: 2_000)]))
    #expect(Set(found.map { $0[2] }).count == 5)
    #expect(found.count == 10_000)
  }
}
