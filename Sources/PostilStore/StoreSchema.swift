import PostilModel

/// The tables and views of a store (`Documentation/Store.md`).
enum StoreSchema {
  /// Raised with every change of the tables.
  static let version = 3
  /// What tells a store from other SQLite files: `PRAGMA application_id`, "Post" in ASCII.
  static let applicationID: Int64 = 0x506F_7374

  static let sql = """
    CREATE TABLE runs(
      id INTEGER PRIMARY KEY, title TEXT NOT NULL, complete INTEGER NOT NULL DEFAULT 0, documents INTEGER, total INTEGER);
    CREATE TABLE documents(
      id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES runs(id), set_name TEXT NOT NULL, document TEXT NOT NULL, date TEXT, metadata TEXT NOT NULL,
      text TEXT NOT NULL, search TEXT NOT NULL, error TEXT, UNIQUE(set_name, document));
    CREATE TABLE annotations(
      id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
      annotation TEXT NOT NULL, type TEXT NOT NULL, start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL,
      text TEXT NOT NULL, module TEXT, rule TEXT);
    CREATE TABLE features(
      annotation_id INTEGER NOT NULL REFERENCES annotations(id) ON DELETE CASCADE, name TEXT NOT NULL, value TEXT,
      number REAL, search TEXT, PRIMARY KEY(annotation_id, name)) WITHOUT ROWID;
    CREATE INDEX annotations_by_document ON annotations(document_id);
    CREATE INDEX annotations_by_type ON annotations(type);
    CREATE INDEX features_by_value ON features(name, value);
    CREATE INDEX features_by_search ON features(name, search) WHERE search IS NOT NULL;
    CREATE VIRTUAL TABLE documents_text USING fts5(
      text, search, content='documents', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
    CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
      INSERT INTO documents_text(rowid, text, search) VALUES (new.id, new.text, new.search); END;
    CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
      INSERT INTO documents_text(documents_text, rowid, text, search)
        VALUES ('delete', old.id, old.text, old.search); END;
    \(view("entities", isMember: names, features: [Annotation.identityFeature, "role", "acronym"]))
    \(view("statements", isMember: "a.type = 'statement'", features: [
      "source", "sourceEntity", "cue", "kind", "form", "target", "sentiment", "score", "block"]))
    \(view("dates", isMember: "a.type = 'timex'", features: ["timexType", "value", "mod", "quant", "freq", "anchor"]))
    \(view("polls", isMember: "a.type = 'poll'", features: [
      "kind", "question", "prompt", "options", "shares", "votes", "pollster", "commissionedBy", "sampleSize",
      "marginOfError", "fieldStart", "fieldEnd"]))
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    """

  /// - Throws: ``StoreError`` when `database` is not a store of this version.
  static func check(_ database: Database) throws {
    func refuse(_ reason: String) -> StoreError { StoreError(path: database.path, code: 0, reason: reason) }
    let version = try database.integer("PRAGMA user_version")
    let isOwn = try database.integer("PRAGMA application_id") == applicationID
    guard isOwn || version == 1 else {
      throw refuse("the database is not one of Postil's; name another file, which is made if it is missing")
    }
    guard version == Self.version else {
      throw refuse(
        "the store is of version \(version), this program reads and writes \(Self.version); annotate into a new file")
    }
  }

  /// The features that hold names, which are kept as they are searched for too.
  static let searched: Set<String> = [Annotation.identityFeature, "sourceEntity"]

  private static let names =
    "EXISTS (SELECT 1 FROM features WHERE annotation_id = a.id AND name = '\(Annotation.identityFeature)')"

  /// One row for each annotation for which the condition `isMember` holds, a column for each feature.
  private static func view(_ name: String, isMember: String, features: [String]) -> String {
    let columns = features.flatMap { feature in
      let isNumber = ["score", "votes", "sampleSize", "marginOfError"].contains(feature)
      func value(_ field: String, as name: String) -> String {
        "(SELECT \(field) FROM features WHERE annotation_id = a.id AND name = '\(feature)') AS \(name)"
      }
      return [value(isNumber ? "number" : "value", as: column(feature))]
        + (searched.contains(feature) ? [value("search", as: "\(column(feature))_search")] : [])
    }
    return """
      CREATE VIEW \(name) AS SELECT a.id, a.document_id, d.set_name, d.document, d.date, a.type, a.start_offset, a.end_offset, a.text,
      \(columns.joined(separator: ",\n")), a.module, a.rule FROM annotations a JOIN documents d ON d.id = a.document_id
      WHERE \(isMember);
      """
  }

  /// `source_entity` of `sourceEntity`.
  private static func column(_ feature: String) -> String {
    feature.map { $0.isUppercase ? "_\($0.lowercased())" : String($0) }.joined()
  }
}
