import Foundation
import PostilModel

/// An archive of files, zip or tar: those of any kind that is read, one at a time.
struct ArchiveFormat: DocumentFormat {
  let name = "archive"
  /// What is called so may hold anything.
  let endings: Set<String> = []

  func recognizes(_ head: FileHead) -> Bool {
    if TarArchive.isOne(head) { return true }
    guard FileSignature(head).binaryKind == .archive else { return false }
    return head.members.contains { !$0.hasSuffix("/") && FileKind.mayBeDocument($0) }
  }

  func read(_ source: DocumentSource, _ options: ReaderOptions, each: (InputDocument) throws -> Bool) throws {
    func fail(_ reason: String) throws {
      let error = ReadError(path: source.displayName, kind: .malformed(reason))
      _ = try each(InputDocument(id: source.id, set: source.set, result: .failure(error)))
    }
    let files: PackedFiles
    do throws(ReadError) { files = try PackedFiles(source) } catch {
      _ = try each(InputDocument(id: source.id, set: source.set, result: .failure(error)))
      return
    }
    var goesOn = true
    for member in files.members where goesOn {
      let inner: DocumentSource
      do throws(ReadError) { inner = try files.source(of: member) } catch {
        goesOn = try each(InputDocument(id: "\(source.id)#\(member.name)", set: source.set, result: .failure(error)))
        continue
      }
      try member.format.read(inner, options) { input in
        goesOn = try each(input)
        return goesOn
      }
    }
    guard goesOn else { return }
    if let fault = files.fault { return try fail(fault) }
    if files.members.isEmpty { try fail("it is an archive without a file that is read") }
  }

  func count(of source: DocumentSource, _ options: ReaderOptions) -> Int? {
    guard let files = try? PackedFiles(source) else { return 1 }
    let counts = files.members.map { member -> Int in
      guard let inner = try? files.source(of: member) else { return 1 }
      return member.format.count(of: inner, options) ?? 1
    }
    return counts.reduce(0, +) + (files.fault != nil || files.members.isEmpty ? 1 : 0)
  }

  func leftOut(of source: DocumentSource) -> [LeftOutFile] { (try? PackedFiles(source))?.leftOut ?? [] }
}

/// The files of an archive by what they are.
struct PackedFiles {
  struct Member {
    let name: String
    let kind: FileKind
    let format: any DocumentFormat
  }

  private let source: DocumentSource
  private let archive: any FileArchive
  /// Those that are read.
  private(set) var members: [Member] = []
  /// Those that are not.
  private(set) var leftOut: [LeftOutFile] = []

  init(_ source: DocumentSource) throws(ReadError) {
    self.source = source
    let bytes = try source.data()
    let head = FileHead(bytes: Array(bytes.prefix(FileHead.reach)), name: source.id) { nil }
    archive = TarArchive.isOne(head) ? TarArchive(bytes) : try source.archive()
    let listing = FileListing(archive.names)
    for name in listing.files {
      let kind = listing.isPagePart(name) ? .other(.pagePart) : kind(of: name)
      if case .read(let format) = kind, let reader = format.reader {
        // What holds files again is not opened: it may go on without end.
        guard !(reader is ArchiveFormat) else {
          leftOut.append(LeftOutFile(path: "\(source.displayName)#\(name)", kind: .archive))
          continue
        }
        members.append(Member(name: name, kind: kind, format: reader))
      } else if case .other(let other) = kind {
        leftOut.append(LeftOutFile(path: "\(source.displayName)#\(name)", kind: other))
      }
    }
  }

  /// What is wrong with the archive, apart from its files.
  var fault: String? { archive.fault }

  private func kind(of name: String) -> FileKind {
    let start = archive.beginning(of: name, count: FileHead.reach)
    return FileKind(
      FileHead(bytes: start, name: name) { (try? archive.contents(of: name)).flatMap { $0.map { Data($0) } } })
  }

  /// One of them as a file to be read, with the metadata beside it.
  func source(of member: Member) throws(ReadError) -> DocumentSource {
    let bytes = try source.unpacked { () throws(Inflation.Fault) in try archive.contents(of: member.name) }
    let beside = try source.unpacked { () throws(Inflation.Fault) in try archive.contents(of: member.name + ".json") }
    return source.holding(bytes ?? [], kind: member.kind, member: member.name, beside: beside)
  }
}
