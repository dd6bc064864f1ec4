/// What a document may cost a worker.
public struct IsolationLimits: Hashable, Sendable {
  /// The time that it may take.
  public let seconds: Double
  /// The bytes of memory that the worker may map beyond those that the program had mapped when it made the worker.
  public let memory: Int

  /// 5 minutes and 4 GB, where nothing else is said: beyond what any of the shipped rules and modules takes for a document of 100 MB.
  public static let standard = IsolationLimits(seconds: 300, memory: 4 << 30)

  /// Makes limits.
  public init(seconds: Double, memory: Int) {
    self.seconds = seconds
    self.memory = memory
  }

  /// When a worker that has not stopped by itself is ended.
  var secondsUntilEnd: Double { seconds * 1.1 + 0.5 }
}
