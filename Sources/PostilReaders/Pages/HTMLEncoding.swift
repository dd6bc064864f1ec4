import PostilModel

/// The encoding of a page, as browsers find it (HTML Standard, 13.2.3, and the Encoding Standard's labels).
struct HTMLEncoding {
  /// How far a declaration is looked for first, in bytes.
  private static let reach = 1024
  /// How far where none stands there: browsers begin anew when they come to a late one (13.2.3.4).
  private static let farReach = 64 << 10
  /// What labels mean other than their names say (Encoding Standard, 4.2), by names that iconv knows.
  private static let labels: [String: String] = [
    "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "iso_8859-1": "windows-1252", "latin1": "windows-1252",
    "latin-1": "windows-1252", "l1": "windows-1252", "ascii": "windows-1252", "us-ascii": "windows-1252",
    "ansi": "windows-1252",
    "cp1252": "windows-1252", "x-cp1252": "windows-1252", "iso-8859-9": "windows-1254", "latin5": "windows-1254",
    "iso-8859-11": "windows-874", "tis-620": "windows-874", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "gb_2312-80": "gb18030", "chinese": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932", "euc-kr": "uhc", "ks_c_5601-1987": "uhc", "korean": "uhc", "windows-949": "uhc",
    "big5": "big5-hkscs",
    "x-x-big5": "big5-hkscs", "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "utf-16": "utf-8", "utf-16le": "utf-8",
    "utf-16be": "utf-8", "cp1256": "windows-1256", "cp1251": "windows-1251", "x-mac-roman": "macintosh",
    "koi8": "koi8-r",
  ]
  /// What undeclared pages in a language are mostly in (13.2.3.2, step 9).
  private static let usual: [String: String] = [
    "ar": "windows-1256", "fa": "windows-1256", "ba": "windows-1251", "be": "windows-1251", "bg": "windows-1251",
    "mk": "windows-1251", "ru": "windows-1251", "sr": "windows-1251", "uk": "windows-1251", "cs": "windows-1250",
    "hr": "windows-1250", "sk": "windows-1250", "hu": "iso-8859-2", "pl": "iso-8859-2", "sl": "iso-8859-2",
    "el": "iso-8859-7",
    "et": "windows-1257", "lt": "windows-1257", "lv": "windows-1257", "he": "windows-1255", "ja": "cp932", "ko": "uhc",
    "th": "windows-874", "tr": "windows-1254", "vi": "windows-1258", "zh": "gb18030",
  ]

  /// Its name.
  let name: String
  /// The page in UTF-8, without NULs; a byte that is none of the encoding's became U+FFFD.
  let utf8: [UInt8]
  /// How many characters became so.
  let faults: Int

  /// - Parameter fallback: The encoding where the page declares none.
  init(of bytes: [UInt8], fallback: TextEncoding?) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      name = bytes[0] == 0xFF ? "utf-16le" : "utf-16be"
      bytes = bytes.dropFirst(2)
    } else {
      let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      if bytes.contains(0) { bytes = bytes.filter { $0 != 0 }[...] }
      name = isMarked ? "utf-8" : Self.name(of: Array(bytes), fallback)
      if isMarked { bytes = bytes.dropFirst(3) }
    }
    var decoded = name == "utf-8" ? nil : TextEncoding.decodeLeniently(Array(bytes), from: name).map { Array($0.utf8) }
    if decoded == nil { decoded = Array(String(decoding: bytes, as: UTF8.self).utf8) }
    utf8 = (decoded ?? []).filter { $0 != 0 }
    faults = Self.replacements(in: utf8) - (name == "utf-8" ? Self.replacements(in: Array(bytes)) : 0)
  }

  private static func replacements(in utf8: [UInt8]) -> Int {
    var count = 0
    var at = 0
    while let next = utf8[at...].firstIndex(of: 0xEF), next + 2 < utf8.count {
      if utf8[next + 1] == 0xBF, utf8[next + 2] == 0xBD { count += 1 }
      at = next + 1
    }
    return count
  }

  /// The name by which iconv knows what a label means.
  static func name(ofLabel label: String) -> String { labels[label] ?? label }

  private static func name(of bytes: [UInt8], _ fallback: TextEncoding?) -> String {
    let head = String(decoding: bytes.prefix(reach), as: UTF8.self).lowercased()
    let marks = UTF8Marks(bytes)
    // A page of UTF-8 that says otherwise is UTF-8 all the same, and one of ASCII is what it says.
    if marks.isUTF8 { return "utf-8" }
    if let declared = known(head) ?? known(String(decoding: bytes.prefix(farReach), as: UTF8.self).lowercased()) {
      return declared
    }
    if marks.right == 0, marks.wrong == 0 { return "utf-8" }
    if let fallback { return fallback.name }
    let language = head.firstMatch(of: /<html[^>]*?\blang\s*=\s*["']?([a-z]+)/).map { String($0.1) }
    return language.flatMap { usual[$0] } ?? "windows-1252"
  }

  /// The encoding that a page's beginning declares, as iconv calls it; nil where it declares none that is known.
  private static func known(_ head: String) -> String? {
    declaration(in: head).map(name(ofLabel:)).flatMap { TextEncoding($0)?.name }
  }

  /// The encoding named by a `meta` or an XML declaration; comments hold none.
  private static func declaration(in head: String) -> String? {
    let head = head.replacing(/<!--.*?-->/.dotMatchesNewlines(), with: "")
    if let match = head.firstMatch(of: /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'\/>;]+)/) { return String(match.1) }
    return head.firstMatch(of: /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/).map { String($0.1) }
  }
}

/// How much of some bytes is UTF-8.
private struct UTF8Marks {
  /// Characters of several bytes.
  private(set) var right = 0
  /// Bytes that belong to none.
  private(set) var wrong = 0

  /// Whether a wrong byte among them is a slip.
  var isUTF8: Bool { right > 0 && right >= 20 * wrong }

  init(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      at += 1
      guard lead >= 0x80 else { continue }
      let length = lead >= 0xF5 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0
      let isWhole =
        length > 0 && at + length <= bytes.count && bytes[at..<(at + length)].allSatisfy { $0 & 0xC0 == 0x80 }
      if isWhole { (right, at) = (right + 1, at + length) } else { wrong += 1 }
    }
  }
}
