import PostilModuleKit

/// One answer of a poll.
struct PollAnswer {
  /// Its words, without marker and share.
  var words: Span
  /// In percent.
  var share: Double?
  var votes: Double?
  var mark: PollMark?
  /// Whether a bar or leaders stand beside it.
  var hasBar = false
  /// Whether words stand behind its share.
  var isUneven = false
  /// A bare number behind the words, which is its votes where every answer has one.
  var count: PollFigure?
  /// By index among the document's candidates.
  var candidates: [Int] = []
}

/// At least two answers that belong together.
struct AnswerBody {
  /// How they are laid out.
  enum Form {
    /// Each on lines of its own.
    case list
    /// On one line, by their shares or markers.
    case sentence
    /// The same, in running text.
    case prose
    /// On one line, parted by marks of punctuation alone.
    case words
    /// In the cells of a row, over or under their shares.
    case cells
    /// As what to press, text or send.
    case choices
  }

  let form: Form
  let lines: Range<Int>
  let span: Span
  let answers: [PollAnswer]
  /// The question, where it stands on the same line.
  var question: Span?
  /// Where the question's line may begin with another poll, the place behind it.
  var start: Int?
  /// How many voted, where the line of answers says so.
  var votes: Double?
  /// Whether what may be an answer stands behind the last one, and whether what is one by its form stands there or before the
  /// first.
  var isFollowed = false
  var isCutShort = false
}

extension AnswerBody {
  /// What speaks for and against its answers.
  func score(_ page: PollPage, _ weights: ReaderWeights) -> PollScore {
    var score = PollScore()
    score.add(.answer, weights, times: min(answers.count, 4))
    addShares(to: &score, weights)
    let usual = answers.count { page.isUsual($0.words) }
    score.add(.usualAnswer, weights, times: min(3, usual))
    if usual == answers.count, !isFollowed { score.add(.scale, weights) }
    if let mark = answers[0].mark, answers.allSatisfy({ $0.mark != nil }) { score.add(mark.kind, weights) }
    let pictures = answers.compactMap(\.mark).filter { $0.kind == .emoji }.map { page.text($0.span) }
    if pictures.count == answers.count, Set(pictures).count == pictures.count { score.add(.pictures, weights) }
    if answers.contains(where: \.hasBar) { score.add(.bars, weights) }
    if answers.count(where: { $0.votes != nil }) > 1 {
      score.add(answers.allSatisfy { $0.count != nil } ? .answerCounts : .answerVotes, weights)
      score.add(.sharesMissing, weights, times: answers.count { $0.votes == nil && $0.share == nil })
    }
    switch form {
    case .words: score.add(.inline, weights)
    case .cells: score.add(.cells, weights)
    case .choices: score.add(.choice, weights, times: min(2, answers.count))
    case .prose: score.add(.prose, weights)
    case .list, .sentence: break
    }
    addFaults(to: &score, page, weights)
    return score
  }

  /// What its shares add.
  func addShares(to score: inout PollScore, _ weights: ReaderWeights) {
    let shares = answers.compactMap(\.share)
    guard !shares.isEmpty else { return }
    let sum = shares.reduce(0, +)
    score.add(.share, weights, times: min(shares.count, 3))
    if shares.count > 1, abs(sum - 100) <= 3 { score.add(.sharesAddUp, weights) }
    if sum > 103 { score.add(.sharesExceed, weights) }
    score.add(.sharesMissing, weights, times: answers.count - shares.count)
  }

  /// What its votes add beside their total.
  func addVotes(of total: Double?, to score: inout PollScore, _ weights: ReaderWeights) {
    let votes = answers.compactMap(\.votes)
    guard let total, votes.count > 1 else { return }
    let sum = votes.reduce(0, +)
    if sum == total { score.add(.votesAddUp, weights) }
    if (votes.max() ?? 0) > total { score.add(.votesExceed, weights) }
  }

  private func addFaults(to score: inout PollScore, _ page: PollPage, _ weights: ReaderWeights) {
    score.add(
      .longAnswer, weights, times: answers.count { $0.words.count > 90 && page.document.wordCharacters($0.words) > 90 })
    score.add(.answerAsks, weights, times: answers.count { asks($0, page) })
    score.add(.answerTwice, weights, times: answers.count - Set(answers.map { page.wordings.number($0.words) }).count)
    score.add(.unevenAnswer, weights, times: answers.count(where: \.isUneven))
    if isCutShort { score.add(.cutShort, weights) }
    score.add(.manyAnswers, weights, times: max(0, answers.count - 12))
  }

  private func asks(_ answer: PollAnswer, _ page: PollPage) -> Bool {
    !answer.words.isEmpty && page.document.utf8[answer.words.end - 1] == UInt8(ascii: "?")
  }
}
