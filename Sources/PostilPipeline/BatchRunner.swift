import Dispatch
import PostilModel
import PostilModuleHost
import PostilReaders
import Synchronization

/// Runs a chain over many documents with several workers; results keep the order of the input.
///
/// Memory holds one batch of documents, whatever their number.
public final class BatchRunner {
  private let workers: [WorkerBox]
  private let batchSize: Int

  /// - Parameter jobs: The number of workers, at least 1.
  /// - Throws: ``ModuleError`` when a module refuses its settings.
  public init(chain: Chain, jobs: Int) throws(ModuleError) {
    var workers: [WorkerBox] = []
    for _ in 0..<max(1, jobs) { workers.append(WorkerBox(try DocumentWorker(chain))) }
    self.workers = workers
    batchSize = workers.count * 16
  }

  /// How many documents are best given to ``annotate(_:)`` at once.
  public var preferredBatch: Int { batchSize }

  /// Annotates `documents`; the result at an index belongs to the document there.
  public func annotate(_ documents: [Document]) -> [AnnotatedDocument] {
    map(documents) { worker, document in worker.annotate(document) }
  }

  /// What `body` makes of each of `documents` with a worker; the result at an index belongs to the document there.
  public func map<Made: Sendable>(
    _ documents: [Document], _ body: @Sendable (DocumentWorker, Document) -> Made
  ) -> [Made] {
    guard workers.count > 1, documents.count > 1 else {
      return documents.map { body(workers[0].worker, $0) }
    }
    let next = Atomic<Int>(0)
    let results = Mutex<[Made?]>(Array(repeating: nil, count: documents.count))
    DispatchQueue.concurrentPerform(iterations: workers.count) { [workers] number in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < documents.count else { return }
        let made = body(workers[number].worker, documents[index])
        results.withLock { $0[index] = made }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}

/// SAFETY: a worker is used by one thread at a time: in a run each iteration takes the one of its own number, and
/// ``BatchRunner/map(_:_:)`` returns only when all iterations have ended.
private final class WorkerBox: @unchecked Sendable {
  let worker: DocumentWorker

  init(_ worker: DocumentWorker) { self.worker = worker }
}
