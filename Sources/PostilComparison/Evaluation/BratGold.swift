import Foundation
import PostilJSON
import PostilRecords

/// brat's standoff format: `NAME.ann` beside `NAME.txt`.
enum BratGold {
  static func gold(in folder: String) throws(ReportError) -> Gold {
    let names = ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".ann") }
    guard !names.isEmpty else {
      throw ReportError(description: "the folder '\(folder)' holds neither report.jsonl nor brat's .ann files")
    }
    var documents: [GoldDocument] = []
    var told = Told()
    for name in names.sorted() {
      documents.append(try document(at: "\(folder)/\(name)", id: String(name.dropLast(4)), &told))
    }
    return Gold(documents: documents, notes: told.notes)
  }

  static func gold(at path: String) throws(ReportError) -> Gold {
    var told = Told()
    let id = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    let document = try document(at: path, id: id, &told)
    return Gold(documents: [document], notes: told.notes)
  }

  /// What is told of annotations that cannot be compared as they are.
  private struct Told {
    var empty: [String] = []
    var divided: [String] = []

    var notes: [String] {
      func list(_ names: [String]) -> String {
        names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
      }
      var notes = ["gold: brat's standoff files"]
      if !empty.isEmpty { notes.append("annotations of no length are left out: \(list(empty))") }
      if !divided.isEmpty {
        notes.append("annotations in parts are compared from their first to their last code point: \(list(divided))")
      }
      return notes
    }
  }

  private static func document(at path: String, id: String, _ told: inout Told) throws(ReportError) -> GoldDocument {
    let annotations = try GoldText.file(path)
    // A byte order mark stays in the text: brat counts it.
    let text = FileManager.default.contents(atPath: String(path.dropLast(4)) + ".txt")
      .map { String(decoding: $0, as: UTF8.self) }
    var reader = BratReader(path: path, text: text.map { Array($0.unicodeScalars) })
    for (number, line) in GoldText.lines(annotations).enumerated() { try reader.read(line, number + 1) }
    told.empty += reader.empty.map { "\(id) \($0)" }
    told.divided += reader.divided.map { "\(id) \($0)" }
    return GoldDocument(id: id, text: .whole(text), items: reader.items)
  }
}

/// Reads the lines of one `.ann`.
private struct BratReader {
  let path: String
  let text: [Unicode.Scalar]?
  private(set) var empty: [String] = []
  private(set) var divided: [String] = []
  private var bound: [ReportRecord.Item] = []
  private var features: [String: [JSONValue.Member]] = [:]

  init(path: String, text: [Unicode.Scalar]?) {
    self.path = path
    self.text = text
  }

  var items: [ReportRecord.Item] {
    bound.map {
      ReportRecord.Item(
        id: $0.id, type: $0.type, start: $0.start, end: $0.end, text: $0.text, features: features[$0.id] ?? [])
    }
  }

  /// Text-bound annotations, attributes, and Postil's own notes; all other lines say nothing of spans.
  mutating func read(_ line: Substring, _ number: Int) throws(ReportError) {
    let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    switch line.first {
    case "T": try readBound(fields, "'\(path)' line \(number)")
    case "A", "M":
      let words = (fields.dropFirst().first ?? "").split(separator: " ").map(String.init)
      guard words.count >= 2 else { return }
      let value = words.count > 2 ? JSONValue.string(words[2...].joined(separator: " ")) : .boolean(true)
      features[words[1], default: []].append(JSONValue.Member(name: words[0], value: value))
    case "#":
      // What an annotator writes is for people; Postil writes the features of an annotation as a JSON object.
      let words = (fields.dropFirst().first ?? "").split(separator: " ").map(String.init)
      guard words.count >= 2, fields.count > 2, let members = (try? JSONParser.value(of: fields[2]))?.members else {
        return
      }
      features[words[1], default: []] += members
    default: return
    }
  }

  private mutating func readBound(_ fields: [String], _ place: String) throws(ReportError) {
    let words = (fields.dropFirst().first ?? "").split(separator: " ", maxSplits: 1).map(String.init)
    let parts = (words.last ?? "").split(separator: ";").map { $0.split(separator: " ").map { Int($0) } }
    var spans: [Range<Int>] = []
    for part in parts {
      guard part.count == 2, let start = part[0], let end = part[1], 0 <= start, start <= end else { break }
      spans.append(start..<end)
    }
    guard words.count == 2, !spans.isEmpty, spans.count == parts.count else {
      throw ReportError(
        description: "\(place) is no text-bound annotation, such as 'T1<tab>Person 4 11<tab>Ann Lee': "
          + "'\(fields.joined(separator: "<tab>"))'")
    }
    if spans.allSatisfy(\.isEmpty) { return empty.append(fields[0]) }
    let (start, end) = (spans.map(\.lowerBound).min() ?? 0, spans.map(\.upperBound).max() ?? 0)
    let told = fields.count > 2 ? fields[2] : ""
    // The words of parts are not those from the first to the last; without the text nothing says what stands between.
    let whole = text == nil && spans.count > 1 ? "" : told
    var item = ReportRecord.Item(id: fields[0], type: GoldType.named(words[0]), start: start, end: end, text: whole)
    if text == nil, spans.count > 1 { divided.append(fields[0]) }
    if let text {
      let proof = SpanProof(text)
      // Some programs do not count a byte order mark; brat does.
      guard let shift = [0, text.first == "\u{FEFF}" ? 1 : 0].first(where: { isProved(told, spans, $0, proof) }) else {
        throw ReportError(
          description: "\(place): \(proof.fault(item) ?? "the words '\(told)' are not those of the parts of the span")")
      }
      if isDivided(spans, text) { divided.append(fields[0]) }
      item = ReportRecord.Item(
        id: item.id, type: item.type, start: start + shift, end: end + shift,
        text: proof.words(start + shift, end + shift))
    }
    bound.append(item)
  }

  private func isProved(_ told: String, _ spans: [Range<Int>], _ shift: Int, _ proof: SpanProof) -> Bool {
    guard (spans.map(\.upperBound).max() ?? 0) + shift <= text?.count ?? 0 else { return false }
    let found = spans.map { proof.words($0.lowerBound + shift, $0.upperBound + shift) }.joined(separator: " ")
    return told.isEmpty || SpanProof.isSame(told, found)
  }

  /// Whether words stand between the parts; a line end between them makes none, brat takes no annotation over one.
  private func isDivided(_ spans: [Range<Int>], _ text: [Unicode.Scalar]) -> Bool {
    let sorted = spans.sorted { $0.lowerBound < $1.lowerBound }
    return zip(sorted, sorted.dropFirst()).contains { left, right in
      left.upperBound < right.lowerBound
        && text[left.upperBound..<min(right.lowerBound, text.count)].contains { !$0.properties.isWhitespace }
    }
  }
}
