import PostilFiles
import PostilReports

/// Makes a report, marked incomplete, of what a stopped run finished.
struct RunSalvage {
  let folder: String
  /// The formats to write; nil for those that the run was to write.
  let formats: [ReportFormat]?
  /// The type whose table alone is written, where tables are.
  let type: String?
  /// Whether reports of earlier runs that are not written now are removed.
  let cleans: Bool

  /// Writes the reports.
  ///
  /// - Returns: What to tell the user.
  /// - Throws: ``Failure`` when no run was stopped there.
  func run() throws -> String {
    let target = try RunFolder(folder)
    guard let unfinished = try target.unfinished() else {
      throw Failure("no run was stopped in '\(folder)': there is nothing to salvage")
    }
    let formats = formats ?? unfinished.journal.formats
    try target.clearReports()
    var destination = ReportDestination()
    try destination.add(formats, folder: target, type: type)
    try destination.begin(unfinished.journal.information)
    try unfinished.eachDocument { try destination.write($0) }
    try destination.end(unfinished.outcome)
    let earlier = try target.complete(
      manifest: unfinished.journal.manifest.bytes(unfinished.outcome), names: formats.map(\.fileName))
    return "\(unfinished.outcome.progress): reports of these in \(folder)"
      + (try EarlierFiles.settled(earlier, in: folder, removing: cleans))
  }
}
