import PostilModuleKit

/// Finds polls on the page: a question or a repeated proposition, a prompt, answers.
struct ReaderPolls {
  private let document: DocumentView
  private let lines: [Span]
  /// The candidates of each type, by the start of their line.
  private var prompts: [Int: Int] = [:]
  private var questions: [Int: Int] = [:]
  private var options: [Int: Int] = [:]
  private var results: [Int: [Int]] = [:]

  init(document: DocumentView) {
    self.document = document
    lines = document.structure.lines
    for index in document.winners {
      guard let line = line(at: document.candidates[index].span.start) else { continue }
      switch document.candidates[index].type {
      case "poll-prompt": prompts[line] = index
      case "poll-question": questions[line] = index
      case "poll-option": options[line] = index
      case "poll-result": results[line, default: []].append(index)
      default: break
      }
    }
  }

  func find(_ lookalikes: inout Lookalikes) -> [NewAnnotation] {
    var found: [NewAnnotation] = []
    var next = 0
    while next < lines.count {
      defer { next += 1 }
      if let prompt = prompts[next], let poll = poll(prompt: prompt, at: next) {
        found.append(poll)
        next = lastLine(of: poll)
      } else if let prompt = prompts[next] {
        lookalikes.add(prompt, "no answers and not repeated", .promptAlone)
      } else if let question = questions[next], prompts[next + 1] == nil, let poll = poll(question: question, at: next)
      {
        found.append(poll)
        next = lastLine(of: poll)
      }
    }
    return found
  }

  /// A prompt with the question before or after it.
  private func poll(prompt: Int, at line: Int) -> NewAnnotation? {
    let words = document.text(document.candidates[prompt].span)
    if line > 0 {
      let answers = self.answers(after: line)
      let before = text(line - 1)
      let isRepeated = line > 1 && text(line - 2) == before && before.contains(" ")
      let isQuestion = questions[line - 1] != nil
      if isRepeated || isQuestion || answers.count >= 1, lines[line - 1].count < 300 {
        let question = questions[line - 1].flatMap(questionText) ?? before
        let last = answers.last.map { $0.line } ?? line
        return annotation(
          from: isRepeated ? line - 2 : line - 1, to: last, question: question, prompt: words, answers: answers,
          candidates: [prompt] + (questions[line - 1].map { [$0] } ?? []),
          by: isRepeated ? .repeated : isQuestion ? .questionThenPrompt : .promptWithAnswers)
      }
    }
    guard let question = questions[line + 1] else { return nil }
    let answers = self.answers(after: line + 1)
    guard answers.count >= 2 else { return nil }
    return annotation(
      from: line, to: answers.last?.line ?? line + 1, question: questionText(question), prompt: words, answers: answers,
      candidates: [prompt, question], by: .promptThenQuestion)
  }

  /// A question with at least two answers under it, one of them sure.
  private func poll(question: Int, at line: Int) -> NewAnnotation? {
    let answers = self.answers(after: line)
    guard answers.count >= 2,
      answers.contains(where: { document.candidates[$0.candidate].features["sure"]?.boolean == true })
    else { return nil }
    return annotation(
      from: line, to: answers.last?.line ?? line, question: questionText(question), prompt: nil, answers: answers,
      candidates: [question], by: .questionWithAnswers)
  }

  private func annotation(
    from first: Int, to last: Int, question: String?, prompt: String?, answers: [(line: Int, candidate: Int)],
    candidates: [Int], by decision: PollDecision
  ) -> NewAnnotation {
    let features = answers.map { document.candidates[$0.candidate].features }
    var made: Features = ["kind": "reader"]
    made["question"] = question.map { .string($0) }
    made["prompt"] = prompt.map { .string($0) }
    made["options"] = .list(features.compactMap { $0["option"] })
    made["shares"] = .list(features.compactMap { $0["share"] })
    var end = last
    var candidates = candidates + answers.map(\.candidate)
    if let line = (last + 1...last + 3).first(where: { results[$0] != nil }),
      features.allSatisfy({ $0["share"] == nil })
    {
      made["shares"] = .list(shares(of: features.compactMap { $0["option"]?.string }, in: line))
      candidates += results[line] ?? []
      end = line
    }
    if end == last, let button = button(at: last + 1) {
      candidates.append(button)
      end += 1
    }
    if let votes = votes(near: last) {
      made["votes"] = document.candidates[votes.candidate].features["votes"]
      candidates.append(votes.candidate)
      end = max(end, votes.line)
    }
    return NewAnnotation(
      type: "poll", span: Span(start: lines[first].start, end: lines[end].end), features: made,
      candidates: candidates, decision: decision.rawValue)
  }

  /// The shares that a line of results gives the answers, in their order.
  private func shares(of options: [String], in line: Int) -> [FeatureValue] {
    let given = (results[line] ?? []).map { document.candidates[$0].features }
    return options.compactMap { option in given.first { $0["option"]?.string == option }?["share"] }
  }

  /// The button under the answers that a line is.
  private func button(at line: Int) -> Int? {
    guard lines.indices.contains(line) else { return nil }
    return document.candidates(ofType: "poll-button").first {
      document.candidates[$0].span.start == lines[line].start
    }
  }

  private func answers(after line: Int) -> [(line: Int, candidate: Int)] {
    var answers: [(line: Int, candidate: Int)] = []
    var next = line + 1
    while let option = options[next] {
      answers.append((next, option))
      next += 1
    }
    return answers
  }

  private func votes(near line: Int) -> (line: Int, candidate: Int)? {
    document.candidates(ofType: "poll-votes").lazy.compactMap { index -> (line: Int, candidate: Int)? in
      guard let place = self.line(at: document.candidates[index].span.start), place > line, place <= line + 2 else {
        return nil
      }
      return (place, index)
    }.first
  }

  private func questionText(_ candidate: Int) -> String? { document.candidates[candidate].features["question"]?.string }

  private func text(_ line: Int) -> String { document.text(lines[line]) }

  private func lastLine(of poll: NewAnnotation) -> Int { line(at: poll.span.end - 1) ?? lines.count }

  private func line(at offset: Int) -> Int? {
    let line = lines.partitioningIndex { $0.end > offset }
    return line < lines.count && lines[line].start <= offset ? line : nil
  }
}
