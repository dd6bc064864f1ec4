import PostilModuleKit

/// What one paragraph says of an opinion poll.
struct OpinionParts {
  var reports: [Int] = []
  var lookalikes: [Int] = []
  var shares: [Int] = []
  /// Shares among a part of those asked.
  var groups: [Int] = []
  /// Those of sample, margin, wording and days of asking.
  private var others: [Int] = []
  /// Whether a report says that the poll shows something.
  var isSure = false
  /// How many shares have no answer.
  private var figures = 0
  private(set) var features: Features = [:]
  /// The days of asking and the organizations that ask, by index among the document's annotations.
  private(set) var annotations: [Int] = []

  /// The candidates that made it.
  var all: [Int] { reports + shares + groups + others }
  var hasFigures: Bool {
    !shares.isEmpty || !groups.isEmpty || figures > 0 || features["sampleSize"] != nil
      || features["marginOfError"] != nil
  }
  var pollster: FeatureValue? { features["pollster"] }
  /// By what a paragraph with a report is a poll; nil when it is none.
  var decision: PollDecision? {
    if hasFigures { return .reportWithFigures }
    if pollster != nil { return .reportOfPollster }
    return isSure ? .reportThatShows : nil
  }

  /// - Parameter candidates: Those of the paragraph, by place.
  init(_ candidates: [Int], of document: DocumentView, pollsters: Pollsters, dates: FieldDates) {
    for index in candidates {
      let candidate = document.candidates[index]
      switch candidate.type {
      case "poll-report":
        reports.append(index)
        isSure = isSure || candidate.features["sure"]?.boolean == true
        take("pollster", pollsters.captured(by: candidate))
        take("commissionedBy", candidate.features["commissioner"])
      case "poll-lookalike": lookalikes.append(index)
      case "poll-share" where candidate.features["group"]?.string?.isEmpty == false: groups.append(index)
      case "poll-share" where candidate.features["option"]?.string?.isEmpty == false: shares.append(index)
      case "poll-share": figures += 1
      case "poll-sample": take("sampleSize", candidate.features["size"], from: index)
      case "poll-margin": take("marginOfError", candidate.features["points"], from: index)
      case "poll-wording": take("question", candidate.features["question"], from: index)
      case "poll-field":
        let range = dates.range(of: candidate)
        take("fieldStart", (range?.start).map { .string($0) }, from: index, by: range?.sources ?? [])
        take("fieldEnd", (range?.end).map { .string($0) })
      default: break
      }
    }
    for report in reports {
      let before = pollsters.before(document.candidates[report])
      take(
        "pollster", before.map { .string(document.text(document.annotations[$0].span)) }, by: before.map { [$0] } ?? [])
    }
  }

  private mutating func take(
    _ name: String, _ value: FeatureValue?, from candidate: Int? = nil, by sources: [Int] = []
  ) {
    guard features[name] == nil, let value else { return }
    features[name] = value
    if let candidate { others.append(candidate) }
    annotations += sources
  }
}
