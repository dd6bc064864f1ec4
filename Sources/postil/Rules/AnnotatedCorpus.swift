import PostilModel
import PostilPipeline
import PostilRecords

/// The records that a chain makes of documents, held in memory for comparing them, and what its modules left out.
struct AnnotatedCorpus {
  /// A candidate that a module left out.
  struct Rejection: Hashable {
    let document: String
    let rule: String
    let span: Span
    let words: String
    let reason: String
  }

  let records: [ReportRecord]
  /// In the order of the documents and steps.
  let rejections: [Rejection]

  init(_ documents: [Document], chain: Chain) throws {
    let runner = try Failure.of { try BatchRunner(chain: chain, jobs: 2) }
    let made = runner.map(documents) { worker, document in
      Result { try worker.trace(document) }.map { trace in
        (ReportRecord(Self.annotated(trace)), Self.rejections(in: trace))
      }
    }
    var records: [ReportRecord] = []
    var rejections: [Rejection] = []
    for (document, result) in zip(documents, made) {
      switch result {
      case .success(let (record, leftOut)):
        records.append(record)
        rejections += leftOut
      case .failure(let error): throw Failure("\(document.id): \(error)")
      }
    }
    self.records = records
    self.rejections = rejections
  }

  private static func annotated(_ trace: DocumentTrace) -> AnnotatedDocument {
    AnnotatedDocument(
      document: trace.document, annotations: trace.annotations, boilerplate: trace.structure.boilerplate,
      diagnostics: trace.diagnostics)
  }

  private static func rejections(in trace: DocumentTrace) -> [Rejection] {
    trace.steps.flatMap { step in
      step.rejections.sorted { $0.key < $1.key }.map { index, reason in
        let candidate = step.candidates[index]
        return Rejection(
          document: trace.document.id, rule: candidate.rule, span: candidate.span,
          words: String(trace.document.text[candidate.span]), reason: reason)
      }
    }
  }
}
