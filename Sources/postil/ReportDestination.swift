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
      let output =
        try folder.map { try ByteOutput.create("\($0)/\(format.fileName)") }
        ?? ByteOutput(descriptor: STDOUT_FILENO, name: "standard output")
      let options = ReportOptions(
        color: folder == nil && StandardOutput.hasColor, width: folder == nil ? StandardOutput.width : 100)
      writers.append(format.makeWriter(options: options) { try output.write($0) })
    }
  }

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
