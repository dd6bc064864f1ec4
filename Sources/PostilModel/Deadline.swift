/// When the work on one document is to be over.
public struct Deadline: Hashable, Sendable {
  /// The time that a document may take.
  public let seconds: Double
  private let end: SuspendingClock.Instant

  /// A deadline so many seconds from now.
  public init(seconds: Double) {
    self.seconds = seconds
    end = .now + .seconds(seconds)
  }

  private init(seconds: Double, end: SuspendingClock.Instant) {
    self.seconds = seconds
    self.end = end
  }

  /// The same with so much more time: of waiting for what is not the document's.
  public func later(by duration: Duration) -> Deadline { Deadline(seconds: seconds, end: end + duration) }

  /// The time that is left, in whole milliseconds, a begun one with them; 0 where it is over.
  public var millisecondsLeft: Int {
    let left = SuspendingClock.now.duration(to: end).components
    return max(0, Int(left.seconds) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000) + 1)
  }

  /// Whether the time is over.
  public var hasPassed: Bool { .now >= end }
}

extension Deadline: CustomStringConvertible {
  /// What became of the work, behind `was`.
  public var description: String {
    "stopped: not done after \(seconds.plainText) s, which is what --timeout gives a document"
  }
}
