import Foundation

/// A kind of file that is not read.
public enum UnreadKind: String, Sendable {
  case annotations, archive, book, compressed, database, film, font, json, mail, notes, office,
    pagePart, picture, postscript, program
  case script, settings, sound, special, subtitles, unknown, webArchive, xml

  /// The kind of files whose names end in `ending`, in small letters; nil where it says nothing.
  init?(ending: String) {
    guard let kind = Self.endings.first(where: { $0.endings.contains(ending) })?.kind else { return nil }
    self = kind
  }

  private static let endings: [(kind: UnreadKind, endings: Set<String>)] = [
    (.picture, ["jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "tif", "tiff", "svg", "ico", "heic", "psd"]),
    (.sound, ["mp3", "m4a", "wav", "ogg", "oga", "opus", "flac", "aac", "wma"]),
    (.film, ["mp4", "mov", "avi", "mkv", "webm", "m4v", "wmv", "mpg", "mpeg", "flv", "ts", "m3u8"]),
    (.font, ["woff", "woff2", "ttf", "otf", "eot"]), (.postscript, ["ps", "eps", "djvu"]),
    (.book, ["mobi", "azw", "azw3", "fb2"]),
    (.office, ["doc", "ods", "odp", "xls", "xlsx", "ppt", "pptx", "pages", "numbers", "key"]),
    (.archive, ["zip", "tar", "tgz", "7z", "rar", "jar"]), (.compressed, ["gz", "bz2", "xz", "zst", "z"]),
    (.webArchive, ["wat", "webarchive"]),
    (.mail, ["msg", "pst", "emlx"]),
    (.subtitles, ["sub", "ass", "ttml", "sbv"]),
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
    (.xml, ["xml", "xsd", "dtd", "tei", "opml", "kml", "rdf"]),
    (.database, ["sqlite", "sqlite3", "db", "mdb", "accdb", "parquet"]),
    (.program, ["exe", "dll", "so", "o", "class", "pyc", "bin", "dat"]), (.notes, ["bib", "ris", "enw"]),
  ]

  /// What one is called, with its article.
  var name: String {
    switch self {
    case .annotations: "a file of annotations"
    case .archive: "an archive"
    case .book: "an e-book"
    case .compressed: "a compressed file"
    case .database: "a database"
    case .film: "a film"
    case .font: "a font"
    case .json: "a JSON file"
    case .mail: "a mail of a program's own form"
    case .notes: "a file of notes"
    case .office: "an office document"
    case .pagePart: "a part of a saved page"
    case .postscript: "a PostScript or DjVu document"
    case .picture: "a picture"
    case .program: "a program"
    case .script: "a script"
    case .settings: "a file of settings"
    case .sound: "a sound recording"
    case .special: "a special file"
    case .subtitles: "a file of subtitles"
    case .unknown: "a binary file"
    case .webArchive: "a web archive"
    case .xml: "an XML document"
    }
  }

  /// So many of them: `2 pictures`.
  func counted(_ count: Int) -> String {
    let noun = name.drop { $0 != " " }.dropFirst()
    guard count > 1 else { return "1 \(noun)" }
    if let of = noun.range(of: " of ") ?? noun.range(of: " in ") {
      return "\(count) \(noun[..<of.lowerBound])s\(noun[of.lowerBound...])"
    }
    return noun.hasSuffix("y") ? "\(count) \(noun.dropLast())ies" : "\(count) \(noun)s"
  }

  /// How its words come to be read.
  var advice: String {
    switch self {
    case .postscript: "make it text first, as with ps2ascii or djvutxt"
    case .office, .book: "save it as text or as a web page first"
    case .archive, .compressed, .webArchive: "unpack it first"
    case .json: "records are read one a line from .jsonl, each with 'id' and 'text'"
    case .xml, .mail, .subtitles, .script, .settings, .annotations, .notes:
      "if its marks are words of the text, give it with --input-format text"
    case .special: "a pipe is read when it is named itself, a device never"
    default: "give its words as a text"
    }
  }
}
