import PostilMatching
import PostilModel
import PostilRules

/// What one worker keeps from document to document.
final class WorkerMemory {
  let matcher = Matcher()
  private var tables: [Key: OriginTable] = [:]
  /// The table asked for last, which mostly is wanted again: candidates are made rule by rule.
  private var latest: OriginTable?
  /// The number of the origin made last.
  private var lastNumber = 0

  private struct Key: Hashable {
    let rule: ObjectIdentifier
    let lexicon: Int
  }

  /// The origin that candidates of a rule share, made when it is first met.
  ///
  /// - Parameters:
  ///   - lexicon: The lexicon's number in the phase; 0, as the row, for a rule whose features depend on no row.
  ///   - make: Makes the origin of the number given.
  func origin(of rule: Rule, lexicon: Int, row: Int, _ make: (Int) -> CandidateOrigin) -> CandidateOrigin {
    let table = table(of: rule, lexicon)
    if let known = table.origin(ofRow: row) { return known }
    lastNumber += 1
    let made = make(lastNumber)
    table.set(made, ofRow: row)
    return made
  }

  private func table(of rule: Rule, _ lexicon: Int) -> OriginTable {
    if let latest, latest.rule === rule, latest.lexicon == lexicon { return latest }
    let key = Key(rule: ObjectIdentifier(rule), lexicon: lexicon)
    let table = tables[key] ?? OriginTable(rule, lexicon)
    tables[key] = table
    latest = table
    return table
  }
}

/// The origins that the candidates of one rule share, by the rows of one lexicon.
private final class OriginTable {
  /// Kept, so that no other rule takes its identity.
  let rule: Rule
  let lexicon: Int
  private var byRow: [CandidateOrigin?] = []

  init(_ rule: Rule, _ lexicon: Int) {
    self.rule = rule
    self.lexicon = lexicon
  }

  func origin(ofRow row: Int) -> CandidateOrigin? { row < byRow.count ? byRow[row] : nil }

  func set(_ origin: CandidateOrigin, ofRow row: Int) {
    if row >= byRow.count { byRow += repeatElement(nil, count: row + 1 - byRow.count) }
    byRow[row] = origin
  }
}
