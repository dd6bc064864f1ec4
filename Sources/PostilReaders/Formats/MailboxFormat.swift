import PostilModel

/// A box of mails (mbox, RFC 4155), read a mail at a time: each begins at a line `From …` behind a blank one.
struct MailboxFormat: CollectionFormat {
  let name = "mbox"
  let title = "a box of mails"
  let endings: Set<String> = ["mbox"]

  func recognizes(_ head: FileHead) -> Bool { head.start.hasPrefix("from ") && MailFormat.isMail(head.start) }

  func members(of source: DocumentSource, _ options: ReaderOptions, each: (FileMember) throws -> Bool) throws {
    var lines = try source.lines()
    var box = Box()
    while let line = lines.next() {
      if let mail = box.take(line) { guard try each(mail) else { return } }
    }
    if let mail = box.end() { _ = try each(mail) }
  }

  /// What was read of the mail at hand.
  private struct Box {
    private var bytes: [UInt8] = []
    private var number = 0
    private var lineNumber = 0
    private var firstLine = 1
    private var isBehindBlank = true

    /// Takes a line; gives the mail that ended before it.
    mutating func take(_ line: ArraySlice<UInt8>) -> FileMember? {
      lineNumber += 1
      defer { isBehindBlank = line.isEmpty }
      if isBehindBlank, Self.beginsMail(line) {
        defer { firstLine = lineNumber }
        return end()
      }
      // `>From` is what was `From` in the mail.
      let isMasked = line.first == UInt8(ascii: ">") && line.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
      bytes += isMasked ? line.dropFirst() : line
      bytes.append(.lineFeed)
      return nil
    }

    /// The mail at hand; nil where there is none.
    mutating func end() -> FileMember? {
      defer { bytes.removeAll(keepingCapacity: true) }
      guard var content = MailFormat.content(of: bytes[...]) else { return nil }
      number += 1
      content.metadata["line"] = .number(Double(firstLine))
      return FileMember(id: String(number), content)
    }

    /// `From` with a sender and a time; a sentence that begins with that word has no clock and year at its end.
    private static func beginsMail(_ line: ArraySlice<UInt8>) -> Bool {
      guard line.starts(with: "From ".utf8) else { return false }
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      let hasClock = words.contains { $0.contains(":") && $0.first?.isNumber == true }
      return hasClock && words.contains { $0.count == 4 && Int($0).map { (1970...2100).contains($0) } == true }
    }
  }
}
