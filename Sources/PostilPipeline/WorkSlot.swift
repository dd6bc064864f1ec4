import Dispatch
import PostilModel
import Synchronization

/// A place in the order of ``OrderedWork``: what is made of a document, once it is there.
final class WorkSlot<Made: Sendable>: Sendable {
  /// The document's text, in bytes.
  let size: Int
  private let document: Document?
  private let made: Mutex<Made?>
  private let isFilled = DispatchSemaphore(value: 0)

  init(_ document: Document) {
    self.document = document
    size = document.text.utf8.count
    made = Mutex(nil)
  }

  /// A place with nothing to do.
  init(made: Made) {
    document = nil
    size = 0
    self.made = Mutex(made)
    isFilled.signal()
  }

  /// Keeps what `body` makes of the document.
  func fill(_ body: (Document) -> Made) {
    guard let document else { return }
    let made = body(document)
    self.made.withLock { $0 = made }
    isFilled.signal()
  }

  var isDone: Bool { made.withLock { $0 != nil } }

  /// What was made; called once.
  func waitForMade() -> Made {
    isFilled.wait()
    guard let made = made.withLock({ $0 }) else { preconditionFailure("WorkSlot: filled with nothing") }
    return made
  }
}
