import PostilModel

/// Names made of ids and types, of which no two are one, also where capitals and small letters are not told apart.
struct ExportNames {
  private var names: [String: String] = [:]
  private var used: Set<String> = []

  /// The name of `original`, the same each time: `wanted`, or if that is taken `wanted` with a number behind `separator`.
  mutating func name(of original: String, wanted: String, separator: String) -> String {
    if let name = names[original] { return name }
    let name = free(wanted, separator)
    names[original] = name
    return name
  }

  /// A relative path without a way out of its folder, and without ending: set and id of `document`. Each call is for another document.
  mutating func path(of document: Document) -> String { free(ExportPath.path(of: document), "~") }

  private mutating func free(_ wanted: String, _ separator: String) -> String {
    var name = wanted
    var number = 1
    while !used.insert(name.lowercased()).inserted {
      number += 1
      name = "\(wanted)\(separator)\(number)"
    }
    return name
  }
}

/// What ids make of names of files and identifiers.
enum ExportPath {
  /// The most bytes of one part of a path; file systems take 255 (ext4, APFS and NTFS count bytes or code units), and an ending follows.
  private static let longestPart = 180
  /// The most bytes of a path; systems take 4,096 or fewer, and folders stand in front.
  private static let longestPath = 800
  /// The endings of the files that are written, which no folder may have, or it would stand in a file's place.
  private static let endings = [".txt", ".ann", ".xmi"]

  /// Set and id of `document` as a path, the ending `.txt` taken away.
  static func path(of document: Document) -> String {
    let id = document.id.hasSuffix(".txt") ? String(document.id.dropLast(4)) : document.id
    let whole = (document.set.isEmpty ? [] : document.set.split(separator: "/")) + id.split(separator: "/")
    let parts = whole.filter { $0 != "." && $0 != ".." }.map(part)
    guard let last = parts.last else { return "document" }
    let path = (parts.dropLast().map(folder) + [last]).joined(separator: "/")
    return path.utf8.count <= longestPath ? path : part(Substring(parts.joined(separator: "_")))
  }

  /// Letters, digits and underscores, a letter first.
  static func identifier(_ name: String) -> String {
    let safe = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    return safe.first?.isLetter == true ? safe : "x" + safe
  }

  private static func part(_ text: Substring) -> String {
    var safe = ""
    for scalar in text.unicodeScalars where safe.utf8.count < longestPart {
      safe.unicodeScalars.append(scalar.properties.generalCategory == .control ? "_" : scalar)
    }
    return safe
  }

  private static func folder(_ part: String) -> String {
    endings.contains { part.lowercased().hasSuffix($0) } ? part + "_" : part
  }
}
