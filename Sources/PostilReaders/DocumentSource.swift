import Foundation
import PostilFiles

/// A file, or standard input, with the set and the name that its documents get.
public struct DocumentSource: Sendable {
  /// The file; nil for standard input.
  public let path: String?
  let set: String
  /// The id of a text, its path below the folder given.
  let id: String
  /// Whether it was named itself, not found in a folder.
  public let isNamed: Bool
  /// What it is.
  let kind: FileKind

  /// What it holds, where that was compressed in the file; nil for the file's own bytes.
  private var held: [UInt8]?
  /// What the file in an archive is called there.
  private var member: String?
  /// The metadata beside it in that archive.
  private(set) var beside: [UInt8]?

  init(path: String?, set: String, id: String, isNamed: Bool, kind: FileKind) {
    (self.path, self.set, self.id, self.isNamed, self.kind) = (path, set, id, isNamed, kind)
  }

  /// The same file, of which `bytes` are the contents and `kind` is what they are.
  func holding(_ bytes: [UInt8], kind: FileKind) -> DocumentSource {
    var source = DocumentSource(path: path, set: set, id: id, isNamed: isNamed, kind: kind)
    source.held = bytes
    return source
  }

  /// The file called `member` of the archive that this is, of which `bytes` are the contents.
  ///
  /// - Parameter beside: Its metadata, which stand in a file beside it.
  func holding(_ bytes: [UInt8], kind: FileKind, member: String, beside: [UInt8]?) -> DocumentSource {
    var source = DocumentSource(path: path, set: set, id: "\(id)#\(member)", isNamed: isNamed, kind: kind)
    (source.held, source.member, source.beside) = (bytes, member, beside)
    return source
  }

  /// The archive that it is in, and what it is called there; nil for a file of its own.
  var origin: (archive: String, member: String)? { member.map { (String(id.dropLast($0.count + 1)), $0) } }

  /// What messages call it.
  var displayName: String { (path ?? "standard input") + (member.map { "#" + $0 } ?? "") }

  /// Whether it is standard input or a pipe, whose kind no look at the file tells.
  var isPassing: Bool { held == nil && (path.map(FileIdentity.isPipe) ?? true) }

  /// Its lines, read one at a time.
  func lines() throws(ReadError) -> LineReader {
    if let held { return LineReader(held) }
    guard let path else { return LineReader(.standardInput) }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ReadError(path: path, kind: .unreadable(reason: String(cString: strerror(errno))))
    }
    return LineReader(file)
  }

  /// All that it holds; of a file of the disk only what is looked at comes into memory.
  func data() throws(ReadError) -> Data {
    guard held == nil, let path, !FileIdentity.isPipe(path: path) else { return Data(try bytes()) }
    do { return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) } catch {
      throw ReadError(path: displayName, kind: .unreadable(reason: error.localizedDescription))
    }
  }

  /// All that it holds.
  func bytes() throws(ReadError) -> [UInt8] {
    if let held { return held }
    do {
      guard let path else { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
      guard FileIdentity.isPipe(path: path) else { return Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
      return Array(try FileHandle(forReadingFrom: URL(fileURLWithPath: path)).readToEnd() ?? Data())
    } catch {
      throw ReadError(path: displayName, kind: .unreadable(reason: error.localizedDescription))
    }
  }
}

/// A file of a folder that is no document.
public struct LeftOutFile: Sendable {
  /// Where it is.
  public let path: String
  let kind: UnreadKind

  /// What it is, such as `a picture`.
  public var reason: String { kind.name }
}

/// The files that the user named, and what of their folders is left out.
public struct InputFiles: Sendable {
  /// Those that are read, in order.
  public private(set) var sources: [DocumentSource] = []
  /// Those that are not.
  public private(set) var leftOut: [LeftOutFile] = []

  /// The files that `paths` name: files, folders with all they hold, `NAME=PATH`, `-`.
  ///
  /// - Parameter tellsKinds: Whether files of other kinds are left out; else every file is taken.
  init(_ paths: [String], tellsKinds: Bool) throws(ReadError) {
    for argument in paths {
      if argument == "-" {
        sources.append(DocumentSource(path: nil, set: "", id: "-", isNamed: true, kind: .read(.text)))
        continue
      }
      var name: String?
      var path = argument
      if !FileManager.default.fileExists(atPath: argument), let equals = argument.firstIndex(of: "=") {
        name = String(argument[..<equals])
        path = String(argument[argument.index(after: equals)...])
      }
      try add(path, set: name, tellsKinds)
    }
    var seen: Set<String> = []
    for source in sources where !seen.insert("\(source.set)/\(source.id)").inserted {
      throw ReadError(path: source.displayName, kind: .repeatedKey("\(source.set)/\(source.id)"))
    }
  }

  /// How many of each kind are left out, in one line; nil when none is.
  public var summary: String? {
    guard !leftOut.isEmpty else { return nil }
    let counts = Dictionary(grouping: leftOut, by: \.kind).mapValues(\.count)
    let kinds = counts.sorted { $0.value == $1.value ? $0.key.name < $1.key.name : $0.value > $1.value }
    let all = leftOut.count == 1 ? "1 file is left out" : "\(leftOut.count) files are left out"
    return "\(all): " + kinds.map { $0.key.counted($0.value) }.joined(separator: ", ")
  }

  private mutating func add(_ path: String, set: String?, _ tellsKinds: Bool) throws(ReadError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReadError(path: path, kind: .missing)
    }
    let url = URL(fileURLWithPath: path).standardizedFileURL
    guard isFolder.boolValue else {
      let kind = tellsKinds || FileIdentity.isDevice(path: path) ? FileKind(path) : .read(.text)
      return append(DocumentSource(path: path, set: set ?? "", id: url.lastPathComponent, isNamed: true, kind: kind))
    }
    let before = sources.count
    let folder = FileListing(folder: path)
    for name in folder.files {
      let path = "\(path)/\(name)"
      if FileIdentity.isPipe(path: path) || FileIdentity.isDevice(path: path) {
        leftOut.append(LeftOutFile(path: path, kind: .special))
        continue
      }
      let kind = tellsKinds ? folder.isPagePart(name) ? .other(.pagePart) : FileKind(path) : .read(.text)
      // What is called a text or a page and is none was meant as a document, and fails as one.
      if case .other(let other) = kind, !FileKind.isNamedAsDocument(name) || other == .pagePart {
        leftOut.append(LeftOutFile(path: path, kind: other))
      } else {
        append(
          DocumentSource(path: path, set: set ?? url.lastPathComponent, id: name, isNamed: false, kind: kind))
      }
    }
    guard sources.count > before else { throw ReadError(path: path, kind: .noDocuments(leftOut: summary)) }
  }

  private mutating func append(_ source: DocumentSource) {
    sources.append(source)
    if case .read(let format) = source.kind { leftOut += format.reader?.leftOut(of: source) ?? [] }
  }
}
