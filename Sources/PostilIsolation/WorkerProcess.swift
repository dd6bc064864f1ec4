import CPostilProcess
import Foundation
import PostilModuleHost
import PostilPipeline

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
  private let process: pid_t
  /// The program's end of the pipe.
  let channel: Int32
  private var outgoing: ArraySlice<UInt8> = []
  private var incoming: [UInt8] = []
  private var end: SuspendingClock.Instant?
  /// The documents that it has answered for.
  private(set) var answered = 0

  /// Forks; `worker`, which has had no document, goes on in the new process.
  ///
  /// - Throws: ``IsolationError`` when the system makes no process.
  init(of worker: DocumentWorker, limits: IsolationLimits) throws(IsolationError) {
    self.limits = limits
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw IsolationError(code: errno)
    }
    channel = ends[0]
    process = place.withPointer { postil_worker_fork(ends[1], UInt64(limits.memory), $0) }
    if process == 0 {
      worker.place = place
      WorkerLoop(worker: worker).run()
    }
    let code = errno
    close(ends[1])
    _ = fcntl(channel, F_SETFL, O_NONBLOCK)
    guard process > 0 else { throw IsolationError(code: code) }
  }

  deinit {
    close(channel)
    guard process > 0 else { return }
    postil_worker_kill(process)
    var end = postil_end()
    if !isGone { _ = postil_worker_ended(process, -1, &end) }
  }

  /// How long a process that has closed its pipe is given to end, in milliseconds.
  private static let mostWait: Int32 = 1000

  /// Whether the process was waited for: its number may be another's by now.
  private var isGone = false

  /// Whether it has no document.
  var isIdle: Bool { end == nil }

  /// Whether there is something that it has not taken yet.
  var isSending: Bool { !outgoing.isEmpty }

  /// Gives it a message to answer.
  func ask(_ message: [UInt8]) {
    outgoing = MessageFrame.framed(message)[...]
    incoming.removeAll(keepingCapacity: true)
    end = .now + .seconds(limits.secondsUntilEnd)
    send()
  }

  /// Sends as much as it takes.
  func send() {
    while isSending {
      let count = outgoing.withUnsafeBytes { Foundation.send(channel, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count >= 0 {
        outgoing = outgoing.dropFirst(count)
      } else if errno == EPIPE || errno == ECONNRESET {
        // Its end is told when it is listened to.
        outgoing = []
      } else if errno != EINTR {
        return
      }
    }
  }

  /// Takes what has come, without waiting.
  func listen() -> News {
    let isClosed = receive()
    if incoming.count >= MessageFrame.headSize {
      let size = MessageFrame.size(incoming[...])
      if incoming.count == MessageFrame.headSize + size { return answer() }
      if incoming.count > MessageFrame.headSize + size || size > MessageFrame.mostBytes { return ended(.unreadable) }
    }
    var how = postil_end()
    // A process that ends closes its pipe a moment before.
    if postil_worker_ended(process, isClosed ? Self.mostWait : 0, &how) != 0 {
      isGone = true
      // What it sent just before.
      _ = receive()
      return .end(WorkerEnd(cause: .itself(how), module: place.module, limits: limits))
    }
    if isClosed { return ended(.closed) }
    if let end, .now >= end { return ended(.overdue) }
    return .nothing
  }

  private func answer() -> News {
    answered += 1
    end = nil
    return .answer(incoming[MessageFrame.headSize...])
  }

  /// Ends it.
  func ended(_ cause: WorkerEnd.Cause) -> News {
    let end = WorkerEnd(cause: cause, module: place.module, limits: limits)
    postil_worker_kill(process)
    return .end(end)
  }

  /// Reads what has come; whether the other end was closed.
  private func receive() -> Bool {
    while true {
      let count = withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { buffer in
        let count = Foundation.read(channel, buffer.baseAddress, buffer.count)
        if count > 0 { incoming += buffer[..<count] }
        return count
      }
      if count == 0 { return true }
      if count < 0, errno != EINTR { return errno != EAGAIN && errno != EWOULDBLOCK }
    }
  }
}
