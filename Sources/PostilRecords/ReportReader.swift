import Foundation
import PostilJSON

/// Reads `postil.report/1` back.
public enum ReportReader {
  /// The name of the report in a folder.
  public static let fileName = "report.jsonl"

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

  /// The record on `line`, whose annotations lie within its text.
  public static func record(_ line: LineFile.Line, of file: LineFile) throws(ReportError) -> ReportRecord {
    let value = try file.value(on: line)
    do throws(RecordError) {
      let record = try ReportRecord(value)
      try record.checkSpans()
      return record
    } catch {
      throw ReportError(description: "'\(file.path)' line \(line.number): \(error)")
    }
  }

  /// The report's file: `path` itself, or the `report.jsonl` in it.
  public static func file(at path: String) throws(ReportError) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReportError(
        description: "there is no report '\(path)'; 'postil annotate DOCUMENTS --output \(path)' writes one")
    }
    guard isFolder.boolValue else { return path }
    let file = "\(path)/\(fileName)"
    guard FileManager.default.fileExists(atPath: file) else {
      throw ReportError(description: "'\(file)' cannot be read; a report folder holds \(fileName)")
    }
    return file
  }
}
