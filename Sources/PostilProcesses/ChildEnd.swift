import CPostilProcess

/// How a process ended.
public struct ChildEnd: Sendable {
  /// The signal that ended it; 0 where it ended by itself.
  public let signal: Int32
  /// Its exit status.
  public let status: Int32
  /// The most bytes that it had in memory.
  public let peak: UInt64

  init(_ end: postil_end) {
    signal = end.signal
    status = end.status
    peak = end.peak
  }
}

extension ChildEnd: CustomStringConvertible {
  /// What ended it: `it called exit(3)`, `killed (SIGKILL)`.
  public var description: String {
    signal == 0
      ? "it called exit(\(status))"
      : postil_signal_name(signal).map { String(cString: $0) } ?? "signal \(signal)"
  }
}
