import PostilMatching
import PostilModel
import PostilRules

/// The program's own work on a document, stopped since the document's time was over.
struct OverdueWork: Error {
  private let deadline: Deadline
  private let subject: String

  /// Nil where the time was enough.
  init?(_ memory: WorkerMemory, _ chain: Chain) {
    guard memory.isOverdue(), let deadline = memory.deadline, let overdue = memory.overdue else { return nil }
    self.deadline = deadline
    switch overdue {
    case .text: subject = "the search for sentences and words"
    case .search: subject = "the search for candidates"
    case .pattern(let pattern):
      let rule = chain.steps.lazy.flatMap(\.rulesets).flatMap(\.rules).first { $0.looks(for: pattern) }
      subject = rule.map { "rule '\($0.name)'" } ?? "the search for candidates"
    }
  }
}

extension OverdueWork: CustomStringConvertible {
  var description: String { "\(subject) was \(deadline)" }
}

extension Rule {
  /// Whether one of its patterns, those of conditions among them, is the one that is called `pattern`.
  fileprivate func looks(for pattern: ObjectIdentifier) -> Bool {
    if case .patterns(let own) = matcher, own.contains(where: { $0.pattern.identity == pattern }) { return true }
    return allConditions.contains { condition in
      guard case .pattern(let asked) = condition else { return false }
      return [asked.anywhere, asked.anchored, asked.ending].contains { $0.identity == pattern }
    }
  }
}
