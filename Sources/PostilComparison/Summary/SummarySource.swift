import Foundation
import PostilModel
import PostilRecords

/// A report or a summary, read as summaries of documents.
public struct SummarySource: Sendable {
  /// Why one cannot be read is told with ``ReportError``.
  enum Kind: Sendable {
    case report
    case summary
  }

  /// The file.
  public let file: LineFile
  /// What stood behind it.
  public let provenance: Provenance
  private let kind: Kind

  /// - Throws: ``ReportError`` when the file is neither a report nor a summary.
  public init(path: String) throws(ReportError) {
    file = try LineFile(path: path)
    let first = try file.firstLine()?.value
    if let first, let header = SummaryHeader(first) {
      kind = .summary
      provenance = header.provenance
    } else if first == nil || first.map(ReportRecord.isRecord) == true {
      guard first != nil || (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) == 0 else {
        throw ReportError(description: "'\(path)' line 1 is no record of \(ReportRecord.schema) and no summary")
      }
      kind = .report
      provenance = Provenance(besideReport: path)
    } else {
      throw ReportError(
        description: "'\(path)' line 1 is no record of \(ReportRecord.schema) and no \(SummaryHeader.schema)")
    }
  }

  /// All sources under `path`: a file, a folder with `report.jsonl`, or a folder of reports, summaries and such folders.
  public static func all(at path: String) throws(ReportError) -> [SummarySource] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReportError(description: "there is no report or summary '\(path)'")
    }
    guard isFolder.boolValue else { return [try SummarySource(path: path)] }
    let files = files(in: path)
    guard !files.isEmpty else {
      throw ReportError(
        description: "the folder '\(path)' holds no report.jsonl, no other report and no summary; 'postil annotate "
          + "--format jsonl --output FOLDER' makes a report")
    }
    var sources: [SummarySource] = []
    for file in files { sources.append(try SummarySource(path: file)) }
    return sources
  }

  private static func files(in folder: String) -> [String] {
    let report = "\(folder)/\(ReportReader.fileName)"
    if FileManager.default.fileExists(atPath: report) { return [report] }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    return names.flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      if name.hasSuffix(".jsonl") { return [path] }
      let inner = "\(path)/\(ReportReader.fileName)"
      return FileManager.default.fileExists(atPath: inner) ? [inner] : []
    }
  }

  /// Calls `body` with the summary of every document and its place in the file, in order.
  public func eachDocument(
    keepsText: Bool = true, _ body: (DocumentSummary, Range<Int>) throws -> Void
  ) throws {
    try file.batches(of: 256) { lines in
      for (line, result) in zip(lines, lines.concurrentMap { self.document(on: $0, keepsText: keepsText) }) {
        if kind == .summary, line.number == 1 { continue }
        guard let document = result else {
          throw ReportError(description: "'\(file.path)' line \(line.number) cannot be read")
        }
        try body(document, line.range)
      }
    }
  }

  /// The document whose line stands at `range`, with its text.
  public func document(at range: Range<Int>) -> DocumentSummary? {
    document(on: file.line(at: range), keepsText: true)
  }

  private func document(on line: LineFile.Line, keepsText: Bool) -> DocumentSummary? {
    guard let value = line.value else { return nil }
    switch kind {
    case .summary: return SummaryLine(value)?.document
    case .report: return (try? ReportRecord(value)).map { SummaryBuilder.summary(of: $0, keepsText: keepsText) }
    }
  }
}
