import PostilModuleKit

/// What stands under the answers: totals, buttons, helper lines, a line of results.
struct PollTail {
  /// Where it ends; the end of the answers when it is empty.
  var end: Int
  /// One past its last line.
  var next: Int
  var cues: [PollCue] = []
  /// The answers with the shares that a line of results gives them.
  var results: AnswerBody?
}

/// Finds the tail under a body of answers.
struct PollTails {
  private static let reach = 6
  private static let widest = 2

  private let page: PollPage
  private let inLine: AnswersInLine

  init(page: PollPage) {
    self.page = page
    inLine = AnswersInLine(page: page)
  }

  func tail(under body: AnswerBody) -> PollTail {
    var tail = PollTail(end: body.span.end, next: body.lines.upperBound)
    var index = body.lines.upperBound
    while index < page.lines.count, index < body.lines.upperBound + Self.reach, page.lines[index].gap <= Self.widest {
      let line = page.lines[index]
      index += 1
      if tail.results == nil, let results = results(for: body, at: index - 1) {
        tail.results = results
        tail.cues += line.cues.filter { $0.kind == .votes }
      } else if line.isCued, line.shares.isEmpty, !asksItself(index - 1) {
        let isClosing = line.cues.contains { [.votes, .button, .helper].contains($0.kind) }
        guard isClosing || (line.cue(.label) == nil && line.cue(.prompt) == nil) else { break }
        tail.cues += line.cues.filter { $0.kind != .label && $0.kind != .prompt }
        guard isClosing else { continue }
      } else {
        break
      }
      tail.end = line.span.end
      tail.next = index
    }
    return tail
  }

  /// Whether it is a poll of its own, by a question and what to press for each answer.
  private func asksItself(_ index: Int) -> Bool {
    inLine.bodies(at: index).contains { $0.form == .choices && $0.question != nil }
  }

  /// A line that gives the answers of `body`, which have no shares, theirs.
  private func results(for body: AnswerBody, at index: Int) -> AnswerBody? {
    guard page.lines[index].shares.count > 1, body.answers.allSatisfy({ $0.share == nil }) else { return nil }
    let wanted = Set(body.answers.map { page.wordings.number($0.words) })
    return inLine.bodies(at: index).first { results in
      let named = results.answers.filter { $0.share != nil }.map { page.wordings.number($0.words) }
      return named.count > 1 && named.count(where: wanted.contains) * 2 > wanted.count
    }
  }
}
