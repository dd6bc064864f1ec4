import PostilModel
import PostilPipeline
import PostilReaders
import PostilReports

/// Reads documents, runs the chain over them in batches, and writes the records in the order of the input.
struct AnnotationRun {
  /// What became of the documents.
  struct Tally {
    var documents = 0
    var failed = 0
    var diagnostics = 0
    var isInterrupted = false
  }

  private let runner: BatchRunner
  private let decisions: [String: String]
  private let reader: DocumentReader
  private var destination: ReportDestination
  private let showsProgress: Bool
  private var tally = Tally()

  init(chain: Chain, reader: DocumentReader, destination: ReportDestination, jobs: Int, showsProgress: Bool) throws {
    do {
      runner = try BatchRunner(chain: chain, jobs: jobs)
    } catch {
      throw Failure("\(error)")
    }
    decisions = chain.decisionMeanings
    self.reader = reader
    self.destination = destination
    self.showsProgress = showsProgress
  }

  /// Annotates all documents of `paths`; a document that cannot be read gets a record with the error.
  mutating func annotate(_ paths: [String], interruption: Interruption) throws -> Tally {
    let sources: [DocumentSource]
    do {
      sources = try reader.inputs(for: paths)
    } catch {
      throw Failure("\(error)")
    }
    var progress = Progress(total: sources.count > 1 ? sources.count : nil, isShown: showsProgress)
    try destination.begin(RunInformation(title: paths.joined(separator: ", "), decisions: decisions))
    var batch: [InputDocument] = []
    for source in sources where !interruption.isNoticed {
      try reader.read(source) { input in
        batch.append(input)
        if batch.count >= runner.preferredBatch { try flush(&batch, &progress) }
        return !interruption.isNoticed
      }
    }
    try flush(&batch, &progress)
    progress.clear()
    try destination.end()
    tally.isInterrupted = interruption.isNoticed
    return tally
  }

  private mutating func flush(_ batch: inout [InputDocument], _ progress: inout Progress) throws {
    let readable = batch.compactMap { try? $0.result.get() }
    var annotated = runner.annotate(readable).makeIterator()
    for input in batch {
      let record = input.failure ?? annotated.next()
      if let record { try write(record) }
    }
    progress.show(tally.documents)
    batch.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ record: AnnotatedDocument) throws {
    tally.documents += 1
    tally.diagnostics += record.diagnostics.count
    if let error = record.error {
      tally.failed += 1
      StandardError.write("postil: error: \(record.document.id): \(error)\n")
    }
    try destination.write(record)
  }
}
