import Foundation
import PostilFiles
import PostilJSON
import PostilModel

/// What a file is: by what it holds, then by its name.
enum FileKind: Equatable, Sendable {
  case read(InputFormat)
  case other(UnreadKind)

  /// How much of a file is looked at, in bytes.
  private static let reach = 4096

  /// Of the file at `path`; what cannot be opened is a text, whose reading then tells why.
  init(_ path: String) {
    let ending = Self.ending(of: path)
    if FileIdentity.isDevice(path: path) {
      self = .other(.special)
      return
    }
    // What is looked at of a pipe could not be read again.
    guard !FileIdentity.isPipe(path: path) else {
      self = Self.named(ending)
      return
    }
    guard let handle = FileHandle(forReadingAtPath: path), let head = try? handle.read(upToCount: Self.reach),
      !head.isEmpty
    else {
      self = Self.named(ending)
      return
    }
    try? handle.close()
    self =
      FileSignature(Array(head)).kind(ending: ending)
      ?? Self.ofJSON(Array(head), ending) { FileManager.default.contents(atPath: path) } ?? Self.named(ending)
  }

  /// Of what came through a pipe, which has no name.
  init(piped bytes: [UInt8]) {
    let head = Array(bytes.prefix(Self.reach))
    self = FileSignature(head).kind(ending: "") ?? Self.ofJSON(head, "") { Data(bytes) } ?? .read(.text)
  }

  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  private static let formats: [String: InputFormat] = [
    "txt": .text, "text": .text, "md": .text, "jsonl": .jsonl, "ndjson": .jsonl, "csv": .csv, "tsv": .csv,
    "html": .html, "htm": .html,
    "xhtml": .html,
  ]

  /// Whether a file's name says that it is a document.
  static func isNamedAsDocument(_ path: String) -> Bool { formats[ending(of: path)] != nil }

  private static func named(_ ending: String) -> FileKind {
    if let format = formats[ending] { return .read(format) }
    return others.first { $0.endings.contains(ending) }.map { .other($0.kind) } ?? .read(.text)
  }

  private static let others: [(kind: UnreadKind, endings: Set<String>)] = [
    (.picture, ["jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "tif", "tiff", "svg", "ico", "heic", "psd"]),
    (.sound, ["mp3", "m4a", "wav", "ogg", "oga", "opus", "flac", "aac", "wma"]),
    (.film, ["mp4", "mov", "avi", "mkv", "webm", "m4v", "wmv", "mpg", "mpeg", "flv", "ts", "m3u8"]),
    (.font, ["woff", "woff2", "ttf", "otf", "eot"]), (.pdf, ["pdf", "ps", "djvu"]),
    (.book, ["epub", "mobi", "azw", "azw3", "fb2"]),
    (.office, ["doc", "docx", "odt", "ods", "odp", "xls", "xlsx", "ppt", "pptx", "pages", "numbers", "key"]),
    (.rtf, ["rtf"]),
    (.archive, ["zip", "tar", "tgz", "7z", "rar", "jar"]), (.compressed, ["gz", "bz2", "xz", "zst", "z"]),
    (.webArchive, ["warc", "wet", "wat", "mht", "mhtml", "webarchive"]),
    (.mail, ["eml", "mbox", "msg", "pst", "emlx"]),
    (.feed, ["rss", "atom", "rdf"]), (.subtitles, ["srt", "vtt", "sub", "ass", "ttml", "sbv"]),
    (
      .script,
      [
        "js", "mjs", "css", "py", "sh", "rb", "pl", "php", "r", "sql", "swift", "java", "c", "h", "cpp", "go", "rs",
        "ipynb", "bat", "ps1",
        "scss", "map", "wasm", "xsl", "xslt",
      ]
    ),
    (.settings, ["yaml", "yml", "ini", "toml", "cfg", "conf", "plist", "lock", "url", "webloc", "lnk", "desktop"]),
    (.annotations, ["ann", "a1", "a2", "xmi", "conll", "conllu", "jsonld"]), (.json, ["json", "geojson", "har"]),
    (.xml, ["xml", "xsd", "dtd", "tei", "opml", "kml"]),
    (.database, ["sqlite", "sqlite3", "db", "mdb", "accdb", "parquet"]),
    (.program, ["exe", "dll", "so", "o", "class", "pyc", "bin", "dat"]), (.notes, ["bib", "ris", "enw"]),
  ]

  /// JSON by its ending, or where a text is nothing else: records, one a line, or something else.
  private static func ofJSON(_ head: [UInt8], _ ending: String, whole: () -> Data?) -> FileKind? {
    let start = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard start.first == UInt8(ascii: "{") || start.first == UInt8(ascii: "["),
      ["json", "txt", "text", ""].contains(ending)
    else { return nil }
    let line = start.prefix { $0 != .lineFeed }
    if let record = try? JSONParser.value(of: line), record["id"] != nil, record["text"] != nil { return .read(.jsonl) }
    if ending == "json" { return .other(.json) }
    guard let bytes = whole(),
      let value = try? JSONParser.value(of: bytes.trimmingMark)
    else { return nil }
    let isLarge = (value.members?.count ?? 0) > 1 || value.array?.first?.members != nil
    return isLarge ? .other(.json) : nil
  }
}

extension Data {
  /// Without the byte order mark of UTF-8.
  fileprivate var trimmingMark: Data { starts(with: [0xEF, 0xBB, 0xBF]) ? Data(dropFirst(3)) : self }
}
