import Foundation
import PostilFiles
import PostilJSON
import PostilModel

/// What a file is: by what it holds, then by its name.
enum FileKind: Equatable, Sendable {
  case read(InputFormat)
  case other(UnreadKind)

  /// Of the file at `path`; what cannot be opened is a text, whose reading then tells why.
  init(_ path: String) {
    let ending = FileHead.ending(of: path)
    if FileIdentity.isDevice(path: path) {
      self = .other(.special)
      return
    }
    // What is looked at of a pipe could not be read again.
    guard !FileIdentity.isPipe(path: path) else {
      self = Self.named(ending)
      return
    }
    guard let handle = FileHandle(forReadingAtPath: path), let head = try? handle.read(upToCount: FileHead.reach),
      !head.isEmpty
    else {
      self = Self.named(ending)
      return
    }
    try? handle.close()
    let whole = { try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) }
    self.init(FileHead(bytes: Array(head), name: path, whole: whole))
  }

  /// Of what begins so and is called so.
  init(_ head: FileHead) { self = Self.held(head) ?? Self.named(head.ending) }

  /// Of what came through a pipe, which has no name.
  init(piped bytes: [UInt8]) {
    let head = FileHead(bytes: Array(bytes.prefix(FileHead.reach)), name: "") { Data(bytes) }
    self.init(head)
  }

  /// Whether a file's name says that it is a document.
  static func isNamedAsDocument(_ path: String) -> Bool { format(named: FileHead.ending(of: path)) != nil }

  /// Whether a file's name does not say that it is no document.
  static func mayBeDocument(_ path: String) -> Bool { named(FileHead.ending(of: path)).isRead }

  private var isRead: Bool { if case .read = self { true } else { false } }

  private static func format(named ending: String) -> InputFormat? {
    DocumentFormats.all.first { $0.endings.contains(ending) }.map(InputFormat.init)
  }

  /// By the name alone.
  private static func named(_ ending: String) -> FileKind {
    if let format = format(named: ending) { return .read(format) }
    return UnreadKind(ending: ending).map(FileKind.other) ?? .read(.text)
  }

  /// By what it holds; nil where that says nothing.
  private static func held(_ head: FileHead) -> FileKind? {
    let signature = FileSignature(head)
    // A table or records may begin with anything.
    if ["csv", "tsv", "jsonl", "ndjson"].contains(head.ending) { return signature.binaryKind.map(FileKind.other) }
    if let format = DocumentFormats.all.first(where: { $0.recognizes(head) }) { return .read(InputFormat(format)) }
    return signature.kind.map(FileKind.other) ?? (isJSON(head) ? .other(.json) : nil)
  }

  /// Whether it is JSON by its ending, or a text that is nothing else.
  private static func isJSON(_ head: FileHead) -> Bool {
    guard head.isLikeJSON else { return false }
    if head.ending == "json" { return true }
    guard let bytes = head.whole(), let value = try? JSONParser.value(of: bytes.trimmingMark) else { return false }
    return (value.members?.count ?? 0) > 1 || value.array?.first?.members != nil
  }
}

extension FileHead {
  /// Whether it may be JSON: it begins so, and is not called something else.
  var isLikeJSON: Bool { ["json", "txt", "text", ""].contains(ending) && (start.first == "{" || start.first == "[") }
}

extension Data {
  /// Without the byte order mark of UTF-8.
  var trimmingMark: Data { starts(with: [0xEF, 0xBB, 0xBF]) ? Data(dropFirst(3)) : self }
}
