import Foundation
import PostilRecords

/// CoNLL columns: the token first, its label last, a blank line between sentences.
enum ConllGold {
  static func gold(at path: String) throws(ReportError) -> Gold {
    let columns = try ConllColumns(GoldText.file(path), path: path)
    let scheme: LabelScheme
    do throws(LabelScheme.UnknownLabel) {
      scheme = try LabelScheme(sentences: columns.documents.flatMap(\.sentences).map { $0.map(\.label) })
    } catch {
      throw ReportError(
        description:
          "'\(path)' has the label '\(error.label)', which is of no scheme known: \(error.reason); known are IOB1, "
          + "IOB2, IOBES, BILUO and plain labels such as PERSON")
    }
    let single =
      columns.documents.count == 1
      ? URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent : nil
    let documents = columns.documents.enumerated().map { number, document in
      gold(document, id: document.id ?? single ?? "\(number + 1)", scheme)
    }
    return Gold(documents: documents, notes: ["gold: CoNLL columns, labels read as \(scheme.name)"])
  }

  private static func gold(_ document: ConllColumns.Document, id: String, _ scheme: LabelScheme) -> GoldDocument {
    var tokens: [String] = []
    var items: [ReportRecord.Item] = []
    for sentence in document.sentences {
      for name in scheme.names(sentence.map(\.label)) {
        let words = sentence[name.tokens].map(\.token).joined(separator: " ")
        items.append(
          ReportRecord.Item(
            id: "g\(items.count + 1)", type: GoldType.named(name.type), start: tokens.count + name.tokens.lowerBound,
            end: tokens.count + name.tokens.upperBound, text: words))
      }
      tokens += sentence.map(\.token)
    }
    return GoldDocument(id: id, text: .tokens(tokens), items: items, isUnnamed: document.id == nil)
  }
}

/// The rows of a file of columns, by document and sentence.
struct ConllColumns {
  /// A token with its label; nil for `O`.
  struct Row {
    let token: String
    let label: String?
  }

  /// A document; without id where the file gives none.
  struct Document {
    var id: String?
    var sentences: [[Row]] = [[]]

    var isEmpty: Bool { sentences.allSatisfy(\.isEmpty) }
  }

  private(set) var documents: [Document] = []
  private let path: String
  private var columns: Int?

  init(_ text: String, path: String) throws(ReportError) {
    self.path = path
    for (number, line) in GoldText.lines(text).enumerated() { try read(line, number + 1) }
    documents.removeAll { $0.isEmpty && $0.id == nil }
  }

  private mutating func read(_ line: Substring, _ number: Int) throws(ReportError) {
    let fields = line.unicodeScalars.split { $0 == "\t" || $0 == " " }.map(String.init)
    guard !fields.isEmpty else {
      if documents.last?.sentences.last?.isEmpty == false { documents[documents.count - 1].sentences.append([]) }
      return
    }
    if fields[0] == "-DOCSTART-" { return begin(Self.id(fields)) }
    if let comment = Self.comment(line) {
      if let id = comment.id { begin(id) }
      return
    }
    guard fields.count >= 2, columns == nil || columns == fields.count else {
      throw ReportError(
        description:
          "'\(path)' line \(number) has \(fields.count == 1 ? "one column" : "\(fields.count) columns"), but "
          + (columns.map { "the lines before have \($0)" } ?? "a token and its label are wanted") + ": '\(line)'")
    }
    columns = fields.count
    if documents.isEmpty { documents.append(Document()) }
    let label = fields[fields.count - 1]
    documents[documents.count - 1].sentences[documents[documents.count - 1].sentences.count - 1].append(
      Row(token: fields[0], label: label == "O" ? nil : label))
  }

  /// Begins a document, unless one that has no tokens yet only gets its id.
  private mutating func begin(_ id: String?) {
    if let last = documents.last, last.isEmpty, last.id == nil || id == nil {
      documents[documents.count - 1].id = last.id ?? id
    } else {
      documents.append(Document(id: id))
    }
  }

  /// The id that a `-DOCSTART-` line gives in brackets, or as the only other column.
  private static func id(_ fields: [String]) -> String? {
    let rest = fields.dropFirst().filter { !["-X-", "O", "_", "-"].contains($0) }
    guard rest.count == 1, let id = rest.first else { return nil }
    return id.hasPrefix("(") && id.hasSuffix(")") ? String(id.dropFirst().dropLast()) : id
  }

  /// A comment is `# name = value`, `# newdoc` or `# newpar`; any other line that begins with `#` holds a token.
  private static func comment(_ line: Substring) -> (id: String?, Void)? {
    guard line.hasPrefix("# ") else { return nil }
    let text = line.dropFirst(2)
    if let sign = text.range(of: " = ") {
      let name = text[..<sign.lowerBound]
      guard !name.isEmpty, !name.contains(where: \.isWhitespace) else { return nil }
      return (["id", "newdoc id", "doc_id"].contains(String(name)) ? String(text[sign.upperBound...]) : nil, ())
    }
    return text.hasPrefix("newdoc") || text.hasPrefix("newpar") ? (nil, ()) : nil
  }
}
