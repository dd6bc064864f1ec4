import Foundation
import PostilModel

/// A file of any kind that is read, compressed with gzip: the same documents.
struct GzipFormat: DocumentFormat {
  let name = "gzip"
  /// What is called so may hold anything.
  let endings: Set<String> = []

  /// What is compressed must be read too.
  func recognizes(_ head: FileHead) -> Bool {
    guard head.bytes.starts(with: [0x1F, 0x8B]) else { return false }
    let start = Inflation.beginning(of: head.bytes, .gzip, count: FileHead.reach)
    guard !start.isEmpty else { return false }
    let inner = FileHead(bytes: start, name: Self.innerName(head.name)) { nil }
    if case .read(let format) = FileKind(inner) { return format.rawValue != name }
    return false
  }

  func read(_ source: DocumentSource, _ options: ReaderOptions, each: (InputDocument) throws -> Bool) throws {
    let format: any DocumentFormat
    let inner: DocumentSource
    do throws(ReadError) { (inner, format) = try Self.unpacked(source) } catch {
      _ = try each(InputDocument(id: source.id, set: source.set, result: .failure(error)))
      return
    }
    try format.read(inner, options, each: each)
  }

  func count(of source: DocumentSource, _ options: ReaderOptions) -> Int? {
    guard let (inner, format) = try? Self.unpacked(source) else { return 1 }
    return format.count(of: inner, options)
  }

  func leftOut(of source: DocumentSource) -> [LeftOutFile] {
    guard let (inner, format) = try? Self.unpacked(source) else { return [] }
    return format.leftOut(of: inner)
  }

  private static func innerName(_ name: String) -> String {
    name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }

  /// What `source` holds, and what reads it.
  private static func unpacked(_ source: DocumentSource) throws(ReadError) -> (DocumentSource, any DocumentFormat) {
    let packed = try source.bytes()
    let bytes = try source.unpacked { () throws(Inflation.Fault) in try Inflation.inflated(packed[...], .gzip) }
    let head = FileHead(bytes: Array(bytes.prefix(FileHead.reach)), name: innerName(source.id)) { Data(bytes) }
    switch FileKind(head) {
    case .other(let kind): throw ReadError(path: source.displayName, kind: .notRead(kind))
    case .read(let format):
      guard let reader = format.reader, format.rawValue != "gzip" else {
        throw ReadError(path: source.displayName, kind: .notRead(.compressed))
      }
      return (source.holding(bytes, kind: .read(format)), reader)
    }
  }
}
