import Foundation
import PostilJSON
import PostilRecords

/// Reads gold annotations: JSONL, a folder of brat standoff, or CoNLL columns.
public enum GoldReader {
  /// The documents at `path`; the form is told by the file's ending and content.
  ///
  /// - Throws: ``ReportError`` with the file and line of what cannot be read.
  public static func documents(at path: String) throws(ReportError) -> [GoldDocument] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReportError(description: "there is no gold '\(path)'")
    }
    if isFolder.boolValue {
      let report = "\(path)/\(ReportReader.fileName)"
      return FileManager.default.fileExists(atPath: report) ? try records(at: report) : try BratGold.documents(in: path)
    }
    if path.hasSuffix(".ann") { return [try BratGold.document(at: path)] }
    if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") { return try records(at: path) }
    return try ConllGold.documents(at: path)
  }

  /// One document a line: a report's records, or objects with `id`, `text` and `annotations`.
  private static func records(at path: String) throws(ReportError) -> [GoldDocument] {
    let file = try LineFile(path: path)
    var documents: [GoldDocument] = []
    do {
      try file.batches(of: 64) { lines in
        for line in lines {
          guard let value = line.value, let document = try document(value, "'\(path)' line \(line.number)") else {
            throw ReportError(
              description: "'\(path)' line \(line.number) is no document: it needs 'id' and 'annotations'")
          }
          documents.append(document)
        }
      }
    } catch {
      throw (error as? ReportError) ?? ReportError(description: "'\(path)' cannot be read")
    }
    return documents
  }

  private static func document(_ value: JSONValue, _ place: String) throws(ReportError) -> GoldDocument? {
    do throws(RecordError) {
      if ReportRecord.isRecord(value) {
        let record = try ReportRecord(value)
        return GoldDocument(id: record.id, text: .whole(record.text), items: record.items)
      }
      guard let id = value["id"]?.string, let annotations = value["annotations"]?.array else { return nil }
      var items: [ReportRecord.Item] = []
      for (number, item) in annotations.enumerated() {
        items.append(try ReportRecord.Item(item, number: number + 1))
      }
      return GoldDocument(id: id, text: .whole(value["text"]?.string), items: items)
    } catch {
      throw ReportError(description: "\(place): \(error)")
    }
  }
}

/// brat's standoff format: `NAME.ann` beside `NAME.txt`.
enum BratGold {
  static func documents(in folder: String) throws(ReportError) -> [GoldDocument] {
    let names = ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".ann") }
    guard !names.isEmpty else {
      throw ReportError(description: "the folder '\(folder)' holds neither report.jsonl nor brat's .ann files")
    }
    var documents: [GoldDocument] = []
    for name in names.sorted() { documents.append(try document(at: "\(folder)/\(name)", id: String(name.dropLast(4)))) }
    return documents
  }

  static func document(at path: String, id: String? = nil) throws(ReportError) -> GoldDocument {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ReportError(description: "'\(path)' cannot be read")
    }
    let text = FileManager.default.contents(atPath: String(path.dropLast(4)) + ".txt")
    let own = id ?? URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return GoldDocument(
      id: own, text: .whole(text.map { String(decoding: $0, as: UTF8.self) }),
      items: try items(String(decoding: data, as: UTF8.self), path))
  }

  private static func items(_ text: String, _ path: String) throws(ReportError) -> [ReportRecord.Item] {
    var items: [(id: String, type: String, start: Int, end: Int, text: String)] = []
    var features: [String: [JSONValue.Member]] = [:]
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 2 else { continue }
      let words = fields[1].split { $0 == " " || $0 == ";" }.map(String.init)
      switch line.first {
      case "T":
        let offsets = words.dropFirst().compactMap { Int($0) }
        guard let type = words.first, let start = offsets.min(), let end = offsets.max(), start < end else {
          throw ReportError(description: "'\(path)' line \(number + 1) is no text-bound annotation: '\(line)'")
        }
        items.append((fields[0], type, start, end, fields.count > 2 ? fields[2] : ""))
      case "A", "M":
        guard words.count >= 2 else { continue }
        let value = words.count > 2 ? JSONValue.string(words[2...].joined(separator: " ")) : .boolean(true)
        features[words[1], default: []].append(JSONValue.Member(name: words[0], value: value))
      case "#":
        guard words.count >= 2, fields.count > 2 else { continue }
        let members = (try? JSONParser.value(of: fields[2]))?.members
        features[words[1], default: []] += members ?? [JSONValue.Member(name: "note", value: .string(fields[2]))]
      default: continue
      }
    }
    return items.map {
      ReportRecord.Item(
        id: $0.id, type: $0.type.lowercased(), start: $0.start, end: $0.end, text: $0.text,
        features: features[$0.id] ?? [])
    }
  }
}

/// CoNLL columns: the token first, its BIO or IOBES label last, a blank line between sentences.
enum ConllGold {
  private static let names = ["per": "person", "org": "organization", "loc": "location", "gpe": "location"]

  static func documents(at path: String) throws(ReportError) -> [GoldDocument] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ReportError(description: "'\(path)' cannot be read")
    }
    var documents: [ConllDocument] = []
    for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if line.hasPrefix("# id = ") {
        documents.append(ConllDocument(id: String(line.dropFirst(7))))
      } else if line.hasPrefix("-DOCSTART-") {
        if documents.last.map({ !$0.tokens.isEmpty }) ?? true {
          documents.append(ConllDocument(id: "\(documents.count + 1)"))
        }
      } else if !line.hasPrefix("# ") {
        if documents.isEmpty { documents.append(ConllDocument(id: "1")) }
        documents[documents.count - 1].add(line)
      }
    }
    return documents.map(\.gold)
  }

  /// Collects the tokens of one document.
  private struct ConllDocument {
    let id: String
    var tokens: [String] = []
    private var open: (type: String, start: Int)?
    private var items: [ReportRecord.Item] = []

    init(id: String) { self.id = id }

    mutating func add(_ line: Substring) {
      let fields = line.split { $0 == "\t" || $0 == " " }
      guard let token = fields.first, let label = fields.last else { return }
      let type = label.count > 2 ? String(label.dropFirst(2)) : ""
      if let open, !"IE".contains(label.first ?? "O") || open.type != type || fields.count < 2 { close() }
      if type.isEmpty || fields.count < 2 { close() } else if open == nil { open = (type, tokens.count) }
      tokens.append(String(token))
      if "ES".contains(label.first ?? "O"), !type.isEmpty { close() }
    }

    private mutating func close() {
      guard let open else { return }
      let type = open.type.lowercased()
      items.append(
        ReportRecord.Item(
          id: "g\(items.count + 1)", type: names[type] ?? type, start: open.start, end: tokens.count,
          text: tokens[open.start...].joined(separator: " ")))
      self.open = nil
    }

    var gold: GoldDocument {
      var last = self
      last.close()
      return GoldDocument(id: id, text: .tokens(tokens), items: last.items)
    }
  }
}
