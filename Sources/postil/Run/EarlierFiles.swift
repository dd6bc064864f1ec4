import Foundation
import PostilReports

/// Files in a report's folder that some run wrote there.
enum EarlierFiles {
  /// Their names below `folder`, in order: those that the formats of reports are called by, whoever wrote them.
  static func names(in folder: String) -> [String] {
    ReportFormat.allCases.map(\.fileName).sorted().flatMap { RunFolder.files(below: folder, $0) }
  }

  /// Takes files away, and folders that are empty then.
  static func remove(_ names: [String], in folder: String) throws {
    for name in names { try Failure.of { try FileManager.default.removeItem(atPath: "\(folder)/\(name)") } }
    for format in ReportFormat.allCases where format.isFolder { removeEmpty("\(folder)/\(format.fileName)") }
  }

  private static func removeEmpty(_ folder: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names { removeEmpty("\(folder)/\(name)") }
    // A folder that holds something is left alone by the system.
    rmdir(folder)
  }

  /// Removes `names`, or tells of them, as words behind a closing line; empty when there are none.
  static func settled(_ names: [String], in folder: String, removing: Bool) throws -> String {
    guard !names.isEmpty else { return "" }
    let counts = Dictionary(grouping: names) { $0.split(separator: "/").first.map(String.init) ?? $0 }.mapValues(
      \.count)
    let shown = counts.keys.sorted().map { name in
      names.contains(name) ? name : "\(name) (\((counts[name] ?? 0).counted("file")))"
    }.joined(separator: ", ")
    guard removing else { return "; of earlier runs are \(shown): --clean removes them" }
    try remove(names, in: folder)
    return "; removed of earlier runs: \(shown)"
  }
}
