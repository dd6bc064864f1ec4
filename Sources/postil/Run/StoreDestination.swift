import PostilModel
import PostilRecords
import PostilReports

#if Store
  import PostilStore

  /// Puts the documents of a run into a store beside the reports.
  struct StoreDestination: ReportWriter {
    private let writer: StoreWriter

    init(path: String) throws {
      writer = try Failure.of { try StoreWriter(path: path) }
    }

    func begin(_ run: RunInformation) throws {
      try Failure.of(status: Failure.Status.documentsFailed) { try writer.begin(title: run.title) }
    }

    func write(_ document: AnnotatedDocument) throws {
      try Failure.of(status: Failure.Status.documentsFailed) { try writer.add(ReportRecord(document)) }
    }

    func end(_ outcome: RunOutcome) throws {
      try Failure.of(status: Failure.Status.documentsFailed) {
        try writer.close(isComplete: outcome.isComplete, documents: outcome.documents, total: outcome.total)
      }
    }
  }
#endif
