import PostilModel

/// What the first bytes of a file that is not read say that it is.
struct FileSignature {
  private let head: FileHead

  init(_ head: FileHead) { self.head = head }

  /// Nil where they say nothing.
  var kind: UnreadKind? { binaryKind ?? markedKind }

  private static let signatures: [(bytes: [UInt8], kind: UnreadKind)] = [
    ([0xFF, 0xD8, 0xFF], .picture), ([0x89, 0x50, 0x4E, 0x47], .picture), ([0x49, 0x49, 0x2A, 0x00], .picture),
    ([0x4D, 0x4D, 0x00, 0x2A], .picture), ([0x00, 0x00, 0x01, 0x00], .picture), ([0x1F, 0x8B], .compressed),
    ([0x28, 0xB5, 0x2F, 0xFD], .compressed), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .compressed),
    ([0x37, 0x7A, 0xBC, 0xAF], .archive),
    ([0xD0, 0xCF, 0x11, 0xE0], .office), ([0x7F, 0x45, 0x4C, 0x46], .program), ([0x1A, 0x45, 0xDF, 0xA3], .film),
    ([0x00, 0x61, 0x73, 0x6D], .program),
  ]
  private static let words: [(text: String, kind: UnreadKind)] = [
    ("%!PS-", .postscript), ("GIF8", .picture), ("BZh", .compressed), ("Rar!", .archive),
    ("OggS", .sound),
    ("fLaC", .sound), ("ID3", .sound), ("SQLite format 3", .database), ("wOFF", .font), ("wOF2", .font),
  ]

  /// What bytes that are no text say.
  var binaryKind: UnreadKind? {
    if let found = Self.signatures.first(where: { head.bytes.starts(with: $0.bytes) }) { return found.kind }
    if let found = Self.words.first(where: { head.begins($0.text) || head.begins("\u{FEFF}" + $0.text) }),
      found.text.utf8.count > 3 || head.bytes.prefix(4096).contains(0)
    {
      return found.kind
    }
    if head.begins("PK\u{3}\u{4}") { return zipKind }
    if head.begins("RIFF") {
      return head.begins("WEBP", at: 8) ? .picture : head.begins("WAVE", at: 8) ? .sound : .film
    }
    if head.begins("ftyp", at: 4) {
      return head.begins("avif", at: 8) || head.begins("heic", at: 8)
        ? .picture : head.begins("M4A", at: 8) ? .sound : .film
    }
    if head.begins("ustar", at: 257) { return .archive }
    return nil
  }

  private var zipKind: UnreadKind {
    if head.begins("mimetypeapplication/epub", at: 30) { return .book }
    if head.begins("mimetypeapplication/vnd.oasis", at: 30) { return .office }
    let names = ["[Content_Types].xml", "word/", "xl/", "ppt/", "_rels/"]
    return names.contains { head.begins($0, at: 30) } ? .office : .archive
  }

  // MARK: Marks in text

  private var markedKind: UnreadKind? {
    let start = head.start
    if start.hasPrefix("#!") && !start.hasPrefix("#! ") && start.dropFirst(2).hasPrefix("/") { return .script }
    if start.hasPrefix("<?php") { return .script }
    if let root = head.rootElement, let kind = Self.roots.first(where: { $0.names.contains(root) })?.kind {
      return kind
    }
    if start.hasPrefix("<?xml"), !["html", "htm", "xhtml"].contains(head.ending) { return .xml }
    return nil
  }

  private static let roots: [(names: Set<Substring>, kind: UnreadKind)] = [
    (["svg"], .picture), (["xmi:xmi"], .annotations),
  ]
}
