import CPostilProcess
import Foundation

/// A process that this one made, and the pipe to it; used from one thread at a time.
///
/// A class, since it owns both.
public final class ChildProcess {
  /// This process's end of the pipe, which never makes it wait.
  public let channel: Int32
  private let process: pid_t
  private var outgoing: ArraySlice<UInt8> = []
  /// What has come and was not taken.
  public var incoming: [UInt8] = []
  /// How it ended; nil before it was waited for. From then on its number may be another's.
  public private(set) var end: ChildEnd?

  /// Makes a process.
  ///
  /// - Parameter make: Gets the process's end of the pipe and returns its number, negative with `errno` set where there is none.
  /// - Throws: ``ProcessError`` when the system makes no process.
  public init(_ make: (Int32) -> pid_t) throws(ProcessError) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw ProcessError(code: errno)
    }
    channel = ends[0]
    process = make(ends[1])
    let code = errno
    close(ends[1])
    _ = fcntl(channel, F_SETFL, O_NONBLOCK)
    guard process > 0 else { throw ProcessError(code: code) }
  }

  deinit {
    close(channel)
    guard process > 0, end == nil else { return }
    kill()
    var how = postil_end()
    _ = postil_child_ended(process, -1, &how)
  }

  /// Whether there is something that it has not taken yet.
  public var isSending: Bool { !outgoing.isEmpty }

  /// What there is to wait for at ``channel``, for poll(2).
  public var awaited: pollfd {
    pollfd(fd: channel, events: Int16(POLLIN | (isSending ? POLLOUT : 0)), revents: 0)
  }

  /// Gives it bytes, in place of those that it has not taken.
  public func give(_ bytes: [UInt8]) {
    outgoing = bytes[...]
    send()
  }

  /// Sends as much as it takes.
  public func send() {
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

  /// Adds what has come to ``incoming``; whether the other end was closed.
  public func receive() -> Bool {
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

  /// Whether it has ended; how stands in ``end``.
  ///
  /// - Parameter milliseconds: How long to wait for it.
  public func hasEnded(within milliseconds: Int32) -> Bool {
    guard end == nil else { return true }
    var how = postil_end()
    guard postil_child_ended(process, milliseconds, &how) != 0 else { return false }
    end = ChildEnd(how)
    return true
  }

  /// Tells it that nothing more will come.
  public func closeInput() { _ = shutdown(channel, Int32(SHUT_WR)) }

  /// Ends it with all that it started.
  public func kill() { if end == nil { postil_child_kill(process) } }
}
