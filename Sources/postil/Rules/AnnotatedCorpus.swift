import PostilModel
import PostilPipeline
import PostilRecords

/// The records that a chain makes of documents, held in memory for comparing them.
struct AnnotatedCorpus {
  let records: [ReportRecord]

  init(_ documents: [Document], chain: Chain) throws {
    let worker = try Failure.of { try BatchRunner(chain: chain, jobs: 2) }
    records = try worker.annotate(documents).map { annotated in
      if let error = annotated.error { throw Failure("\(annotated.document.id): \(error)") }
      return ReportRecord(annotated)
    }
  }
}
