import Foundation
import PostilFiles
import PostilModel
import PostilRecords
import PostilReports

/// The writers of a run and the files, or standard output, behind them.
struct ReportDestination {
  private var writers: [any ReportWriter] = []

  /// Writes `formats` too.
  ///
  /// - Parameters:
  ///   - folder: Whose `.part` they go to, but for the records, which are written as they are finished
  ///     (``UnfinishedRun/recordWriter(in:)``); nil for standard output.
  ///   - type: The type whose table alone is written, where tables are.
  mutating func add(_ formats: [ReportFormat], folder: RunFolder?, type: String? = nil) throws {
    guard let part = folder?.part else {
      let options = ReportOptions(color: StandardOutput.hasColor, width: StandardOutput.width, type: type)
      let output = ByteOutput.standardOutput()
      for format in formats {
        // Texts for people have colours of their own and replace control characters themselves.
        let sink: ByteSink = format == .text ? { try output.write($0) } : { try StandardOutput.write(data: $0) }
        // Of a format with many files standard output takes the one that is asked for.
        add(format.makeWriter(options: options, sink: sink, files: { try sink($1) }))
      }
      return
    }
    for format in formats where format != .jsonl {
      let path = "\(part)/\(format.fileName)"
      let files = FileFolder(path: path)
      let output = try format.isFolder ? nil : ByteOutput.create(path)
      add(
        format.makeWriter(
          options: ReportOptions(scratch: part, type: type), sink: { try output?.write($0) },
          files: { try files.append($1, to: $0) }))
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

  mutating func end(_ outcome: RunOutcome) throws {
    for index in writers.indices { try writers[index].end(outcome) }
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
    if isNew { try RunFolder.makeFolder(URL(fileURLWithPath: file).deletingLastPathComponent().path) }
    try (isNew ? ByteOutput.create(file) : ByteOutput.appending(file)).write(bytes)
  }
}
