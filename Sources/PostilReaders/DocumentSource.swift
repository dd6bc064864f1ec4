import Foundation

/// How files are read.
public enum InputFormat: String, CaseIterable, Sendable {
  /// `.jsonl` and `.ndjson` as records, `.csv` and `.tsv` as tables, `.html` and `.htm` as pages, others as texts.
  case auto
  /// Each file is one document.
  case text
  /// Each line is one document.
  case jsonl
  /// Each row is one document: the columns `id` and `text`, perhaps `date` and `set`, others are metadata.
  case csv
  #if HTMLReader
    /// Each file is a web page: its main text, and title, date and outlet out of its metadata.
    case html
  #endif
}

/// A file, or standard input, with the set and the name that its documents get.
public struct DocumentSource: Sendable {
  /// The file; nil for standard input.
  public let path: String?
  let set: String
  /// The id of a text, its path below the folder given.
  let id: String
  /// Whether it was named itself, not found in a folder.
  public let isNamed: Bool

  /// What messages call it.
  var displayName: String { path ?? "standard input" }

  /// The files that `paths` name: files, folders with all they hold, `NAME=PATH`, `-`.
  static func all(_ paths: [String]) throws(ReadError) -> [DocumentSource] {
    var sources: [DocumentSource] = []
    for argument in paths {
      if argument == "-" {
        sources.append(DocumentSource(path: nil, set: "", id: "-", isNamed: true))
        continue
      }
      var name: String?
      var path = argument
      if !FileManager.default.fileExists(atPath: argument), let equals = argument.firstIndex(of: "=") {
        name = String(argument[..<equals])
        path = String(argument[argument.index(after: equals)...])
      }
      sources += try at(path, set: name)
    }
    var seen: Set<String> = []
    for source in sources where !seen.insert("\(source.set)/\(source.id)").inserted {
      throw ReadError(path: source.displayName, kind: .repeatedKey("\(source.set)/\(source.id)"))
    }
    return sources
  }

  private static func at(_ path: String, set: String?) throws(ReadError) -> [DocumentSource] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReadError(path: path, kind: .missing)
    }
    let url = URL(fileURLWithPath: path).standardizedFileURL
    guard isFolder.boolValue else {
      return [DocumentSource(path: path, set: set ?? "", id: url.lastPathComponent, isNamed: true)]
    }
    let names = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
    let all = Set(names)
    let files = names.filter { name in
      var isInner: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isInner)
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      let isSidecar = name.hasSuffix(".json") && all.contains(String(name.dropLast(5)))
      return !isInner.boolValue && !isHidden && !isSidecar
    }
    guard !files.isEmpty else { throw ReadError(path: path, kind: .noDocuments) }
    return files.map {
      DocumentSource(path: "\(path)/\($0)", set: set ?? url.lastPathComponent, id: $0, isNamed: false)
    }
  }
}
