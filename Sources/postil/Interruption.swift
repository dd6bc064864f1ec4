@preconcurrency import Dispatch
import Foundation
import Synchronization

/// Notices Ctrl-C, so that a run can end after a whole record. A second Ctrl-C ends at once.
final class Interruption: Sendable {
  private let noticed = Atomic<Bool>(false)
  private let source: any DispatchSourceSignal

  init() {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [weak self] in
      guard let self else { return }
      if self.noticed.exchange(true, ordering: .relaxed) { _exit(Failure.Status.interrupted) }
    }
    source.resume()
  }

  /// Whether Ctrl-C was pressed.
  var isNoticed: Bool { noticed.load(ordering: .relaxed) }
}
