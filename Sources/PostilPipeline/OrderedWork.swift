import Dispatch
import PostilModel

/// Documents that workers are at; what they make of them is given out in the order in which the documents were added.
///
/// A document is begun as soon as a worker is free. There is so much room for what is held (``WorkRoom``): where the first one takes
/// long, the ones behind it wait.
public final class OrderedWork<Made: Sendable> {
  private let workers: [WorkerBox]
  private let body: @Sendable (DocumentWorker, Document) -> Made
  private let agenda: WorkAgenda<Made>
  private let running = DispatchGroup()
  /// What was added and not given out.
  private var slots: [WorkSlot<Made>] = []
  private var room: WorkRoom

  init(_ workers: [WorkerBox], _ body: @escaping @Sendable (DocumentWorker, Document) -> Made) {
    self.workers = workers
    self.body = body
    room = WorkRoom(workers: workers.count)
    agenda = WorkAgenda(idle: workers)
  }

  /// What was not begun is left undone; what is under way is waited for.
  deinit {
    agenda.clear()
    running.wait()
  }

  /// Adds a document, and gives to `each` what is made of it and of those before it, as far as it is there.
  public func add(_ document: Document, each: (Made) throws -> Void) rethrows {
    guard workers.count > 1 else { return try each(workers[0].run(body, document)) }
    let slot = WorkSlot<Made>(document)
    if let worker = agenda.add(slot) {
      worker.queue.async(group: running) { [agenda, body] in
        while let slot = agenda.next(for: worker) { slot.fill { worker.run(body, $0) } }
      }
    }
    try hold(slot, each)
  }

  /// Adds what is there already, in its place.
  public func add(made: Made, each: (Made) throws -> Void) rethrows {
    guard !slots.isEmpty else { return try each(made) }
    try hold(WorkSlot(made: made), each)
  }

  /// Waits for all that was added, and gives the rest to `each`.
  public func finish(each: (Made) throws -> Void) rethrows {
    while !slots.isEmpty { try giveFirst(each) }
  }

  private func hold(_ slot: WorkSlot<Made>, _ each: (Made) throws -> Void) rethrows {
    slots.append(slot)
    room.take(slot.size)
    while let first = slots.first, room.isFull || first.isDone { try giveFirst(each) }
  }

  private func giveFirst(_ each: (Made) throws -> Void) rethrows {
    let slot = slots.removeFirst()
    room.release(slot.size)
    try each(slot.waitForMade())
  }
}
