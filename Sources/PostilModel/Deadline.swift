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

  /// Whether the time is over.
  public var hasPassed: Bool { .now >= end }
}

extension Deadline: CustomStringConvertible {
  /// What became of the work, behind `was`.
  public var description: String {
    "stopped: not done after \(seconds.plainText) s, which is what --timeout gives a document"
  }
}
