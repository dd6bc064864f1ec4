import Dispatch
import PostilJSON
import PostilModel
import Synchronization

/// A document that waits for a program, and then what the program made of it.
final class ProgramRequest: Sendable {
  /// What the one who asks is told.
  enum News {
    /// There is an answer.
    case answered
    /// It is to give the batch to a program itself: to this one, or a new one.
    case turn(ProgramProcess?)
  }

  /// What came of it.
  struct Outcome {
    let answer: Result<JSONValue, ModuleError>
    /// How long the program was at this document.
    let own: Duration
  }

  let number: Int
  /// The document, as an object of JSON.
  let document: [UInt8]
  /// When a program is to be done with it that has it now.
  let deadline: Deadline
  /// How long a program may be at it, whenever it gets it.
  let milliseconds: Int
  private let news = Mutex<News?>(nil)
  private let hasNews = DispatchSemaphore(value: 0)
  private let made = Mutex<Outcome?>(nil)

  init(number: Int, document: [UInt8], deadline: Deadline) {
    self.number = number
    self.document = document
    self.deadline = deadline
    milliseconds = deadline.millisecondsLeft
  }

  /// What came of it; called when it was filled.
  var outcome: Outcome {
    guard let made = made.withLock({ $0 }) else { preconditionFailure("ProgramRequest: no outcome") }
    return made
  }

  func fill(_ answer: Result<JSONValue, ModuleError>, after own: Duration) {
    made.withLock { $0 = Outcome(answer: answer, own: own) }
  }

  func tell(_ some: News) {
    news.withLock { $0 = some }
    hasNews.signal()
  }

  /// Waits until something is told.
  func wait() -> News {
    hasNews.wait()
    return news.withLock { $0 } ?? .answered
  }
}
