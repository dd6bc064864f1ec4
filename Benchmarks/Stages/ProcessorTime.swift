import Glibc

/// The time that the processor spent on this process's own code.
enum ProcessorTime {
  /// In seconds, since the process began.
  static var now: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
  }

  /// How long `body` took, in seconds.
  static func of(_ body: () throws -> Void) rethrows -> Double {
    let start = now
    try body()
    return now - start
  }
}
