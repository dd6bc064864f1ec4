import Foundation
import PostilModel
import PostilRecords

/// Writes the documents of reports and summaries as one summary, ordered by their key.
///
/// The same documents give the same bytes, however they were divided among the sources.
public struct SummaryWriter {
  private struct Entry {
    let key: DocumentKey
    let range: Range<Int>
    /// How much of the document is boilerplate.
    let boilerplate: Comparison.Boilerplate
  }

  private let sources: [SummarySource]
  private let keepsText: Bool
  private let fault: (ReportError) throws -> Void

  /// - Parameters:
  ///   - keepsText: Whether the texts are kept; without them occurrences have no context.
  ///   - fault: Told what cannot be read; it may throw, else such a line counts as a document that failed.
  public init(sources: [SummarySource], keepsText: Bool = true, fault: @escaping (ReportError) throws -> Void) {
    self.sources = sources
    self.keepsText = keepsText
    self.fault = fault
  }

  /// The reports behind the summary that were not complete, each once, in order.
  public var partial: [RunOutcome] {
    Set(sources.flatMap(\.partial)).sorted { ($0.progress, $0.failed) < ($1.progress, $1.failed) }
  }

  /// Writes the summary.
  ///
  /// - Parameters:
  ///   - scratch: The path of a file that is made and removed.
  ///   - sink: Takes the bytes, whole lines at a time.
  /// - Returns: The number of documents, and what of them stands in boilerplate.
  /// - Throws: ``ReportError`` when a source cannot be read or two different documents have one key.
  @discardableResult
  public func write(
    scratch: String, to sink: (ArraySlice<UInt8>) throws -> Void
  ) throws -> (documents: Int, boilerplate: Comparison.Boilerplate) {
    guard FileManager.default.createFile(atPath: scratch, contents: nil),
      let spool = FileHandle(forWritingAtPath: scratch)
    else { throw ReportError(description: "cannot write '\(scratch)'") }
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let entries = try spooled(to: spool).sorted { ($0.key, $0.range.lowerBound) < ($1.key, $1.range.lowerBound) }
    try spool.close()
    let provenance = sources.reduce(Provenance()) { $0.merged(with: $1.provenance) }
    var seen: Set<DocumentKey> = []
    var boilerplate = Comparison.Boilerplate()
    for entry in entries where seen.insert(entry.key).inserted { boilerplate.add(entry.boilerplate) }
    let count = seen.count
    let header = SummaryHeader(provenance: provenance, partial: partial, documents: count)
    try sink((header.line + [.lineFeed])[...])
    try copy(entries, of: LineFile(path: scratch), to: sink)
    return (count, boilerplate)
  }

  private func spooled(to spool: FileHandle) throws -> [Entry] {
    var entries: [Entry] = []
    var pending = Data()
    var offset = 0
    for source in sources {
      try source.eachDocument(keepsText: keepsText, fault: fault) { document, _ in
        let line = SummaryLine(keepsText ? document : document.withoutText).bytes
        var boilerplate = Comparison.Boilerplate()
        boilerplate.add(document.boilerplate)
        entries.append(Entry(key: document.key, range: offset..<offset + line.count, boilerplate: boilerplate))
        offset += line.count
        pending.append(contentsOf: line)
        if pending.count > 1 << 20 {
          try spool.write(contentsOf: pending)
          pending.removeAll(keepingCapacity: true)
        }
      }
    }
    try spool.write(contentsOf: pending)
    return entries
  }

  private func copy(_ entries: [Entry], of file: LineFile, to sink: (ArraySlice<UInt8>) throws -> Void) throws {
    var last: (key: DocumentKey, bytes: [UInt8])?
    for entry in entries {
      let bytes = file.bytes(at: entry.range)
      if let last, last.key == entry.key {
        guard last.bytes == bytes else {
          throw ReportError(
            description:
              "two different documents are both called '\(entry.key.set)/\(entry.key.id)'; summarize them apart")
        }
        continue
      }
      try sink((bytes + [.lineFeed])[...])
      last = (entry.key, bytes)
    }
  }
}

extension DocumentSummary {
  /// The same without the text.
  var withoutText: DocumentSummary {
    var copy = self
    copy.text = nil
    return copy
  }
}
