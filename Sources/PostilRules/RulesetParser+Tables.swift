import Foundation
import PostilDiagnostics
import PostilModel

/// The lexicons, the tables and the types of a rule file, and the files that it names.
extension RulesetParser {
  mutating func readLexicon(_ entry: YAMLEntry) {
    if let terms = entry.value.elements {
      for term in terms where term.scalar == nil {
        diagnostics.append(
          source.diagnostic(.wrongShape, "a term must be text, not \(term.kindName)", at: term.location))
      }
      lexicons[entry.key.text] = lexicon(entry.key.text, terms.compactMap(\.scalar), .sensitive)
      return
    }
    var fields = FieldReader(
      entry.value, source, known: ["file", "case", "dotted", "terms"], what: "a lexicon",
      shape: "write a list of terms, or {file: terms.tsv}")
    defer { if lexicons[entry.key.text] == nil { broken.names.insert(entry.key.text) } }
    let cases: [String: Lexicon.LetterCase] = [
      "sensitive": .sensitive, "capitals": .capitals, "insensitive": .insensitive,
    ]
    let letterCase = fields.choice("case", of: cases) ?? .sensitive
    let isDotted = fields.flag("dotted") ?? false
    if fields["terms"] != nil {
      lexicons[entry.key.text] = lexicon(entry.key.text, fields.texts("terms"), letterCase, isDotted)
    } else if let path = fields.required("file", in: "a lexicon"), let file = file(at: path)?.source {
      lexicons[entry.key.text] = LexiconFile.read(
        file, name: entry.key.text, letterCase: letterCase, isDotted: isDotted, &diagnostics)
    }
    diagnostics += fields.diagnostics
  }

  /// The tables for the ruleset's module; what it does not take is read all the same, to tell what is wrong with it.
  mutating func tables(of file: inout FieldReader, for manifest: ModuleManifest?) -> [RulesetTable] {
    var tables: [RulesetTable] = []
    for entry in file.mapping("tables") {
      let refusal = refusal(of: entry.key, by: manifest)
      diagnostics += refusal.map { [$0] } ?? []
      if let table = table(entry), refusal == nil { tables.append(table) }
    }
    return tables
  }

  private func refusal(of name: YAMLScalar, by manifest: ModuleManifest?) -> Diagnostic? {
    guard let manifest else {
      return source.diagnostic(
        .unknownTable, "a table in a ruleset without a module", at: name.location,
        help: "write 'module:' with the module that takes it above the tables")
    }
    guard case let taken = manifest.takesTables, !taken.contains(name.text) else { return nil }
    return source.diagnostic(
      .unknownTable, "module '\(manifest.name)' takes no table '\(name.text)'", at: name.location,
      help: Suggestion.help(for: name.text, among: taken)
        ?? (taken.isEmpty ? "it takes none" : "it takes \(taken.joined(separator: ", "))"))
  }

  private mutating func table(_ entry: YAMLEntry) -> RulesetTable? {
    var fields = FieldReader(entry.value, source, known: ["file"], what: "a table", shape: "write {file: table.tsv}")
    defer { diagnostics += fields.diagnostics }
    guard entry.value.entries != nil, let path = fields.required("file", in: "a table"), let file = file(at: path),
      let rows = TableFile.rows(of: file.source, &diagnostics)
    else { return nil }
    return RulesetTable(name: entry.key.text, location: entry.key.location, path: file.path, rows: rows)
  }

  /// The file that the rule file names.
  private mutating func file(at path: YAMLScalar) -> (source: SourceFile, path: String)? {
    guard let full = inside(path) else { return nil }
    do throws(Diagnostic) {
      return (try SourceFile(path: full, name: displayName(of: path)), full)
    } catch {
      // What of the file cannot be read is told at its place there.
      let isInside = error.sourceLine != nil
      diagnostics.append(isInside ? error : source.diagnostic(.unreadableImport, error.message, at: path.location))
      return nil
    }
  }

  /// A lexicon of terms, the empty ones left out.
  private func lexicon(
    _ name: String, _ terms: [YAMLScalar], _ letterCase: Lexicon.LetterCase, _ isDotted: Bool = false
  ) -> Lexicon {
    Lexicon(
      name: name, terms: terms.map(\.text).filter { !$0.isEmpty }, letterCase: letterCase, isDotted: isDotted)
  }

  mutating func readType(_ entry: YAMLEntry) {
    // `weapon:` with nothing behind it declares a type with any features.
    if entry.value.scalar?.text == "" || entry.value.scalar?.text == "{}" {
      types.append(TypeDeclaration(name: entry.key.text, features: nil, location: entry.key.location))
      return
    }
    var fields = FieldReader(entry.value, source, known: ["features", "title", "like"], what: "a type")
    let declared = fields.mapping("features")
    defer { diagnostics += fields.diagnostics }
    if fields["like"] != nil { return readAlike(entry, &fields) }
    guard fields["features"] != nil else {
      types.append(TypeDeclaration(name: entry.key.text, features: nil, location: entry.key.location))
      return
    }
    var features: [String: FeatureKind] = [:]
    for feature in declared {
      guard let scalar = feature.value.scalar, let kind = FeatureKind(scalar.text) else {
        diagnostics.append(
          source.diagnostic(
            .missingKind, "feature '\(feature.key.text)' needs a kind such as string, number or boolean",
            at: feature.value.location))
        continue
      }
      features[feature.key.text] = kind
    }
    if let wrong = FeatureKind.collision(in: features.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }) {
      let key = declared.first { $0.key.text == wrong.feature }?.key
      diagnostics.append(
        source.diagnostic(
          .endOfSpan,
          "feature '\(wrong.feature)' is called like an end of the span '\(wrong.span)', as which reports write it",
          at: key?.location ?? entry.key.location, help: "give one of the two another name"))
    }
    types.append(TypeDeclaration(name: entry.key.text, features: features, location: entry.key.location))
  }

  /// A type with the features of another, which is declared above it or imported.
  private mutating func readAlike(_ entry: YAMLEntry, _ fields: inout FieldReader) {
    guard let like = fields.text("like") else { return }
    if fields["features"] != nil {
      fields.fault(
        .notOneOfSeveral, "'features' beside 'like'", at: fields.place(of: "features"),
        help: "a type has the features of the one that it is like, and no others")
    }
    guard let other = types.first(where: { $0.name == like.text }) else {
      fields.fault(
        .unknownType, "no type '\(like.text)' is declared above", at: like.location,
        help: Suggestion.help(for: like.text, among: types.map(\.name)))
      return
    }
    types.append(TypeDeclaration(name: entry.key.text, features: other.features, location: entry.key.location))
  }

  /// What diagnostics call a file that this one names: beside it, as it calls itself.
  func displayName(of path: YAMLScalar) -> String {
    guard let slash = source.name.lastIndex(of: "/") else { return path.text }
    return source.name[...slash] + path.text
  }

  /// The path of a file that must lie in the ruleset's own folder, or in another that is given.
  mutating func inside(_ path: YAMLScalar, _ home: String? = nil) -> String? {
    let full = URL(fileURLWithPath: path.text, relativeTo: URL(fileURLWithPath: folder + "/")).standardizedFileURL
    // Where a link leads counts, not its name.
    let allowed = URL(fileURLWithPath: home ?? folder).resolvingSymlinksInPath().path
    if full.resolvingSymlinksInPath().path.hasPrefix(allowed + "/") { return full.path }
    diagnostics.append(
      source.diagnostic(
        .outsideFolder,
        "'\(path.text)' lies outside the ruleset's folder" + (home == nil ? "" : " and those beside it"),
        at: path.location))
    return nil
  }
}
