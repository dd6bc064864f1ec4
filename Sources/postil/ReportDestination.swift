import Foundation
import PostilModel
import PostilReports

/// The writers of a run and the files, or standard output, behind them.
struct ReportDestination {
  private var writers: [any ReportWriter] = []

  /// - Parameter folder: Where the reports go, made if it is missing; nil for standard output.
  init(formats: [ReportFormat], folder: String?) throws {
    if let folder {
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw Failure("cannot make the folder '\(folder)': \(error.localizedDescription)")
      }
    }
    for format in formats {
      let options = ReportOptions(
        color: folder == nil && StandardOutput.hasColor, width: folder == nil ? StandardOutput.width : 100)
      if let folder, format.isFolder {
        let files = FileFolder(path: "\(folder)/\(format.fileName)")
        writers.append(format.makeWriter(options: options, sink: { _ in }, files: { try files.append($1, to: $0) }))
        continue
      }
      let output =
        try folder.map { try ByteOutput.create("\($0)/\(format.fileName)") }
        ?? ByteOutput(descriptor: STDOUT_FILENO, name: "standard output")
      writers.append(format.makeWriter(options: options, sink: { try output.write($0) }))
    }
  }

  /// Sends the records to `writer` too.
  mutating func add(_ writer: any ReportWriter) { writers.append(writer) }

  mutating func begin(_ run: RunInformation) throws {
    for index in writers.indices { try writers[index].begin(run) }
  }

  mutating func write(_ document: AnnotatedDocument) throws {
    for index in writers.indices { try writers[index].write(document) }
  }

  mutating func end() throws {
    for index in writers.indices { try writers[index].end() }
  }
}

/// A folder that the files of one format go to; a file's first bytes replace an older one.
final class FileFolder {
  private let path: String
  private var begun: Set<String> = []

  init(path: String) { self.path = path }

  /// Appends `bytes` to the file `name`, making folders as needed.
  func append(_ bytes: ArraySlice<UInt8>, to name: String) throws {
    let file = "\(path)/\(name)"
    let isNew = begun.insert(name).inserted
    if isNew {
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let output = try isNew ? ByteOutput.create(file) : ByteOutput.appending(file)
    defer { close(output.descriptor) }
    try output.write(bytes)
  }
}
