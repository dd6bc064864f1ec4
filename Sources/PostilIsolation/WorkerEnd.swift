import CPostilProcess
import PostilModel
import PostilProcesses

/// Why a worker's process ended before it had answered.
struct WorkerEnd {
  /// What ended it.
  enum Cause {
    case itself(ChildEnd)
    /// It was ended: the time of the document was over.
    case overdue
    /// It was ended: its answer is none.
    case unreadable
    /// It was ended: it can no longer answer.
    case closed
  }

  let cause: Cause
  /// The module whose code ran, if one did.
  let module: String?
  let limits: IsolationLimits

  /// Whether the same document may do better with a worker that has had no other.
  var mayBeOfAnEarlierDocument: Bool { if case .overdue = cause { false } else { true } }
}

extension WorkerEnd: CustomStringConvertible {
  /// What the document's record says.
  var description: String {
    switch cause {
    case .overdue: "\(subject) was \(Deadline(seconds: limits.seconds))"
    case .unreadable:
      "the worker gave an answer that is none: a module has written over its memory or into its pipe"
    case .closed: closed
    case .itself(let end) where end.signal == 0 && end.status == POSTIL_DESCRIPTOR_LOST: closed
    case .itself(let end): "\(subject) ended its worker: \(end)\(needOfMemory(end))"
    }
  }

  private var closed: String { "\(subject) closed the pipe of its worker" }

  private var subject: String { module.map { "module '\($0)'" } ?? "the program itself" }

  /// What is also to be said where it had taken most of the memory that it may have.
  private func needOfMemory(_ end: ChildEnd) -> String {
    guard end.signal != 0, end.peak > UInt64(limits.memory) / 2 else { return "" }
    return "; it may have --max-memory \(limits.memory >> 20)M, and had taken most of it"
  }
}
