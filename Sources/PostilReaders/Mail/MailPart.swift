import PostilModel

/// A mail, or a part of one: its head and what stands below it (RFC 2046).
struct MailPart {
  /// How many parts stand inside one another at most.
  private static let mostLevels = 20
  /// How many parts one holds at most.
  private static let mostParts = 1000

  let head: MailHead
  private let body: ArraySlice<UInt8>
  private let level: Int

  init(_ bytes: ArraySlice<UInt8>) { self.init(bytes, level: 0) }

  private init(_ bytes: ArraySlice<UInt8>, level: Int) {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes
    while let line = Self.line(of: &rest), !line.isEmpty { lines.append(line) }
    head = MailHead(lines)
    (body, self.level) = (rest, level)
  }

  /// Takes the first line out of `rest`, without its end; nil at the end.
  private static func line(of rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: .lineFeed) ?? rest.endIndex
    let line = rest[rest.startIndex..<end]
    rest = rest[min(end + 1, rest.endIndex)...]
    return line.last == .carriageReturn ? line.dropLast() : line
  }

  /// Such as `text/plain`, which it is when it says nothing.
  var type: String { head.kind("content-type").flatMap { $0.contains("/") ? $0 : nil } ?? "text/plain" }

  /// Whether it is a file that comes with the mail.
  var isAttachment: Bool { head.kind("content-disposition") == "attachment" }

  /// What the file is called that it is.
  var fileName: String? {
    head.parameter("filename", of: "content-disposition") ?? head.parameter("name", of: "content-type")
  }

  /// Its bytes as they were before they were written for the way.
  var contents: [UInt8] { MailTransfer.decoded(body, from: head.kind("content-transfer-encoding")) }

  /// The character set that it names.
  var charset: String? { head.parameter("charset", of: "content-type") }

  /// Its bytes as text, with line feeds as ends of lines.
  var text: String {
    MailCharset.text(of: contents, charset: charset).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  /// The mail that it is; nil where it is something else.
  var mail: MailPart? {
    guard type == "message/rfc822", level < Self.mostLevels else { return nil }
    return MailPart(contents[...], level: level + 1)
  }

  /// The parts that it is made of; the last one may have been cut.
  var parts: [MailPart] {
    guard type.hasPrefix("multipart/"), level < Self.mostLevels,
      let name = head.parameter("boundary", of: "content-type"),
      !name.isEmpty
    else { return [] }
    let mark = Array("--\(name)".utf8)
    var parts: [MailPart] = []
    var rest = body
    var start: Int?
    while parts.count < Self.mostParts {
      let begin = rest.startIndex
      guard let line = Self.line(of: &rest) else { break }
      guard line.starts(with: mark), line.dropFirst(mark.count).allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: "-") })
      else {
        continue
      }
      if let start { parts.append(MailPart(body[start..<begin], level: level + 1)) }
      start = rest.startIndex
      if line.dropFirst(mark.count).starts(with: Array("--".utf8)) {
        start = nil
        break
      }
    }
    if let start, start < body.endIndex { parts.append(MailPart(body[start...], level: level + 1)) }
    return parts
  }
}
