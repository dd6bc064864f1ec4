import PostilMatching
import PostilModel
import PostilRules

/// What one worker keeps from document to document.
final class WorkerMemory {
  let matcher = Matcher()
  private var origins: [Key: OriginTable] = [:]
  private let numbers = OriginNumbers()

  private struct Key: Hashable {
    let rule: ObjectIdentifier
    let lexicon: Int
  }

  /// The origins that candidates of a rule share.
  ///
  /// - Parameters:
  ///   - lexicon: The lexicon's number in the phase; 0 for a rule whose features depend on no row.
  func origins(of rule: Rule, lexicon: Int) -> OriginTable {
    let key = Key(rule: ObjectIdentifier(rule), lexicon: lexicon)
    if let known = origins[key] { return known }
    let made = OriginTable(rule, numbers)
    origins[key] = made
    return made
  }
}

/// Counts the origins of one worker.
private final class OriginNumbers {
  private var last = 0

  func next() -> Int {
    last += 1
    return last
  }
}

/// The origins of one rule that its candidates share, each by the row of the term, made when it is first met.
final class OriginTable {
  /// Kept, so that no other rule takes its identity.
  private let rule: Rule
  private let numbers: OriginNumbers
  private var byRow: [CandidateOrigin?] = []

  fileprivate init(_ rule: Rule, _ numbers: OriginNumbers) {
    self.rule = rule
    self.numbers = numbers
  }

  /// - Parameter make: Makes the origin of the number given.
  func origin(row: Int, _ make: (Int) -> CandidateOrigin) -> CandidateOrigin {
    if row >= byRow.count { byRow += repeatElement(nil, count: row + 1 - byRow.count) }
    if let known = byRow[row] { return known }
    let made = make(numbers.next())
    byRow[row] = made
    return made
  }
}
