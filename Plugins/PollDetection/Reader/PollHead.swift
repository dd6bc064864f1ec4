import PostilModuleKit

/// What stands over the answers: labels, the question or proposition, prompts, helper lines.
struct PollHead {
  /// Its first line.
  var first: Int
  /// The line under it.
  let below: Int
  var question: Span?
  var prompt: Span?
  var cues: [PollCue] = []
  /// What its form adds; its cues count with those of the tail.
  var form = PollScore()

  var points: Double { form.points + cues.score.points }

  /// Whether its question asks, or tells to choose.
  var isAsked: Bool {
    form.reasons.contains {
      [ReaderEvidence.questionMark.rawValue, ReaderEvidence.order.rawValue].contains($0.reason)
    }
  }

  /// The head over a sentence: any line may stand over one, so that a proposition counts only with its prompt.
  func asked(_ weights: ReaderWeights) -> PollHead {
    let stray = [ReaderEvidence.proposition.rawValue, ReaderEvidence.stranger.rawValue]
    guard form.reasons.contains(where: { stray.contains($0.reason) }) else { return self }
    var head = PollHead(first: below, below: below)
    head.form.add(.noQuestion, weights)
    return head
  }
}

/// Finds the best head over a line of answers.
struct PollHeads {
  /// So many lines may stand between the question and the answers, and over the question.
  private static let reach = 5
  /// So many blank lines may stand between two lines of a head.
  private static let widest = 3
  /// One line that no rule knows, no longer than this in bytes, may stand between a question and the answers.
  private static let longestStranger = 60
  /// A longer line is no proposition, in letters; a question may be the end of a longer one.
  private static let longest = 260

  private let page: PollPage
  private let weights: ReaderWeights
  private let words: QuestionWords

  init(page: PollPage, weights: ReaderWeights) {
    self.page = page
    self.weights = weights
    words = QuestionWords(document: page.document)
  }

  /// The best head over the line `first`.
  func best(over first: Int) -> PollHead {
    var best = head(at: first, asking: nil, between: [])
    best.form.add(.noQuestion, weights)
    var between: [PollCue] = []
    var line = first
    var strangers = 0
    while line > 0, first - line < Self.reach, page.lines[line].gap <= Self.widest {
      line -= 1
      if var head = head(questionAt: line, below: first, between: between) {
        head.form.add(.stranger, weights, times: strangers)
        let mayStand = head.isAsked || (strangers == 0 && !between.contains { $0.kind == .label })
        if head.points > best.points, mayStand { best = head }
      }
      guard page.lines[line].figures.isEmpty else { break }
      if !page.lines[line].isCued || page.lines[line].cues.allSatisfy({ $0.kind == .date }) {
        guard strangers == 0, page.lines[line].span.count <= Self.longestStranger else { break }
        strangers += 1
        continue
      }
      between += page.lines[line].cues
    }
    return best
  }

  /// The head of answers that stand behind their question, on the line `index`.
  func head(at index: Int, asking region: Span) -> PollHead {
    let question = words.question(in: region, of: page.lines[index])
    var head = head(at: index, asking: question, between: [])
    if region.start > page.lines[index].span.start { head = PollHead(first: index, below: index, question: question) }
    head.form.add(isAsked(question) ? .questionMark : .proposition, weights)
    return head
  }

  /// The head whose question is the line `index`; nil where that cannot be one.
  func head(questionAt index: Int, below: Int? = nil, between: [PollCue]) -> PollHead? {
    let line = page.lines[index]
    let question = words.question(in: line.span, of: line)
    guard page.document.hasWords(question), line.shares.isEmpty else { return nil }
    if line.isCued, !(line.cue(.prompt) != nil && isAsked(question)), !isBehindLabel(question, line) { return nil }
    guard isAsked(question) || isProposition(question) else { return nil }
    var head = head(at: index, below: below, asking: question, between: between)
    if line.isCued { head.cues.removeAll { $0.kind == .prompt && line.span.contains($0.span) } }
    head.form.add(form(of: line, question, between), weights)
    if hasMore(line, behind: question) { head.form.add(.stranger, weights) }
    if index > 0, page.text(page.lines[index - 1].span) == page.text(line.span) {
      head.first = min(head.first, index - 1)
      head.form.add(.repeatedProposition, weights)
    }
    return head
  }

  private func form(of line: PollLine, _ question: Span, _ between: [PollCue]) -> ReaderEvidence {
    if isAsked(question) { return line.isCued && !isBehindLabel(question, line) ? .promptAsQuestion : .questionMark }
    if line.cue(.order).map({ $0.span.start <= question.start || question.contains($0.span) }) == true { return .order }
    let text = page.text(line.span)
    if text.hasSuffix(":") || text.hasSuffix("…") || text.hasSuffix("...") { return .openStatement }
    return between.contains { $0.kind == .prompt } ? .propositionUnderPrompt : .proposition
  }

  /// Whether the words stand behind a label on its line, and no rule knows them.
  private func isBehindLabel(_ words: Span, _ line: PollLine) -> Bool {
    guard let label = line.cue(.label), label.span.end <= words.start else { return false }
    return !line.cues.contains { $0.span.overlaps(words) }
  }

  /// Whether words that no rule knows stand behind the question on its line, such as somebody's answer.
  private func hasMore(_ line: PollLine, behind question: Span) -> Bool {
    let rest = Span(start: min(question.end, line.span.end), end: line.span.end)
    return !page.document.pieces(of: rest, without: line.cues.map(\.span)).isEmpty
  }

  private func isAsked(_ question: Span) -> Bool { page.text(question).utf8.contains(UInt8(ascii: "?")) }

  private func isProposition(_ words: Span) -> Bool {
    page.document.wordCharacters(words) <= Self.longest && page.text(words).contains(" ")
  }

  /// A head with the lines over the question that say what it is.
  private func head(at index: Int, below: Int? = nil, asking question: Span?, between: [PollCue]) -> PollHead {
    var head = PollHead(first: index, below: below ?? index, question: question, cues: between)
    head.prompt = between.first { $0.kind == .prompt }?.span
    if let question {
      head.cues += page.lines[index].cues.filter {
        ($0.kind == .own || !question.overlaps($0.span)) && ($0.kind != .label || $0.span.end <= question.start)
      }
    }
    var line = index
    if line > 0, page.text(page.lines[line - 1].span) == page.text(page.lines[line].span) { line -= 1 }
    while line > 0, index - line < Self.reach, page.lines[line].gap <= Self.widest {
      line -= 1
      let above = page.lines[line]
      guard stands(over: above) else { break }
      head.first = line
      head.cues += above.cues
      head.prompt = head.prompt ?? above.cue(.prompt)?.span
    }
    if isNameOfAuthor(over: head.first) { head.first -= 1 }
    return head
  }

  /// Whether a line may stand over a question as part of its poll.
  private func stands(over line: PollLine) -> Bool {
    guard line.isCued || line.cue(.label)?.span.end == line.span.end, line.shares.isEmpty else { return false }
    if line.cue(.label) != nil || line.cue(.prompt) != nil || line.cue(.own) != nil {
      return line.cue(.button) == nil && line.cue(.votes) == nil
    }
    return line.cues.allSatisfy { $0.kind == .author || $0.kind == .date }
  }

  /// Whether the line over that of a post's time is a short one without an end of a sentence.
  private func isNameOfAuthor(over index: Int) -> Bool {
    guard index > 0, page.lines[index].cue(.author) != nil, page.lines[index].gap == 0 else { return false }
    let above = page.lines[index - 1]
    return above.shares.isEmpty && above.span.count <= 60
      && !page.text(above.span).contains { ".!?:".contains($0) }
  }
}

extension [PollCue] {
  /// What the words add to a poll's score: the weightiest of each kind, and half of a second helper line.
  var score: PollScore {
    var score = PollScore()
    for kind in PollCue.Kind.allCases where kind != .doubt {
      let weights = filter { $0.kind == kind }.map(\.weight).sorted(by: >)
      if let most = weights.first { score.add(kind.reason, most) }
      if kind == .helper, weights.count > 1 { score.add(kind.reason, weights[1] / 2) }
    }
    return score
  }
}
