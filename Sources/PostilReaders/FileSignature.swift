import PostilModel

/// What the first bytes of a file say that it is.
struct FileSignature {
  private let head: [UInt8]

  /// - Parameter head: The first bytes, some thousands of them.
  init(_ head: [UInt8]) { self.head = head }

  /// - Parameter ending: Of the file's name, in small letters.
  /// - Returns: Nil where they say nothing.
  func kind(ending: String) -> FileKind? {
    if let kind = binaryKind { return .other(kind) }
    // A table or records may begin with anything.
    guard !["csv", "tsv", "jsonl", "ndjson"].contains(ending) else { return nil }
    return markedKind(ending)
  }

  private func begins(_ text: String, at place: Int = 0) -> Bool { head.dropFirst(place).starts(with: text.utf8) }

  private static let signatures: [(bytes: [UInt8], kind: UnreadKind)] = [
    ([0xFF, 0xD8, 0xFF], .picture), ([0x89, 0x50, 0x4E, 0x47], .picture), ([0x49, 0x49, 0x2A, 0x00], .picture),
    ([0x4D, 0x4D, 0x00, 0x2A], .picture), ([0x00, 0x00, 0x01, 0x00], .picture), ([0x1F, 0x8B], .compressed),
    ([0x28, 0xB5, 0x2F, 0xFD], .compressed), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .compressed),
    ([0x37, 0x7A, 0xBC, 0xAF], .archive),
    ([0xD0, 0xCF, 0x11, 0xE0], .office), ([0x7F, 0x45, 0x4C, 0x46], .program), ([0x1A, 0x45, 0xDF, 0xA3], .film),
    ([0x00, 0x61, 0x73, 0x6D], .program),
  ]
  private static let words: [(text: String, kind: UnreadKind)] = [
    ("%PDF-", .pdf), ("%!PS-", .pdf), ("GIF8", .picture), ("{\\rtf", .rtf), ("BZh", .compressed), ("Rar!", .archive),
    ("OggS", .sound),
    ("fLaC", .sound), ("ID3", .sound), ("SQLite format 3", .database), ("wOFF", .font), ("wOF2", .font),
    ("WARC/", .webArchive),
    ("WEBVTT", .subtitles),
  ]

  private var binaryKind: UnreadKind? {
    if let found = Self.signatures.first(where: { head.starts(with: $0.bytes) }) { return found.kind }
    if let found = Self.words.first(where: { begins($0.text) || begins("\u{FEFF}" + $0.text) }),
      found.text.utf8.count > 3 || head.contains(0)
    {
      return found.kind
    }
    if begins("PK\u{3}\u{4}") { return zipKind }
    if begins("RIFF") { return begins("WEBP", at: 8) ? .picture : begins("WAVE", at: 8) ? .sound : .film }
    if begins("ftyp", at: 4) {
      return begins("avif", at: 8) || begins("heic", at: 8) ? .picture : begins("M4A", at: 8) ? .sound : .film
    }
    if begins("ustar", at: 257) { return .archive }
    return nil
  }

  private var zipKind: UnreadKind {
    if begins("mimetypeapplication/epub", at: 30) { return .book }
    if begins("mimetypeapplication/vnd.oasis", at: 30) { return .office }
    let names = ["[Content_Types].xml", "word/", "xl/", "ppt/", "_rels/"]
    return names.contains { begins($0, at: 30) } ? .office : .archive
  }

  // MARK: Marks in text

  /// The beginning as text, in small letters, white space and comments of markup in front left out.
  private var start: String {
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self).lowercased()
    var rest = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
    while rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    return String(rest)
  }

  private func markedKind(_ ending: String) -> FileKind? {
    let start = start
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return .read(.html) }
    if start.hasPrefix("#!") && !start.hasPrefix("#! ") && start.dropFirst(2).hasPrefix("/") { return .other(.script) }
    if start.hasPrefix("<?php") { return .other(.script) }
    if start.hasPrefix("<?xml") || start.hasPrefix("<rss") || start.hasPrefix("<feed") || start.hasPrefix("<svg")
      || start.hasPrefix("<nitf")
    {
      let kind = Self.xmlKind(start)
      return kind == .other(.xml) && ["html", "htm", "xhtml"].contains(ending) ? nil : kind
    }
    if isSubtitles(start) { return .other(.subtitles) }
    return mailKind(start)
  }

  private static func xmlKind(_ start: String) -> FileKind {
    let kinds: [(marks: [String], kind: FileKind)] = [
      (["<!doctype html", "<html"], .read(.html)), (["<rss", "<feed", "<rdf:rdf"], .other(.feed)),
      (["<newsitem", "<newsmessage", "<nitf", "<newsml"], .other(.newsItem)), (["<svg"], .other(.picture)),
      (["<xmi:xmi"], .other(.annotations)),
    ]
    return kinds.first { $0.marks.contains { start.contains($0) } }?.kind ?? .other(.xml)
  }

  /// A number, then two times with an arrow between.
  private func isSubtitles(_ start: String) -> Bool {
    start.prefixMatch(of: /\d+\s*\n\s*\d{1,2}:\d\d:\d\d[,.]\d{1,3}\s*-->\s*\d{1,2}:\d\d:\d\d/) != nil
  }

  /// Names that only a mail's head has.
  private static let mailNames: Set<Substring> = [
    "message-id", "mime-version", "received", "return-path", "content-transfer-encoding", "delivered-to",
  ]

  /// A head of lines `Name: value` of which one is only a mail's; a memo has `From` and `To` too.
  private func mailKind(_ start: String) -> FileKind? {
    var names: Set<Substring> = []
    for (number, line) in start.split(separator: /\r?\n/, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty { break }
      if line.first?.isWhitespace == true || number == 0 && line.hasPrefix("from ") { continue }
      guard let colon = line.firstIndex(of: ":"), line[..<colon].allSatisfy({ $0.isLetter || $0 == "-" }) else {
        return nil
      }
      names.insert(line[..<colon])
    }
    guard names.count > 2, !names.isDisjoint(with: Self.mailNames) else { return nil }
    return .other(
      start.contains("multipart/related") && start.contains("snapshot-content-location") ? .webArchive : .mail)
  }
}
