import PostilModuleKit

/// Finds polls on the page: of all readings of the lines those that together score best.
struct ReaderPolls {
  /// The features of words that have a weight.
  static let weighed: [ModuleManifest.Feature] = [.init("weight", .number, "how much they speak for a poll")]

  /// A poll of the same form so many bytes before or behind counts as near.
  private static let near = 200
  /// So many answers count as much as a point, where two readings of the same lines are as good.
  private static let preference = 0.01

  private let document: DocumentView
  private let page: PollPage
  private let weights: ReaderWeights
  private let threshold: Double

  init(document: DocumentView, weights: ReaderWeights) {
    self.document = document
    self.weights = weights
    page = PollPage(document: document)
    threshold = document.settings.number("reader-threshold")
  }

  func find(_ lookalikes: inout Lookalikes) -> [NewAnnotation] {
    let readings = PollReadings(page: page, weights: weights).all(least: threshold - weights[.nearbyPoll])
    var chosen = best(of: readings.filter { $0.points >= threshold })
    let near = readings.map { withNeighbours($0, chosen) }
    chosen = best(of: near.filter { $0.points >= threshold })
    tellRejected(near, chosen, &lookalikes)
    return chosen.map(annotation)
  }

  /// The readings without overlaps whose points above the threshold add up to most.
  private func best(of readings: [PollReading]) -> [PollReading] {
    let sorted = readings.sorted { ($0.span.end, $0.span.start) < ($1.span.end, $1.span.start) }
    var values = [0.0]
    var before: [Int] = []
    for (place, reading) in sorted.enumerated() {
      let last = sorted[..<place].partitioningIndex { $0.span.end > reading.span.start }
      before.append(last)
      values.append(max(values[place], values[last] + value(of: reading)))
    }
    var chosen: [PollReading] = []
    var place = sorted.count
    while place > 0 {
      if values[place] > values[place - 1] {
        chosen.append(sorted[place - 1])
        place = before[place - 1]
      } else {
        place -= 1
      }
    }
    return chosen.reversed()
  }

  private func value(of reading: PollReading) -> Double {
    reading.points - threshold + 0.5 + Double(reading.body?.answers.count ?? 0) * Self.preference
  }

  /// A reading with what polls of the same form beside it add.
  private func withNeighbours(_ reading: PollReading, _ chosen: [PollReading]) -> PollReading {
    guard let body = reading.body,
      chosen.contains(where: { other in
        !other.span.overlaps(reading.span) && other.body?.form == body.form
          && (other.head.question == nil) == (reading.head.question == nil)
          && max(other.span.start - reading.span.end, reading.span.start - other.span.end) < Self.near
      })
    else { return reading }
    var score = reading.score
    score.add(.nearbyPoll, weights)
    return PollReading(
      span: reading.span, head: reading.head, body: body, tail: reading.tail, score: score, doubts: reading.doubts)
  }

  /// Prompts without a poll, and what would be polls but for words that speak against them.
  private func tellRejected(_ readings: [PollReading], _ chosen: [PollReading], _ lookalikes: inout Lookalikes) {
    var told = chosen.map(\.span)
    for reading in readings.sorted(by: { $0.score.points > $1.score.points })
    where reading.score.points >= threshold && reading.points < threshold && !reading.doubts.isEmpty {
      guard !told.contains(where: reading.span.overlaps) else { continue }
      told.append(reading.span)
      lookalikes.add(reading.doubts.compactMap(\.candidate), against: reading.candidates)
    }
    for prompt in document.candidates(ofType: "poll-prompt") {
      guard !told.contains(where: document.candidates[prompt].span.overlaps) else { continue }
      lookalikes.add(prompt, "no answers and not repeated", .promptAlone)
    }
  }

  private func annotation(of reading: PollReading) -> NewAnnotation {
    let answers = reading.answers(page)
    let shares = answers.compactMap(\.share)
    let votes = reading.body?.votes ?? reading.cues.lazy.compactMap(\.votes).first
    var features: Features = ["kind": "reader"]
    features["question"] = reading.head.question.map { .string(page.plainText($0)) }
    features["prompt"] = reading.head.prompt.map { .string(page.plainText($0.answer(in: document))) }
    features["options"] = .list(answers.map { .string(page.plainText($0.words.unquoted(in: document))) })
    features["shares"] = .list(shares.map { .number($0) })
    features["votes"] = votes.map { .number($0) }
    features["score"] = .number((reading.points * 100).rounded() / 100)
    features["evidence"] = .list(
      (reading.score.reasons.map(\.reason) + reading.doubts.map { "against: " + document.text($0.span) }).map {
        .string($0)
      })
    return NewAnnotation(
      type: "poll", span: reading.span, features: features, candidates: reading.candidates,
      decision: PollDecision(reading).rawValue)
  }
}

extension PollDecision {
  fileprivate init(_ reading: PollReading) {
    self =
      switch reading.body?.form {
      case .list: .answersInLines
      case .sentence, .prose, .words: .answersInLine
      case .cells: .answersInCells
      case .choices: .answersByChoice
      case nil: .withoutAnswers
      }
  }
}
