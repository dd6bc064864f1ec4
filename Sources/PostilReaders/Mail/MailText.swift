import PostilModel

/// The words of a mail, and the files that come with it.
struct MailText {
  private(set) var text = ""
  private(set) var attachments: [String] = []

  init(_ mail: MailPart) { add(mail) }

  private mutating func add(_ part: MailPart) {
    if part.isAttachment, part.mail == nil { return attach(part) }
    if let mail = part.mail { return addForwarded(mail) }
    let parts = part.parts
    switch part.type {
    case "multipart/alternative": Self.best(of: parts).map { add($0) }
    case "multipart/related": parts.first.map { add($0) }
    case _ where !parts.isEmpty: for inner in parts { add(inner) }
    case "text/html": append(PageText.plain(part.text))
    case "text/plain",
      _ where part.type.hasPrefix("multipart/"):
      append(Self.plain(part))
    default: attach(part)
    }
  }

  private mutating func attach(_ part: MailPart) { attachments.append(part.fileName ?? part.type) }

  private mutating func append(_ words: String) {
    let words = words.trimmedLines
    guard !words.isEmpty else { return }
    text += (text.isEmpty ? "" : "\n\n") + words
  }

  /// A mail inside a mail, behind the lines that say whose it is.
  private mutating func addForwarded(_ mail: MailPart) {
    let lines = ["From", "Date", "Subject"].compactMap { name in mail.head[name.lowercased()].map { "\(name): \($0)" } }
    append(lines.joined(separator: "\n"))
    add(mail)
  }

  /// Of several forms of one text the plain one, unless it says nothing.
  private static func best(of parts: [MailPart]) -> MailPart? {
    parts.first { $0.type == "text/plain" && !$0.text.allSatisfy(\.isWhitespace) } ?? parts.last { !$0.isAttachment }
  }

  /// Lines that were broken at a width and say so are joined (RFC 3676).
  private static func plain(_ part: MailPart) -> String {
    let text = part.text
    guard part.head.parameter("format", of: "content-type")?.lowercased() == "flowed" else { return text }
    let dropsSpace = part.head.parameter("delsp", of: "content-type")?.lowercased() == "yes"
    var lines: [(depth: Int, text: String, goesOn: Bool)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let depth = line.prefix { $0 == ">" }.count
      var words = line.dropFirst(depth)
      if words.first == " " { words = words.dropFirst() }
      let goesOn = words.last == " " && words != "-- "
      if goesOn, dropsSpace { words = words.dropLast() }
      if let last = lines.last, last.goesOn, last.depth == depth, words != "-- " {
        lines[lines.count - 1] = (depth, last.text + words, goesOn)
      } else {
        lines.append((depth, String(words), goesOn))
      }
    }
    return lines.map { ($0.depth > 0 ? String(repeating: ">", count: $0.depth) + " " : "") + $0.text }
      .joined(separator: "\n")
  }

  /// The places of quoted mails, with the line in front that says whose they are, and of the signature.
  static func quotations(in text: String) -> [Span] {
    var spans: [Span] = []
    var start = 0
    /// Where the paragraph in front of a quotation begins, while it may say whose that is.
    var lead: Int?
    var leadEndsWithColon = false
    for line in text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false) {
      let end = start + line.count
      if line.first == UInt8(ascii: ">") {
        if let last = spans.last, last.end + 1 == start {
          spans[spans.count - 1] = Span(start: last.start, end: end)
        } else {
          spans.append(Span(start: leadEndsWithColon ? lead ?? start : start, end: end))
        }
        (lead, leadEndsWithColon) = (nil, false)
      } else if line.elementsEqual("-- ".utf8) {
        return spans + [Span(start: start, end: text.utf8.count)]
      } else if !line.isEmpty {
        if lead == nil { lead = start }
        leadEndsWithColon = line.last == UInt8(ascii: ":")
      } else if !leadEndsWithColon {
        lead = nil
      }
      start = end + 1
    }
    return spans
  }
}

extension String {
  /// Without blank lines at its ends and white space behind it.
  fileprivate var trimmedLines: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false).drop { $0.allSatisfy(\.isWhitespace) }
    let end = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) }
    return end.map { lines[lines.startIndex...$0].joined(separator: "\n") } ?? ""
  }
}
