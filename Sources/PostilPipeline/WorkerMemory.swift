import PostilMatching
import PostilModel
import PostilRules

/// What one worker keeps from document to document.
final class WorkerMemory {
  let matcher = Matcher()
  private var origins: [Key: OriginTable] = [:]

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
    let made = OriginTable(rule)
    origins[key] = made
    return made
  }
}

/// The origins of one rule that its candidates share, each by the row of the term, made when it is first met.
final class OriginTable {
  /// Kept, so that no other rule takes its identity.
  private let rule: Rule
  private var byRow: [CandidateOrigin?] = []

  init(_ rule: Rule) { self.rule = rule }

  func origin(row: Int, _ make: () -> CandidateOrigin) -> CandidateOrigin {
    if row >= byRow.count { byRow += repeatElement(nil, count: row + 1 - byRow.count) }
    if let known = byRow[row] { return known }
    let made = make()
    byRow[row] = made
    return made
  }
}
