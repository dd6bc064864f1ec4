import CPostilProcess
import Foundation
import PostilModuleHost
import PostilPipeline
import PostilProcesses

/// A worker in a process of its own, as the program sees it: one document at a time.
///
/// A class, since it owns the process and the pipe.
final class WorkerProcess {
  /// What came of listening.
  enum News {
    case nothing
    case answer(ArraySlice<UInt8>)
    case end(WorkerEnd)
  }

  private let limits: IsolationLimits
  private let place = RunPlace()
  private let process: ChildProcess
  private var end: SuspendingClock.Instant?
  /// The documents that it has answered for.
  private(set) var answered = 0

  /// Forks; `worker`, which has had no document, goes on in the new process.
  ///
  /// - Throws: ``IsolationError`` when the system makes no process.
  init(of worker: DocumentWorker, limits: IsolationLimits) throws(IsolationError) {
    self.limits = limits
    let place = place
    do throws(ProcessError) {
      process = try ChildProcess { channel in
        let number = place.withPointer { postil_worker_fork(channel, UInt64(limits.memory), $0) }
        guard number == 0 else { return number }
        worker.place = place
        WorkerLoop(worker: worker).run()
      }
    } catch {
      throw IsolationError(code: error.code)
    }
  }

  /// How long a process that has closed its pipe is given to end, in milliseconds.
  private static let mostWait: Int32 = 1000

  /// Whether it has no document.
  var isIdle: Bool { end == nil }

  /// What there is to wait for, for poll(2).
  var awaited: pollfd { process.awaited }

  /// Sends as much as it takes.
  func send() { process.send() }

  /// Gives it a message to answer.
  func ask(_ message: [UInt8]) {
    process.incoming.removeAll(keepingCapacity: true)
    restartClock()
    process.give(MessageFrame.framed(message))
  }

  private func restartClock() { end = .now + .seconds(limits.secondsUntilEnd) }

  /// Takes what has come, without waiting.
  func listen() -> News {
    let isClosed = process.receive()
    let incoming = process.incoming
    if incoming.count >= MessageFrame.headSize {
      let size = MessageFrame.size(incoming[...])
      if incoming.count == MessageFrame.headSize + size { return answer() }
      if incoming.count > MessageFrame.headSize + size || size > MessageFrame.mostBytes { return ended(.unreadable) }
    }
    // A process that ends closes its pipe a moment before.
    if process.hasEnded(within: isClosed ? Self.mostWait : 0), let how = process.end {
      // What it sent just before.
      _ = process.receive()
      return .end(WorkerEnd(cause: .itself(how), module: place.module, limits: limits))
    }
    if isClosed { return ended(.closed) }
    if place.waits { restartClock() }
    if let end, .now >= end { return ended(.overdue) }
    return .nothing
  }

  private func answer() -> News {
    answered += 1
    end = nil
    return .answer(process.incoming[MessageFrame.headSize...])
  }

  /// Ends it.
  func ended(_ cause: WorkerEnd.Cause) -> News {
    let end = WorkerEnd(cause: cause, module: place.module, limits: limits)
    process.kill()
    return .end(end)
  }
}
