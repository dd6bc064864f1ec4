@preconcurrency import Dispatch
import Foundation
import Synchronization

/// Notices Ctrl-C and SIGTERM, so that a run can end after a whole record. A second one ends at once.
final class Interruption: Sendable {
  private let noticed = Atomic<Int32>(0)
  private let sources: [any DispatchSourceSignal]

  init() {
    let signals = [SIGINT, SIGTERM]
    for number in signals { signal(number, SIG_IGN) }
    sources = signals.map { DispatchSource.makeSignalSource(signal: $0, queue: .global()) }
    for (number, source) in zip(signals, sources) {
      source.setEventHandler { [weak self] in
        if self?.noticed.exchange(number, ordering: .relaxed) ?? 0 != 0 { _exit(Failure.Status.stopped(by: number)) }
      }
      source.resume()
    }
  }

  /// Whether the run is to end.
  var isNoticed: Bool { noticed.load(ordering: .relaxed) != 0 }

  /// The exit status that tells of the signal.
  var status: Int32 { Failure.Status.stopped(by: noticed.load(ordering: .relaxed)) }
}
