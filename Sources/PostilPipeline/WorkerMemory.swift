import PostilMatching
import PostilModel
import PostilModuleBridge

/// What one worker keeps from document to document.
final class WorkerMemory {
  let matcher = Matcher()
  let run = RunTables()
  /// When rules and modules are to end that look at the document at hand; set when the parts of its text are found.
  var deadline: Deadline? {
    didSet {
      matcher.deadline = deadline
      overdue = deadline?.hasPassed == true ? .text : nil
    }
  }
  /// What was at work when the time was found to be over, modules aside.
  enum Overdue {
    case text, search
    case pattern(ObjectIdentifier)
  }
  private(set) var overdue: Overdue?
  /// For each table of shared origins, by rows, their numbers and 1 more; 0 for one that no document has had.
  private var numbers: [[UInt32]]
  /// For each shared origin with features that are too long, what is told of it.
  private var tooLong: [UInt32: [DocumentDiagnostic]] = [:]
  /// For each pattern, the numbers of its captures' names.
  private var captures: [ObjectIdentifier: [UInt32]] = [:]

  /// - Parameter tables: How many tables of shared origins the rules need.
  init(tables: Int) { numbers = [[UInt32]](repeating: [], count: tables) }

  /// Whether the time of the document is over.
  func isOverdue() -> Bool {
    guard overdue == nil, let deadline else { return overdue != nil }
    if let pattern = matcher.overdue { overdue = .pattern(pattern) } else if deadline.hasPassed { overdue = .search }
    return overdue != nil
  }

  /// The number of an origin that candidates of a rule share, which is made when it is first met.
  ///
  /// - Parameter row: Of the lexicon; 0 for a rule whose features depend on no row.
  func origin(inTable table: Int, row: Int, _ make: () -> CandidateOrigin) -> UInt32 {
    if row < numbers[table].count, numbers[table][row] > 0 { return numbers[table][row] - 1 }
    let made = run.share(make())
    while numbers[table].count <= row { numbers[table].append(0) }
    numbers[table][row] = made + 1
    return made
  }

  /// What is told of a shared origin in every document that has it.
  ///
  /// - Parameter new: What was told when it was made, if that was now.
  func tooLong(of origin: UInt32, adding new: [DocumentDiagnostic]) -> [DocumentDiagnostic] {
    if !new.isEmpty { tooLong[origin] = new }
    return tooLong.isEmpty ? [] : tooLong[origin] ?? []
  }

  /// The numbers of the names of a pattern's captures.
  func captureNames(of pattern: Pattern) -> [UInt32] {
    if let known = captures[pattern.identity] { return known }
    let made = pattern.captureNames.map(run.names.number)
    captures[pattern.identity] = made
    return made
  }
}
