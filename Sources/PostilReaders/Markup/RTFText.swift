import PostilModel

/// The paragraphs of a document in RTF 1.x: words, without fonts, pictures, heads and fields' instructions.
struct RTFText {
  /// What a group knows and forgets at its end.
  private struct Group {
    var isUnread = false
    /// Of the font at hand; nil for the document's.
    var codePage: String?
    /// How many characters stand behind a Unicode one for readers that do not know it.
    var fallbacks = 1
    /// What the group is called, where that matters.
    var destination = ""
    /// Whether it was begun with a star: unread unless it is known.
    var isOptional = false
  }

  /// More groups inside one another are not followed.
  private static let mostLevels = 1000
  /// Groups that hold no text of the document.
  private static let unread: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "footnote", "annotation", "fldinst", "themedata", "colorschememapping",
    "datastore",
    "latentstyles", "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "nonshppict", "listtext",
    "pntext", "revtbl", "bkmkstart", "bkmkend", "filetbl", "private", "mmathpr",
  ]
  private static let characters: [String: String] = [
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "cell": " | ", "zwj": "\u{200D}",
    "zwnj": "\u{200C}", "ltrmark": "\u{200E}", "rtlmark": "\u{200F}",
  ]
  /// The code pages of fonts by their character sets.
  private static let charsets = [
    0: "windows-1252", 77: "macintosh", 128: "cp932", 129: "uhc", 134: "gb18030", 136: "big5-hkscs",
    161: "windows-1253",
    162: "windows-1254", 163: "windows-1258", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257",
    204: "windows-1251", 222: "windows-874", 238: "windows-1250",
  ]

  private(set) var paragraphs: [String] = []
  /// What the document says of itself: `title`, `author`.
  private(set) var about: [String: String] = [:]
  private let bytes: [UInt8]
  private var at = 0
  private var groups = [Group()]
  private var codePage = "windows-1252"
  private var fonts: [Int: String] = [:]
  private var font = 0
  private var text = ""
  /// Bytes in the code page at hand that were not read yet.
  private var pending: [UInt8] = []
  /// The first half of a character of two.
  private var surrogate: UInt16?
  private var skipped = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while at < bytes.count { readNext() }
    endParagraph()
  }

  private var group: Group {
    get { groups[groups.count - 1] }
    set { groups[groups.count - 1] = newValue }
  }

  private mutating func readNext() {
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "{"):
      flush()
      skipped = 0
      var inner = group
      (inner.destination, inner.isOptional) = (group.isUnread ? group.destination : "", false)
      if groups.count < Self.mostLevels { groups.append(inner) }
    case UInt8(ascii: "}"):
      flush()
      skipped = 0
      endGroup()
    case UInt8(ascii: "\\"): readControl()
    case .lineFeed, .carriageReturn, 0: break
    default: add(byte)
    }
  }

  private mutating func endGroup() {
    if ["title", "author"].contains(group.destination) {
      about[group.destination] = text.nonEmpty
      text = ""
    }
    if groups.count > 1 { groups.removeLast() }
  }

  private mutating func add(_ byte: UInt8) {
    if skipped > 0 {
      skipped -= 1
    } else if isRead {
      pending.append(byte)
    }
  }

  private var isRead: Bool { !group.isUnread || ["title", "author"].contains(group.destination) }

  private mutating func append(_ words: String) {
    flush()
    if isRead { text += words }
  }

  /// Reads the bytes that wait, in the code page at hand.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let page = group.codePage ?? codePage
    text += TextEncoding.decodeLeniently(pending, from: page) ?? String(decoding: pending, as: UTF8.self)
    pending = []
  }

  private mutating func endParagraph() {
    flush()
    let words = text.trimmed
    text = ""
    if !words.isEmpty { paragraphs.append(words) }
  }

  // MARK: Control words

  private mutating func readControl() {
    guard at < bytes.count else { return }
    let byte = bytes[at]
    guard byte.isASCIILetter else {
      at += 1
      return readSymbol(byte)
    }
    let start = at
    while at < bytes.count, bytes[at].isASCIILetter, at - start < 40 { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    let numberStart = at
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    while at < bytes.count, bytes[at].isASCIIDigit, at - numberStart < 12 { at += 1 }
    let number = Int(String(decoding: bytes[numberStart..<at], as: UTF8.self))
    if at < bytes.count, bytes[at] == .space { at += 1 }
    take(word, number)
  }

  private mutating func readSymbol(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"):
      let digits = String(decoding: bytes[at..<min(at + 2, bytes.count)], as: UTF8.self)
      if let value = UInt8(digits, radix: 16) {
        at += 2
        add(value)
      }
    case UInt8(ascii: "*"): group.isOptional = true
    case UInt8(ascii: "~"): append("\u{A0}")
    case UInt8(ascii: "_"): append("\u{2011}")
    case UInt8(ascii: "-"): break
    case .lineFeed, .carriageReturn: endParagraphIfRead()
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): add(byte)
    default: break
    }
  }

  private mutating func endParagraphIfRead() { if !group.isUnread { endParagraph() } }

  private mutating func take(_ word: String, _ number: Int?) {
    switch word {
    case "par", "sect", "page", "row": endParagraphIfRead()
    case "u": addUnicode(number ?? 0)
    case "uc": group.fallbacks = max(0, min(number ?? 1, 100))
    case "ansicpg": number.map { codePage = $0 == 65001 ? "utf-8" : Self.pageName($0) }
    case "mac": codePage = "macintosh"
    case "f": if group.destination == "fonttbl" { font = number ?? 0 } else { use(font: number ?? 0) }
    case "fcharset": if let page = number.flatMap({ Self.charsets[$0] }) { fonts[font] = page }
    case "bin": at = min(bytes.count, at + max(0, number ?? 0))
    case "title", "author": begin(word)
    case _ where Self.unread.contains(word) || group.isOptional && group.destination.isEmpty:
      begin(word, isUnread: true)
    default: if let character = Self.characters[word] { append(character) }
    }
  }

  private static func pageName(_ number: Int) -> String {
    switch number {
    case 932, 936, 949, 950: charsets[[932: 128, 936: 134, 949: 129, 950: 136][number] ?? 0] ?? "windows-1252"
    case 10000: "macintosh"
    default: "windows-\(number)"
    }
  }

  private mutating func use(font: Int) {
    flush()
    group.codePage = fonts[font]
  }

  private mutating func begin(_ destination: String, isUnread: Bool = false) {
    flush()
    if isUnread || group.isUnread { group.isUnread = true }
    group.destination = destination
  }

  /// A UTF-16 unit, written as a number with sign.
  private mutating func addUnicode(_ number: Int) {
    let unit = UInt16(truncatingIfNeeded: number)
    skipped = group.fallbacks
    if UTF16.isLeadSurrogate(unit) {
      surrogate = unit
    } else if let lead = surrogate {
      surrogate = nil
      append(String(decoding: [lead, unit], as: UTF16.self))
    } else {
      append(String(decoding: [unit], as: UTF16.self))
    }
  }
}
