import PostilModuleKit

/// Finds reports of opinion polls: paragraphs that speak of one and give figures or a pollster.
struct OpinionPolls {
  private let document: DocumentView
  /// Where reader polls stand.
  private let taken: [Span]
  private let winners: [Int]
  private let places: SpanIndex

  init(document: DocumentView, taken: [Span]) {
    self.document = document
    self.taken = taken
    winners = document.winners
    places = SpanIndex(winners.map { document.candidates[$0].span })
  }

  func find(_ analysis: inout Analysis) -> [NewAnnotation] {
    var found: [NewAnnotation] = []
    var open: (paragraph: Int, poll: NewAnnotation)?
    for (number, paragraph) in document.structure.paragraphs.enumerated() {
      guard !taken.contains(where: paragraph.overlaps) else { continue }
      let parts = Parts(places.inside(paragraph).map { winners[$0] }, of: document)
      if let report = parts.reports.first {
        guard parts.lookalikes.isEmpty else {
          analysis.reject(report, "a lookalike")
          continue
        }
        let hasFigures = !parts.shares.isEmpty || parts.sample != nil || parts.margin != nil
        if let begun = open, begun.paragraph == number - 1,
          parts.pollster == nil || parts.pollster == begun.poll.features["pollster"]
        {
          open = (number, extended(begun.poll, by: parts, paragraph))
        } else if hasFigures || parts.pollster != nil {
          if let begun = open { found.append(begun.poll) }
          open = (number, poll(parts, paragraph))
        } else {
          analysis.reject(report, "no figures and no pollster")
        }
      } else if let begun = open, begun.paragraph == number - 1,
        parts.sample != nil || parts.margin != nil || parts.shares.count > 1
      {
        open = (number, extended(begun.poll, by: parts, paragraph))
      }
    }
    if let begun = open { found.append(begun.poll) }
    return found
  }

  private func poll(_ parts: Parts, _ paragraph: Span) -> NewAnnotation {
    var poll = NewAnnotation(type: "poll", span: paragraph, features: ["kind": "opinion"], candidates: parts.all)
    poll.features["pollster"] = parts.pollster
    poll.features["options"] = .list([])
    poll.features["shares"] = .list([])
    return extended(poll, by: parts, paragraph)
  }

  private func extended(_ poll: NewAnnotation, by parts: Parts, _ paragraph: Span) -> NewAnnotation {
    var features = poll.features
    if features["pollster"] == nil { features["pollster"] = parts.pollster }
    if features["sampleSize"] == nil { features["sampleSize"] = parts.sample }
    if features["marginOfError"] == nil { features["marginOfError"] = parts.margin }
    let named = parts.shares.map { document.candidates[$0].features }.filter { $0["option"] != nil }
    features["options"] = .list((features["options"]?.list ?? []) + named.compactMap { $0["option"] })
    features["shares"] = .list((features["shares"]?.list ?? []) + named.compactMap { $0["share"] })
    return NewAnnotation(
      type: "poll", span: Span(start: poll.span.start, end: max(poll.span.end, paragraph.end)), features: features,
      candidates: poll.candidates == parts.all ? poll.candidates : poll.candidates + parts.all)
  }
}

/// The candidates of one paragraph.
private struct Parts {
  var reports: [Int] = []
  var lookalikes: [Int] = []
  var shares: [Int] = []
  var pollster, sample, margin: FeatureValue?

  var all: [Int] { reports + shares }

  init(_ candidates: [Int], of document: DocumentView) {
    for index in candidates {
      let features = document.candidates[index].features
      switch document.candidates[index].type {
      case "poll-report":
        reports.append(index)
        if pollster == nil { pollster = features["pollster"] }
      case "poll-lookalike": lookalikes.append(index)
      case "poll-share": shares.append(index)
      case "poll-sample": if sample == nil { sample = features["size"] }
      case "poll-margin": if margin == nil { margin = features["points"] }
      default: break
      }
    }
  }
}
