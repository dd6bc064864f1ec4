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
  /// The reports behind it that were not complete.
  public let partial: [RunOutcome]
  private let kind: Kind
  /// The documents that a summary says it has.
  private let announced: Int?

  /// - Throws: ``ReportError`` when the file is neither a report nor a summary.
  public init(path: String) throws(ReportError) {
    file = try LineFile(path: path)
    let first = try file.firstLine()?.value
    if let first, let header = SummaryHeader(first) {
      kind = .summary
      provenance = header.provenance
      partial = header.partial
      announced = header.documents
    } else if first == nil || first.map(ReportRecord.isRecord) == true {
      guard first != nil || (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) == 0 else {
        throw ReportError(description: "'\(path)' line 1 is no record of \(ReportRecord.schema) and no summary")
      }
      kind = .report
      let manifest = ReportManifest.value(besideReport: path)
      provenance = manifest.map(Provenance.init(manifest:)) ?? Provenance()
      partial = [manifest.flatMap(RunOutcome.init(manifest:))].compactMap(\.self).filter { !$0.isComplete }
      announced = nil
    } else {
      throw ReportError(
        description: "'\(path)' line 1 is no record of \(ReportRecord.schema) and no \(SummaryHeader.schema)")
    }
  }

  /// All sources under `path`: a file, a folder with `report.jsonl`, or a folder of reports, summaries and such folders.
  public static func all(at path: String) throws(ReportError) -> [SummarySource] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ReportError(
        description:
          "there is no report or summary '\(path)'; 'postil annotate DOCUMENTS --output \(path)' writes a report")
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
  ///
  /// - Parameter fault: Told what is wrong with a line that cannot be read, which counts as a document that failed, and with a file that
  ///   ends too early; it may throw.
  public func eachDocument(
    keepsText: Bool = true, fault: (ReportError) throws -> Void, _ body: (DocumentSummary, Range<Int>) throws -> Void
  ) throws {
    var count = 0
    try file.batches(of: 256) { lines in
      for (line, result) in zip(lines, lines.concurrentMap { self.document(on: $0, keepsText: keepsText) }) {
        if kind == .summary, line.number == 1 { continue }
        count += 1
        switch result {
        case .success(let document): try body(document, line.range)
        case .failure(let error):
          try fault(error)
          try body(Self.failed(line), line.range)
        }
      }
    }
    if let announced, count != announced {
      try fault(
        ReportError(description: "'\(file.path)' has \(count) of the \(announced) documents that its first line tells"))
    }
  }

  /// The document whose line stands at `range`, with its text.
  public func document(at range: Range<Int>) -> DocumentSummary? {
    try? document(on: file.line(at: range), keepsText: true).get()
  }

  private func document(on line: LineFile.Line, keepsText: Bool) -> Result<DocumentSummary, ReportError> {
    do throws(ReportError) {
      switch kind {
      case .summary:
        let value = try file.value(on: line)
        do throws(RecordError) {
          return .success(try SummaryLine(value).document)
        } catch {
          throw ReportError(description: "'\(file.path)' line \(line.number): \(error)")
        }
      case .report:
        let record = try ReportReader.record(line, of: file)
        if let error = SummaryBuilder.fault(of: record) {
          throw ReportError(description: "'\(file.path)' line \(line.number): \(error)")
        }
        return .success(SummaryBuilder.summary(of: record, keepsText: keepsText))
      }
    } catch {
      return .failure(error)
    }
  }

  /// What stands for a line that cannot be read, by the id that it gives or by its number.
  private static func failed(_ line: LineFile.Line) -> DocumentSummary {
    let head = line.value.map { $0["document"] ?? $0 }
    return DocumentSummary(
      id: head?["id"]?.string ?? "line \(line.number)", set: head?["set"]?.string ?? "", isFailed: true)
  }
}
