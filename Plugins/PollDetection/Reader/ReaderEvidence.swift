import PostilModuleKit

/// What speaks for or against a reader poll by its form: rows of the table `reader`, which has their weights.
enum ReaderEvidence: String, CaseIterable {
  case questionMark = "question mark"
  case order
  case openStatement = "open statement"
  case proposition
  case propositionUnderPrompt = "proposition under prompt"
  case promptAsQuestion = "prompt as question"
  case repeatedProposition = "repeated proposition"
  case noQuestion = "no question"
  case unasked
  case stranger
  case noAnswers = "no answers"
  case askedOutright = "asked outright"
  case answer
  case share
  case sharesAddUp = "shares add up"
  case sharesExceed = "shares exceed"
  case sharesMissing = "shares missing"
  case usualAnswer = "usual answer"
  case scale
  case circle
  case box
  case letter
  case number
  case bullet
  case emoji
  case pictures
  case choice
  case bars
  case answerVotes = "answer votes"
  case answerCounts = "answer counts"
  case votesAddUp = "votes add up"
  case votesExceed = "votes exceed"
  case inline
  case prose
  case cells
  case longAnswer = "long answer"
  case answerAsks = "answer asks"
  case answerTwice = "answer twice"
  case unevenAnswer = "uneven answer"
  case manyAnswers = "many answers"
  case cutShort = "cut short"
  case press
  case nearbyPoll = "nearby poll"
}

/// The weights of the table `reader`; all are 0 where no rules give it.
struct ReaderWeights: Sendable {
  /// The name of the table.
  static let table = "reader"

  private let weights: [ReaderEvidence: Double]

  /// - Throws: An error that names the table, and the row that is missing, no number, or known to nobody.
  init(_ table: ModuleTable) throws {
    var reader = TableReader(table)
    var weights: [ReaderEvidence: Double] = [:]
    for evidence in ReaderEvidence.allCases {
      weights[evidence] = try reader.number(of: evidence.rawValue, orNone: 0)
    }
    try reader.finish()
    self.weights = weights
  }

  subscript(evidence: ReaderEvidence) -> Double { weights[evidence] ?? 0 }
}

/// Reasons with their points.
struct PollScore {
  /// The sum of the points.
  private(set) var points = 0.0
  /// Reasons in their order, each with its points.
  private(set) var reasons: [(reason: String, points: Double)] = []

  mutating func add(_ reason: String, _ points: Double) {
    guard points != 0 else { return }
    self.points += points
    if let known = reasons.firstIndex(where: { $0.reason == reason }) {
      reasons[known].points += points
    } else {
      reasons.append((reason, points))
    }
  }

  mutating func add(_ evidence: ReaderEvidence, _ weights: ReaderWeights, times: Int = 1) {
    add(evidence.rawValue, weights[evidence] * Double(times))
  }

  mutating func add(_ other: PollScore) {
    for (reason, points) in other.reasons { add(reason, points) }
  }
}
