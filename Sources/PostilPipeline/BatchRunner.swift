import Dispatch
import PostilModel
import PostilModuleHost
import PostilReaders

/// Runs a chain over many documents with several workers; results keep the order of the input.
public final class BatchRunner {
  private let workers: [WorkerBox]

  /// - Parameters:
  ///   - jobs: The number of workers, at least 1.
  ///   - secondsPerDocument: How long one may be at a document; nil for any time.
  /// - Throws: ``ModuleError`` when a module refuses its settings.
  public init(chain: Chain, jobs: Int, secondsPerDocument: Double? = nil) throws(ModuleError) {
    var workers: [WorkerBox] = []
    for _ in 0..<max(1, jobs) {
      workers.append(WorkerBox(try DocumentWorker(chain, secondsPerDocument: secondsPerDocument)))
    }
    self.workers = workers
  }

  /// Takes documents one by one, for as long as there are any; one work of a runner at a time.
  public func work<Made: Sendable>(
    _ body: @escaping @Sendable (DocumentWorker, Document) -> Made
  ) -> OrderedWork<Made> {
    OrderedWork(workers, body)
  }

  /// Annotates `documents`; the result at an index belongs to the document there.
  public func annotate(_ documents: [Document]) -> [AnnotatedDocument] {
    map(documents) { worker, document in worker.annotate(document) }
  }

  /// What `body` makes of each of `documents` with a worker; the result at an index belongs to the document there.
  public func map<Made: Sendable>(
    _ documents: [Document], _ body: @escaping @Sendable (DocumentWorker, Document) -> Made
  ) -> [Made] {
    var made: [Made] = []
    let work = work(body)
    for document in documents { work.add(document) { made.append($0) } }
    work.finish { made.append($0) }
    return made
  }
}

/// SAFETY: a worker is used by one thread at a time: the caller's where there is one worker alone, else that of ``queue``, which is serial.
final class WorkerBox: @unchecked Sendable {
  private let worker: DocumentWorker
  /// Serial queues have threads beside those of the global queues, which signals are noticed on.
  let queue = DispatchQueue(label: "postil.worker")

  init(_ worker: DocumentWorker) { self.worker = worker }

  func run<Made>(_ body: (DocumentWorker, Document) -> Made, _ document: Document) -> Made { body(worker, document) }
}
