import PostilModel

/// A mail (RFC 5322): its subject and its words.
struct MailFormat: SingleDocumentFormat {
  let name = "mail"
  let endings: Set<String> = ["eml"]

  func recognizes(_ head: FileHead) -> Bool {
    Self.isMail(head.start) && !head.start.hasPrefix("from ")
  }

  /// Names that only a mail's head has.
  private static let names: Set<Substring> = [
    "message-id", "mime-version", "received", "return-path", "content-transfer-encoding", "delivered-to",
  ]

  /// A head of lines `Name: value` of which one is only a mail's; a memo has `From` and `To` too.
  ///
  /// - Parameter start: In small letters.
  static func isMail(_ start: String) -> Bool {
    var found: Set<Substring> = []
    for (number, line) in start.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.isEmpty { break }
      if line.first?.isWhitespace == true || number == 0 && line.hasPrefix("from ") { continue }
      guard let colon = line.firstIndex(of: ":"), line[..<colon].allSatisfy({ $0.isLetter || $0 == "-" }) else {
        return false
      }
      found.insert(line[..<colon])
    }
    return found.count > 2 && !found.isDisjoint(with: names)
  }

  func content(of bytes: [UInt8], _ source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> FileContent {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let content = Self.content(of: bytes) else {
      throw ReadError(path: source.displayName, kind: .holdsNothing("a mail"))
    }
    return content
  }

  /// Nil for what has neither subject nor words.
  static func content(of bytes: ArraySlice<UInt8>) -> FileContent? {
    let mail = MailPart(bytes)
    let words = MailText(mail)
    let head = mail.head
    guard head["subject"] != nil || !words.text.isEmpty else { return nil }
    let text = MarkupText.titled(head["subject"], words.text)
    let language = head["content-language"]
    let dating = InputDate(head["date"].map { .string($0) }, origin: .record, language: language ?? "en")
    let author = head["from"].map(Self.author)
    var metadata = Features(known: [
      ("title", head["subject"]), ("author", author?.name), ("authorAddress", author?.address), ("to", head["to"]),
      ("language", language), ("list", head["list-id"]),
      ("messageId", head["message-id"]), ("replyTo", head["in-reply-to"]),
    ])
    if !words.attachments.isEmpty { metadata["attachments"] = .list(words.attachments.map { .string($0) }) }
    return FileContent(
      text: text, metadata: metadata, date: dating.date,
      remarks: dating.remarks + MarkupText.remarks(on: text, hasBody: !words.text.isEmpty),
      boilerplate: MailText.quotations(in: text))
  }

  /// `"Zoë Kostrel" <zoe@v.example>`, or an address with a comment, or alone.
  private static func author(_ field: String) -> (name: String, address: String?) {
    if let match = field.firstMatch(of: /^\s*"?(.*?)"?\s*<([^<>]*)>/) {
      return (match.1.isEmpty ? String(match.2) : String(match.1), String(match.2))
    }
    if let match = field.firstMatch(of: /^(\S+@\S+)\s+\((.+)\)/) { return (String(match.2), String(match.1)) }
    return (field, field.contains("@") ? field : nil)
  }
}
