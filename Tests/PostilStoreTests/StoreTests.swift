import Foundation
import PostilJSON
import PostilRecords
import PostilStore
import Testing

/// Records in a store, asked in SQL.
@Suite struct StoreTests {
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("store-" + UUID().uuidString).path
    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func record(_ id: String, _ text: String, entity: String, score: Double) -> ReportRecord {
    ReportRecord(
      id: id, set: "s", date: "2024-01-02", metadata: [.init(name: "outlet", value: .string("Öl"))], text: text,
      items: [
        ReportRecord.Item(
          id: "a1", type: "person", start: 0, end: 3, text: "Ann",
          features: [.init(name: "entity", value: .string(entity))], module: "m", rules: ["r/x"]),
        ReportRecord.Item(
          id: "a2", type: "statement", start: 4, end: 8, text: "said",
          features: [
            .init(name: "sourceEntity", value: .string(entity)), .init(name: "score", value: .number(score)),
            .init(name: "evidence", value: .array([.string("cue"), .number(1)])),
          ]),
      ])
  }

  private func rows(_ path: String, _ sql: String) throws -> [[String]] {
    var rows: [[String]] = []
    try StoreQuery(path: path, sql: sql).rows { row in
      rows.append(row.map(\.plainText))
      return true
    }
    return rows
  }

  @Test func `views give each annotation its features as columns, and texts are searched`() throws {
    let folder = try Folder()
    let path = folder.path + "/s.sqlite"
    let writer = try StoreWriter(path: path)
    try writer.begin(title: "docs")
    try writer.add(record("d1", "Ann said “Café Crème” is العراق", entity: "Ann Lee", score: -0.5))
    try writer.add(record("d2", "Ann said nothing", entity: "Ann O'Neil", score: 0.25))
    try writer.close(isComplete: true, documents: 1, total: 1)
    #expect(
      try rows(path, "SELECT document, entity, rule FROM entities ORDER BY document") == [
        ["d1", "Ann Lee", "r/x"], ["d2", "Ann O'Neil", "r/x"],
      ])
    #expect(try rows(path, "SELECT source_entity, score FROM statements WHERE score < 0") == [["Ann Lee", "-0.5"]])
    let search =
      "SELECT d.document FROM documents_text t JOIN documents d ON d.id = t.rowid WHERE documents_text MATCH "
    #expect(try rows(path, search + "'cafe'") == [["d1"]])
    #expect(try rows(path, search + "'العراق'") == [["d1"]])
    #expect(try rows(path, "SELECT value FROM features WHERE name = 'evidence' LIMIT 1") == [["[\"cue\",1]"]])
    #expect(try rows(path, "SELECT json_extract(metadata, '$.outlet') FROM documents LIMIT 1") == [["Öl"]])
  }

  private static let documents =
    "SELECT d.document FROM documents_text t JOIN documents d ON d.id = t.rowid WHERE documents_text MATCH "

  private func store(_ texts: [(text: String, entity: String)], in folder: Folder) throws -> String {
    let path = folder.path + "/s.sqlite"
    let writer = try StoreWriter(path: path)
    try writer.begin(title: "docs")
    for (number, pair) in texts.enumerated() {
      try writer.add(record("d\(number)", pair.text, entity: pair.entity, score: 0))
    }
    try writer.close(isComplete: true, documents: texts.count, total: texts.count)
    return path
  }

  @Test(arguments: [
    (
      "Ünï. التقى محمّد شياع السودانـي", "محمّد السوداني", ["محمد", "محمّد", "محمد AND السوداني", "\"محمد شياع\""],
      "محمد السودانى"
    ),
    ("Ünï. أحمد بهاء في بغداد", "أحمد بهاء", ["احمد", "أحمد", "بها", "\"احمد بهاء\""], "احمد بها"),
    ("Ünï. Горбачёв и Ивано\u{301}в", "Горбачёв", ["Горбачев", "горбачёв", "Иванов", "Горбаче\u{308}в"], "ГОРБАЧЕВ"),
    ("Ünï. η Αθήνα του Αλέξη", "Αλέξης", ["Αθηνα", "ΑΘΗΝΑ", "Αθη\u{301}να", "\"αθηνα του\""], "αλεξησ"),
    (
      "Ünï. Kos\u{AD}trel met Oʼneil", "Kos\u{AD}trel Oʼneil", ["Kostrel", "\"O''Neil\"", "O’Neil", "Oʼneil"],
      "kostrel oneil"
    ),
    (
      "Ünï. Zoë Østergård’s boat", "Zoë Østergård", ["zoe", "Ostergard", "Østergård", "\"zoë ostergard\""],
      "ZOE OSTERGARD"
    ),
  ])
  func `names are found as people type them`(_ c: (text: String, entity: String, searches: [String], name: String))
    throws
  {
    let folder = try Folder()
    let path = try store([("Ünï. Nothing here", "Nobody"), (c.text, c.entity)], in: folder)
    for search in c.searches { #expect(try rows(path, Self.documents + "'\(search)'") == [["d1"]], "\(search)") }
    let entities = "SELECT document, entity FROM entities WHERE entity_search = searchable('\(c.name)')"
    #expect(try rows(path, entities) == [["d1", c.entity]])
    let statements = "SELECT source_entity FROM statements WHERE source_entity_search = searchable('\(c.name)')"
    #expect(try rows(path, statements) == [[c.entity]])
    #expect(try rows(path, "SELECT text FROM documents WHERE document = 'd1'") == [[c.text]])
  }

  @Test func `a text that is typed as it is written stands once, and one that goes is found no more`() throws {
    let folder = try Folder()
    let path = try store([("Ann’s café is plain", "Ann"), ("محمّد", "Ann")], in: folder)
    #expect(try rows(path, "SELECT search FROM documents ORDER BY document") == [[""], ["محمد"]])
    let writer = try StoreWriter(path: path)
    try writer.begin(title: "more")
    try writer.add(record("d1", "أحمد", entity: "Ann", score: 0))
    try writer.close(isComplete: true, documents: 1, total: 1)
    #expect(try rows(path, Self.documents + "'محمد'").isEmpty)
    #expect(try rows(path, Self.documents + "'احمد'") == [["d1"]])
    #expect(try rows(path, "SELECT searchable(NULL) IS NULL, searchable('')") == [["1", ""]])
  }

  @Test(arguments: [
    ("MATCH 'al-Sudani'", #"MATCH '"al-Sudani"'"#), ("MATCH 'é AND O''Neil'", #"MATCH '"O''Neil"'"#),
    ("MATCH 'O'Neil'", #"MATCH '"O''Neil"'"#), ("MATCH al-Sudani", #"MATCH '"al-Sudani"'"#),
    ("MATCH 'U.S. AND é'", #"MATCH '"U.S."'"#),
    ("MATCH 'x' AND document = 'O'Neil'", "'O''Neil'"), ("MATCH 'محمّد al-Sudani'", #"MATCH '"al-Sudani"'"#),
  ])
  func `a question whose quotes are amiss is told how to write it`(_ c: (search: String, help: String)) throws {
    let folder = try Folder()
    let path = try store([("é al-Sudani met O'Neil of the U.S.", "Ann")], in: folder)
    let error = #expect(throws: StoreError.self) {
      try rows(path, Self.documents.replacing("MATCH ", with: "") + c.search)
    }
    #expect(error?.help?.contains(c.help) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [#"MATCH '"al-Sudani"'"#, #"MATCH '"O''Neil"'"#, #"MATCH '"U.S."'"#])
  func `what the help says finds the document`(_ search: String) throws {
    let folder = try Folder()
    let path = try store([("é al-Sudani met O'Neil of the U.S.", "Ann")], in: folder)
    #expect(try rows(path, Self.documents.replacing("MATCH ", with: "") + search) == [["d0"]])
  }

  @Test(arguments: [
    "SELECT nowhere FROM documents", "SELEC 1", "SELECT document FROM documents_text WHERE documents_text MATCH 'AND'",
  ])
  func `other faults are told without talk of quotes`(_ sql: String) throws {
    let folder = try Folder()
    let path = try store([("é", "Ann")], in: folder)
    let error = #expect(throws: StoreError.self) { try rows(path, sql) }
    #expect(error?.help == nil)
  }

  @Test func `whatever has an entity is among the names, whatever its type`() throws {
    let folder = try Folder()
    let path = folder.path + "/s.sqlite"
    let writer = try StoreWriter(path: path)
    try writer.begin(title: "docs")
    func item(_ id: String, _ type: String, _ entity: String?) -> ReportRecord.Item {
      ReportRecord.Item(
        id: id, type: type, start: 0, end: 1, text: "é",
        features: entity.map { [.init(name: "entity", value: .string($0))] } ?? [])
    }
    try writer.add(ReportRecord(id: "d", text: "é", items: [item("a1", "vessel", "Mary"), item("a2", "person", nil)]))
    try writer.close(isComplete: true, documents: 1, total: 1)
    #expect(try rows(path, "SELECT type, entity FROM entities") == [["vessel", "Mary"]])
  }

  @Test func `a document that comes again takes the place of the earlier one, with all it had`() throws {
    let folder = try Folder()
    let path = folder.path + "/s.sqlite"
    for entity in ["Ann Lee", "Ann Roe"] {
      let writer = try StoreWriter(path: path)
      try writer.begin(title: "docs")
      try writer.add(record("d1", "Ann said \(entity)", entity: entity, score: 0))
      try writer.close(isComplete: true, documents: 1, total: 1)
    }
    #expect(try rows(path, "SELECT count(*) FROM documents") == [["1"]])
    #expect(try rows(path, "SELECT count(*) FROM annotations") == [["2"]])
    #expect(try rows(path, "SELECT entity FROM entities") == [["Ann Roe"]])
    #expect(try rows(path, "SELECT count(*) FROM documents_text WHERE documents_text MATCH 'lee'") == [["0"]])
  }

  @Test func `a query cannot change a store, and faults name the file`() throws {
    let folder = try Folder()
    let path = folder.path + "/s.sqlite"
    let writer = try StoreWriter(path: path)
    try writer.begin(title: "docs")
    try writer.close(isComplete: true, documents: 0, total: 0)
    let change = #expect(throws: StoreError.self) { try StoreQuery(path: path, sql: "DELETE FROM documents") }
    #expect(change?.description.contains("may only read") == true)
    let wrong = #expect(throws: StoreError.self) { try StoreQuery(path: path, sql: "SELECT nowhere FROM documents") }
    #expect(wrong?.description.contains("no such column: nowhere") == true)
    #expect(throws: StoreError.self) { try StoreQuery(path: folder.path + "/none", sql: "SELECT 1") }
  }

  @Test(arguments: ["SELECT 1; DELETE FROM documents", "SELECT 1; SELECT 2", "", "-- nothing"])
  func `a query is one statement`(_ sql: String) throws {
    let folder = try Folder()
    let path = folder.path + "/s.sqlite"
    let writer = try StoreWriter(path: path)
    try writer.begin(title: "docs")
    try writer.close(isComplete: true, documents: 0, total: 0)
    #expect(throws: StoreError.self) { try StoreQuery(path: path, sql: sql) }
    #expect(try rows(path, "SELECT 1; -- é and no more ;") == [["1"]])
  }

  @Test func `a database of another program is left as it was`() throws {
    let folder = try Folder()
    let path = folder.path + "/other.sqlite"
    try Database(path: path, mode: .writing).execute("CREATE TABLE own(x); INSERT INTO own VALUES (7)")
    let before = FileManager.default.contents(atPath: path)
    for attempt in [{ _ = try StoreWriter(path: path) }, { _ = try StoreQuery(path: path, sql: "SELECT 1") }] {
      let error = #expect(throws: StoreError.self) { try attempt() }
      #expect(error?.description.contains("not one of Postil's") == true)
    }
    #expect(FileManager.default.contents(atPath: path) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["other.sqlite"])
  }

  @Test func `what a stopped run left is told until a run over the same documents is complete`() throws {
    let folder = try Folder()
    let path = folder.path + "/s.sqlite"
    func run(_ title: String, _ ids: [String], isComplete: Bool) throws {
      let writer = try StoreWriter(path: path)
      try writer.begin(title: title)
      for id in ids { try writer.add(record(id, "Ann said é", entity: "Ann", score: 0)) }
      try writer.close(isComplete: isComplete, documents: ids.count, total: 2)
    }
    func stopped() throws -> [String] {
      try StoreQuery(path: path, sql: "SELECT 1").stoppedRuns().map { "\($0.title) \($0.documents)" }
    }
    try run("docs", ["d1"], isComplete: false)
    #expect(try stopped() == ["docs 1"])
    try run("more", ["d3"], isComplete: true)
    #expect(try stopped() == ["docs 1"])
    try run("docs", ["d1", "d2"], isComplete: true)
    #expect(try stopped().isEmpty)
    #expect(try rows(path, "SELECT title, complete FROM runs ORDER BY title") == [["docs", "1"], ["more", "1"]])
  }

  @Test func `the second document of a name does not take the place of the first`() throws {
    let folder = try Folder()
    let path = folder.path + "/s.sqlite"
    let writer = try StoreWriter(path: path)
    try writer.begin(title: "docs")
    try writer.add(record("d1", "Ann said é", entity: "Ann", score: 0))
    try writer.add(ReportRecord(id: "d1", set: "s", error: "two documents are called 's/d1'"))
    try writer.add(ReportRecord(id: "d2", set: "s", error: "unreadable"))
    try writer.close(isComplete: true, documents: 3, total: 3)
    #expect(
      try rows(path, "SELECT document, error FROM documents ORDER BY document") == [["d1", ""], ["d2", "unreadable"]])
  }
}
