import Foundation
import PostilFiles
import PostilModel
import PostilRecords
import PostilReports

/// A run that was stopped: its journal and the records that it finished.
struct UnfinishedRun {
  /// The file in `.part` that records go to as they are finished, whatever the formats.
  static let recordsName = ReportFormat.jsonl.fileName

  let journal: RunJournal
  /// The records that are whole.
  let count: Int
  /// Of these, the documents that failed.
  let failed: Int
  private let languages: LanguageTally
  private let path: String

  /// Reads what stands in the folder `part`; a record that was cut is taken off the file's end.
  init(journal: RunJournal, part: String) throws {
    self.journal = journal
    path = "\(part)/\(Self.recordsName)"
    let whole = try Self.whole(path)
    (count, failed, languages) = (whole.count, whole.failed, whole.languages)
  }

  /// Counts the records before the first that is not whole, and shortens the file to these.
  private static func whole(_ path: String) throws -> (count: Int, failed: Int, languages: LanguageTally) {
    var languages = LanguageTally()
    guard let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int else {
      return (0, 0, languages)
    }
    let file = try Failure.of { try LineFile(path: path) }
    var (count, failed, end) = (0, 0, 0)
    var isWhole = true
    try file.batches(of: 1) { lines in
      for line in lines where isWhole {
        guard line.range.upperBound < size, let record = try? ReportReader.record(line, of: file) else {
          isWhole = false
          continue
        }
        count += 1
        failed += record.error == nil ? 0 : 1
        languages.count(record)
        end = line.range.upperBound + 1
      }
    }
    guard truncate(path, off_t(end)) == 0 else {
      throw Failure("cannot shorten '\(path)': \(String(cString: strerror(errno)))")
    }
    return (count, failed, languages)
  }

  /// Calls `body` with every finished document, in order.
  func eachDocument(_ body: (AnnotatedDocument) throws -> Void) throws {
    guard count > 0 else { return }
    let file = try Failure.of { try LineFile(path: path) }
    try file.batches(of: 64) { lines in
      for line in lines {
        try body(try Failure.of { try ReportReader.record(line, of: file).annotatedDocument() })
      }
    }
  }

  /// Writes records behind those that the folder `part` holds.
  static func recordWriter(in part: String) throws -> any ReportWriter {
    let output = try ByteOutput.appending("\(part)/\(recordsName)")
    return ReportFormat.jsonl.makeWriter(options: ReportOptions(), sink: { try output.write($0) })
  }

  /// What came of it, as a report that is left at that tells it.
  var outcome: RunOutcome {
    RunOutcome(
      documents: count, failed: failed, total: journal.total, languages: languages.counts, cause: "interrupted")
  }
}
