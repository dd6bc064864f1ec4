import PostilModel
import PostilPipeline
import PostilReports

/// The records that a chain makes of documents, held in memory for comparing them.
struct AnnotatedCorpus {
  let records: [ReportRecord]

  init(_ documents: [Document], chain: Chain) throws {
    let worker = try Failure.of { try BatchRunner(chain: chain, jobs: 2) }
    var records: [ReportRecord] = []
    for annotated in worker.annotate(documents) { records.append(try Self.record(annotated)) }
    self.records = records
  }

  private static func record(_ document: AnnotatedDocument) throws -> ReportRecord {
    if let error = document.error { throw Failure("\(document.document.id): \(error)") }
    var bytes: [UInt8] = []
    var writer = ReportFormat.jsonl.makeWriter(options: ReportOptions(color: false, width: 100)) { bytes += $0 }
    try writer.write(document)
    guard let value = try? bytes.withUnsafeBytes({ try JSONParser.value(of: $0) }), let record = ReportRecord(value)
    else {
      throw Failure("\(document.document.id): the record cannot be read back")
    }
    return record
  }
}
