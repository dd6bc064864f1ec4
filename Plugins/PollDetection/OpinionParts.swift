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

  /// The candidates that made it.
  var all: [Int] { reports + shares + groups + others }
  var hasFigures: Bool {
    !shares.isEmpty || !groups.isEmpty || figures > 0 || features["sampleSize"] != nil
      || features["marginOfError"] != nil
  }
  var pollster: FeatureValue? { features["pollster"] }

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
        take("fieldStart", range?.start, from: index)
        take("fieldEnd", range?.end)
      default: break
      }
    }
    for report in reports { take("pollster", pollsters.before(document.candidates[report])) }
  }

  private mutating func take(_ name: String, _ value: FeatureValue?, from candidate: Int? = nil) {
    guard features[name] == nil, let value else { return }
    features[name] = value
    if let candidate { others.append(candidate) }
  }
}
