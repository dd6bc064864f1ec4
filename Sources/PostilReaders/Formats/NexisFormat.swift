import PostilDiagnostics
import PostilModel

/// Articles exported from Nexis as text, in the old form (`2 of 10 DOCUMENTS` in front of each) or the new one (`End of Document`
/// behind each).
struct NexisFormat: CollectionFormat {
  let name = "nexis"
  let title = "an export from Nexis"
  let endings: Set<String> = []

  func recognizes(_ head: FileHead) -> Bool {
    guard ["txt", "text", ""].contains(head.ending),
      ["ocument", "okument", "OCUMENT", "Job Number", ":\u{A0}"].contains(where: head.holds)
    else { return false }
    return NexisExport.isOne(NexisExport.lines(of: String(decoding: head.bytes, as: UTF8.self)))
  }

  func members(of source: DocumentSource, _ options: ReaderOptions, each: (FileMember) throws -> Bool) throws {
    let text = try TextEncoding.decode(try source.bytes(), as: options.encoding, path: source.displayName)
    try NexisExport(NexisExport.lines(of: text)).read(each: each)
  }
}

/// The articles of an export from Nexis.
struct NexisExport {
  private let articles: [(article: NexisArticle, line: Int)]

  /// The lines of `text` without white space at their ends; no-break spaces are spaces.
  static func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map { line in
      let line = line.trimmed
      return line.utf8.contains(0xC2) ? line.replacing("\u{A0}", with: " ") : line
    }
  }

  /// Whether `lines`, of a file's beginning, are of such an export.
  static func isOne(_ lines: [String]) -> Bool {
    if let start = lines.firstIndex(where: NexisLabel.isStart) {
      return lines[start...].contains { NexisLabel.isCapitalField($0) && NexisLabel.field(in: $0) != nil }
    }
    if let body = lines.firstIndex(where: NexisLabel.isOpening) {
      let labels = lines[..<body].compactMap { NexisLabel.field(in: $0)?.label }
      return labels.contains(.length) || lines[body...].contains(where: NexisLabel.isEnd)
    }
    // A list of titles in front of the first article may be long.
    return lines.contains { $0.hasPrefix("Job Number:") } && lines.contains { $0.hasPrefix("Documents (") }
  }

  /// - Parameter isWrapped: Whether lines may have been broken at a width; else each is a paragraph.
  init(_ lines: [String], isWrapped: Bool = true) {
    let isClassic = lines.contains(where: NexisLabel.isStart)
    var articles: [(article: NexisArticle, line: Int)] = []
    for part in isClassic ? Self.classicParts(lines) : Self.modernParts(lines) {
      guard let first = lines[part].firstIndex(where: { !$0.isEmpty }) else { continue }
      articles.append((NexisArticle(Array(lines[part]), isClassic: isClassic, isWrapped: isWrapped), first + 1))
    }
    self.articles = articles
  }

  private static func classicParts(_ lines: [String]) -> [Range<Int>] {
    let starts = lines.indices.filter { NexisLabel.isStart(lines[$0]) }
    return zip(starts, starts.dropFirst() + [lines.count]).map { $0 + 1..<$1 }
  }

  /// What stands behind the last end is an article that was cut, when its text has begun.
  private static func modernParts(_ lines: [String]) -> [Range<Int>] {
    let ends = lines.indices.filter { NexisLabel.isEnd(lines[$0]) }
    var parts = zip([-1] + ends, ends).map { $0 + 1..<$1 }
    let rest = (ends.last ?? -1) + 1..<lines.count
    if lines[rest].contains(where: NexisLabel.isOpening) { parts.append(rest) }
    return parts
  }

  /// Calls `each` for every article until it returns false.
  func read(each: (FileMember) throws -> Bool) throws {
    for (number, (article, line)) in articles.enumerated() {
      guard try each(FileMember(id: String(number + 1), article.content(line: line))) else { return }
    }
  }
}

extension NexisArticle {
  /// The document.
  ///
  /// - Parameter line: Where it begins in the file, from 1.
  fileprivate func content(line: Int) -> FileContent {
    let language = fields[.language].flatMap(NexisLabel.languageCode)
    let written = dateLine ?? fields[.loaded]
    let dating = InputDate(written.map { .string($0) }, origin: .record, language: language)
    let known: [(String, String?)] = [
      ("title", title), ("outlet", outlet), ("author", fields[.author]), ("section", fields[.section]),
      ("edition", edition), ("language", language), ("url", fields[.address]),
    ]
    var metadata = Features(known: known)
    metadata["line"] = .number(Double(line))
    let body = paragraphs.joined(separator: "\n\n")
    var content = FileContent(
      text: MarkupText.titled(title, body), metadata: metadata, date: dating.date, remarks: dating.remarks)
    if body.isEmpty {
      content.remarks.append(
        DocumentDiagnostic(
          code: Diagnostic.Code.hardlyAnyText.rawValue, message: "the article has a title and no text"))
    }
    return content
  }
}

extension Features {
  /// Texts by their names; those that are nil or empty are left out.
  init(known: [(name: String, value: String?)]) {
    self.init(
      known.compactMap { name, value in
        value.flatMap { $0.isEmpty ? nil : Entry(name: name, value: .string($0)) }
      })
  }
}
