import PostilFiles
import PostilIsolation
import PostilModel
import PostilPipeline
import PostilReaders
import PostilRecords
import PostilReports

/// Reads documents, runs the chain over them, and writes the records in the order of the input.
struct AnnotationRun {
  /// What became of the documents.
  struct Tally {
    var documents = 0
    var failed = 0
    var diagnostics = 0
    var isInterrupted = false
    var languages = LanguageTally()

    /// The documents that there are, where it is known.
    var total: Int?

    var outcome: RunOutcome {
      RunOutcome(
        documents: documents, failed: failed, total: total, languages: languages.counts,
        cause: isInterrupted ? "interrupted" : nil)
    }
  }

  private let work: any AnnotationWork
  private let reader: DocumentReader
  private var destination: ReportDestination
  private let showsProgress: Bool
  private var tally = Tally()
  /// The documents at the start that an earlier run finished.
  private var toSkip = 0

  init(
    chain: Chain, reader: DocumentReader, destination: ReportDestination, jobs: Int, isolation: IsolationOptions,
    showsProgress: Bool
  ) throws {
    work = try Failure.of { try Self.work(chain, jobs, isolation) }
    self.reader = reader
    self.destination = destination
    self.showsProgress = showsProgress
  }

  private static func work(_ chain: Chain, _ jobs: Int, _ isolation: IsolationOptions) throws -> any AnnotationWork {
    if let limits = isolation.limits { return try IsolatedWork(chain: chain, jobs: jobs, limits: limits) }
    let runner = try BatchRunner(chain: chain, jobs: jobs, secondsPerDocument: isolation.timeout)
    return runner.work { worker, document in worker.annotate(document) }
  }

  /// Gives the documents of a run that was stopped to the writers, and goes on behind them.
  mutating func resume(_ run: UnfinishedRun) throws {
    try run.eachDocument { document in
      tally.diagnostics += document.diagnostics.count
      tally.languages.count(document)
      try destination.write(document)
    }
    (tally.documents, tally.failed) = (run.count, run.failed)
    toSkip = run.count
  }

  /// Sends the records from here on to `writer` too, which has begun.
  mutating func add(_ writer: any ReportWriter) { destination.add(writer) }

  /// Annotates all documents of `sources`; a document that cannot be read gets a record with the error.
  ///
  /// - Parameter total: How many there are; where it is nil they are counted, which reads tables and records, when it is to be told.
  mutating func annotate(_ sources: [DocumentSource], total: Int? = nil, interruption: Interruption) throws -> Tally {
    tally.total = total ?? (showsProgress ? reader.count(of: sources) : nil)
    let work = work
    var progress = Progress(total: tally.total, isShown: showsProgress)
    try reader.read(sources) { input in
      tally.isInterrupted = interruption.isNoticed
      guard !tally.isInterrupted else { return false }
      guard toSkip == 0 else {
        toSkip -= 1
        return true
      }
      switch input.result {
      case .success(let document): try Self.told { try work.add(document) { try write($0) } }
      case .failure: if let record = input.failure { try Self.told { try work.add(made: record) { try write($0) } } }
      }
      progress.show(tally.documents)
      return true
    }
    try Self.told { try work.finish { try write($0) } }
    progress.clear()
    if tally.isInterrupted, tally.total == nil { tally.total = reader.count(of: sources) }
    try destination.end(tally.outcome)
    return tally
  }

  private static func told(_ body: () throws -> Void) throws {
    try Failure.of(status: Failure.Status.documentsFailed, body)
  }

  private mutating func write(_ record: AnnotatedDocument) throws {
    tally.documents += 1
    tally.diagnostics += record.diagnostics.count
    tally.languages.count(record)
    if let error = record.error {
      tally.failed += 1
      StandardError.write("postil: error: \(record.document.id): \(error)\n")
    }
    try destination.write(record)
  }
}
