import CPostilProcess
import Foundation
import PostilModel
import PostilModuleHost
import PostilPipeline

/// Annotates documents in processes, so that a module that dies, runs on or takes all memory costs one document.
///
/// The processes are copies of this one (fork(2)), which has the chain already. A new one is made when one ends, so nothing else may run in
/// this process meanwhile: all is done on the caller's thread, which waits for whichever worker answers first.
public final class IsolatedWork: AnnotationWork {
  private let worker: DocumentWorker
  private let jobs: Int
  private let limits: IsolationLimits
  private var processes: [WorkerProcess] = []
  /// What was added and not given out.
  private var slots: [IsolatedSlot] = []
  /// Those of them that wait for a worker.
  private var waiting: [IsolatedSlot] = []
  private var room: WorkRoom

  /// - Parameter jobs: The number of workers, at least 1.
  /// - Throws: ``PostilModuleHost/ModuleError`` when a module refuses its settings.
  public init(chain: Chain, jobs: Int, limits: IsolationLimits) throws {
    worker = try DocumentWorker(chain, secondsPerDocument: limits.seconds)
    // Each process has programs of its own.
    chain.endPrograms()
    self.jobs = max(1, jobs)
    self.limits = limits
    room = WorkRoom(workers: self.jobs)
  }

  /// Adds a document, and gives to `each` its record and those before it, as far as they are there.
  ///
  /// - Throws: ``IsolationError``, or what `each` throws.
  public func add(_ document: Document, each: (AnnotatedDocument) throws -> Void) throws {
    let slot = IsolatedSlot(document)
    waiting.append(slot)
    try hold(slot, each)
  }

  /// Adds a record that is there already, in its place.
  public func add(made: AnnotatedDocument, each: (AnnotatedDocument) throws -> Void) throws {
    try hold(IsolatedSlot(made: made), each)
  }

  /// Waits for all that was added, and gives the rest to `each`.
  public func finish(each: (AnnotatedDocument) throws -> Void) throws {
    while !slots.isEmpty {
      try turn(waits: true)
      try giveOut(each)
    }
  }

  private func hold(_ slot: IsolatedSlot, _ each: (AnnotatedDocument) throws -> Void) throws {
    slots.append(slot)
    room.take(slot.size)
    try turn(waits: false)
    try giveOut(each)
    while room.isFull {
      try turn(waits: true)
      try giveOut(each)
    }
  }

  private func giveOut(_ each: (AnnotatedDocument) throws -> Void) throws {
    while let made = slots.first?.made {
      room.release(slots.removeFirst().size)
      try each(made)
    }
  }

  /// How long workers are waited for before it is looked whether one ended or is overdue, in milliseconds.
  private static let mostWait: Int32 = 50

  /// Gives documents to workers that have none, and takes what others have made.
  private func turn(waits: Bool) throws {
    try begin()
    let busy = processes.filter { !$0.isIdle }
    guard !busy.isEmpty else { return }
    var files = busy.map(\.awaited)
    let isFirstThere = slots.first?.made != nil
    poll(&files, nfds_t(files.count), waits && !isFirstThere ? Self.mostWait : 0)
    for (process, file) in zip(busy, files) {
      if file.revents & Int16(POLLOUT) != 0 { process.send() }
      try settle(process)
    }
    try begin()
  }

  private func begin() throws {
    while let slot = waiting.first {
      guard let process = try processes.first(where: \.isIdle) ?? another() else { return }
      waiting.removeFirst()
      give(slot, to: process)
    }
  }

  private func another() throws -> WorkerProcess? {
    guard processes.count < jobs else { return nil }
    do throws(IsolationError) {
      let process = try WorkerProcess(of: worker, limits: limits)
      processes.append(process)
      return process
    } catch {
      // With fewer it takes longer.
      guard processes.isEmpty else { return nil }
      throw error
    }
  }

  private func give(_ slot: IsolatedSlot, to process: WorkerProcess) {
    slot.process = process
    process.ask(DocumentRequest.bytes(slot.document))
  }

  private func settle(_ process: WorkerProcess) throws {
    guard let slot = slots.first(where: { $0.process === process && $0.made == nil }) else { return }
    switch process.listen() {
    case .nothing: break
    case .answer(let bytes):
      do throws(MessageError) {
        slot.made = try DocumentAnswer.record(bytes, of: slot.document)
        slot.process = nil
      } catch {
        if case .end(let end) = process.ended(.unreadable) { try replace(process, of: slot, end) }
      }
    case .end(let end): try replace(process, of: slot, end)
    }
  }

  /// Makes another worker in the place of one that ended; a document that may have found the worker damaged is tried once more.
  private func replace(_ process: WorkerProcess, of slot: IsolatedSlot, _ end: WorkerEnd) throws {
    processes.removeAll { $0 === process }
    slot.process = nil
    if process.answered > 0, end.mayBeOfAnEarlierDocument, let fresh = try another() {
      give(slot, to: fresh)
    } else {
      slot.made = AnnotatedDocument(document: slot.document, error: "\(end)")
    }
  }
}

/// A place in the order of ``IsolatedWork``.
private final class IsolatedSlot {
  let document: Document
  /// The document's text, in bytes.
  let size: Int
  /// The worker that has the document.
  var process: WorkerProcess?
  var made: AnnotatedDocument?

  init(_ document: Document) {
    self.document = document
    size = document.text.utf8.count
  }

  /// A place with nothing to do.
  init(made: AnnotatedDocument) {
    document = made.document
    size = 0
    self.made = made
  }
}
