import Synchronization

/// The slots that wait for a worker, and the workers that wait for a slot.
final class WorkAgenda<Made: Sendable>: Sendable {
  private struct State {
    var waiting: [WorkSlot<Made>] = []
    var idle: [WorkerBox]
  }

  private let state: Mutex<State>

  init(idle: [WorkerBox]) { state = Mutex(State(idle: idle)) }

  /// Adds `slot`; returns the worker that is to begin, if one is idle.
  func add(_ slot: WorkSlot<Made>) -> WorkerBox? {
    state.withLock { state in
      state.waiting.append(slot)
      return state.idle.popLast()
    }
  }

  /// The slot that `worker` is to do next; when there is none, it is idle from now on.
  func next(for worker: WorkerBox) -> WorkSlot<Made>? {
    state.withLock { state in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.idle.append(worker)
      return nil
    }
  }

  /// Forgets what waits.
  func clear() { state.withLock { $0.waiting.removeAll() } }
}
