import Foundation

/// Why a report cannot be read.
public struct ReportError: Error, CustomStringConvertible, Sendable {
  /// One sentence with the file and, for a record, the line.
  public let description: String

  /// Makes an error of one sentence.
  public init(description: String) { self.description = description }
}

/// Reads `postil.report/1` back.
public enum ReportReader {
  /// The schema that is read.
  public static let schema = JSONLWriter.schema

  /// The records of the report at `path`, a `.jsonl` file or a folder with `report.jsonl`; failed documents are left out.
  public static func records(at path: String) throws(ReportError) -> [ReportRecord] {
    let file = try LineFile(path: try self.file(at: path))
    var records: [ReportRecord] = []
    do {
      try file.batches(of: 64) { lines in
        for line in lines {
          let record = try record(line, of: file)
          if record.error == nil { records.append(record) }
        }
      }
    } catch {
      throw (error as? ReportError) ?? ReportError(description: "'\(file.path)' cannot be read")
    }
    return records
  }

  /// The record on `line`.
  public static func record(_ line: LineFile.Line, of file: LineFile) throws(ReportError) -> ReportRecord {
    guard let record = line.value.flatMap(ReportRecord.init) else {
      throw ReportError(description: "'\(file.path)' line \(line.number) is no record of \(schema)")
    }
    return record
  }

  /// The report's file: `path` itself, or the `report.jsonl` in it.
  public static func file(at path: String) throws(ReportError) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReportError(description: "there is no report '\(path)'")
    }
    guard isFolder.boolValue else { return path }
    let file = "\(path)/\(ReportFormat.jsonl.fileName)"
    guard FileManager.default.fileExists(atPath: file) else {
      throw ReportError(description: "'\(file)' cannot be read; a report folder holds \(ReportFormat.jsonl.fileName)")
    }
    return file
  }
}
