import PostilModuleKit

/// Finds reports of opinion polls: paragraphs that speak of one and give figures, a pollster or what it shows.
struct OpinionPolls {
  private let document: DocumentView
  /// Where other polls stand.
  private let taken: SpanIndex
  private let winners: [Int]
  private let places: SpanIndex
  private let pollsters: Pollsters
  private let dates: FieldDates

  init(document: DocumentView, dates: FieldDates, taken: [Span]) {
    self.document = document
    self.taken = SpanIndex(taken)
    winners = document.winners
    places = SpanIndex(winners.map { document.candidates[$0].span })
    pollsters = Pollsters(document: document)
    self.dates = dates
  }

  func find(_ lookalikes: inout Lookalikes) -> [NewAnnotation] {
    var found: [NewAnnotation] = []
    var open: (paragraph: Int, poll: NewAnnotation)?
    for (number, paragraph) in document.structure.paragraphs.enumerated() {
      guard !taken.isAnyInside(paragraph), !taken.covers(paragraph) else { continue }
      let candidates = places.inside(paragraph).map { winners[$0] }
      let parts = OpinionParts(candidates, of: document, pollsters: pollsters, dates: dates)
      let previous = open.flatMap { number - $0.paragraph <= ($0.poll.features.count > 3 ? 1 : 3) ? $0.poll : nil }
      guard parts.lookalikes.isEmpty else {
        lookalikes.add(parts.lookalikes, against: parts.reports)
        continue
      }
      if let report = parts.reports.first {
        if let previous, isSame(previous, parts) {
          open = (number, extended(previous, by: parts, paragraph))
        } else if let decision = parts.decision {
          if let begun = open { found.append(begun.poll) }
          open = (number, extended(begun(paragraph, decision), by: parts, paragraph))
        } else {
          lookalikes.add(report, "no figures and no pollster", .reportAlone)
        }
      } else if let previous, continues(parts) {
        open = (number, extended(previous, by: parts, paragraph))
      }
    }
    if let begun = open { found.append(begun.poll) }
    return found
  }

  /// Whether a paragraph speaks of the poll of the one before: no other pollster, and no second set of figures.
  private func isSame(_ poll: NewAnnotation, _ parts: OpinionParts) -> Bool {
    let others = ["sampleSize", "marginOfError"].contains {
      poll.features[$0] != nil && parts.features[$0] != nil && poll.features[$0] != parts.features[$0]
    }
    return !others
      && (parts.pollster == nil || poll.features["pollster"] == nil || parts.pollster == poll.features["pollster"])
  }

  private func continues(_ parts: OpinionParts) -> Bool {
    (parts.features["sampleSize"] != nil || parts.features["marginOfError"] != nil || parts.shares.count > 1)
  }

  private func begun(_ paragraph: Span, _ decision: PollDecision) -> NewAnnotation {
    var start = paragraph.start
    if let dateline = document.structure.dateline?.span, paragraph.contains(dateline) { start = dateline.end }
    while start < paragraph.end, document.utf8[start] == .space { start += 1 }
    return NewAnnotation(
      type: "poll", span: Span(start: start, end: paragraph.end),
      features: ["kind": "opinion", "options": .list([]), "shares": .list([])],
      decision: decision.rawValue)
  }

  private func extended(_ poll: NewAnnotation, by parts: OpinionParts, _ paragraph: Span) -> NewAnnotation {
    var poll = poll
    for feature in parts.features where poll.features[feature.name] == nil {
      poll.features[feature.name] = feature.value
    }
    let named = parts.shares.map { document.candidates[$0].features }.flatMap(answers)
    poll.features["options"] = .list((poll.features["options"]?.list ?? []) + named.map { .string($0.option) })
    poll.features["shares"] = .list((poll.features["shares"]?.list ?? []) + named.map { .number($0.share) })
    let groups = parts.groups.map { document.candidates[$0].features }.flatMap(subgroups)
    if !groups.isEmpty { poll.features["subgroups"] = .list((poll.features["subgroups"]?.list ?? []) + groups) }
    poll.span = Span(start: poll.span.start, end: max(poll.span.end, paragraph.end))
    poll.candidates += parts.all
    poll.annotations += parts.annotations.filter { !poll.annotations.contains($0) }
    return poll
  }

  /// The answers of one candidate as records with their group.
  private func subgroups(_ features: Features) -> [FeatureValue] {
    guard let group = features["group"] else { return [] }
    let named = answers(features)
    guard !named.isEmpty else { return features["share"].map { [.record(["group": group, "share": $0])] } ?? [] }
    return named.map { .record(["group": group, "option": .string($0.option), "share": .number($0.share)]) }
  }

  /// The answers that one candidate gives: one, or two that are compared.
  private func answers(_ features: Features) -> [(option: String, share: Double)] {
    [("option", "share"), ("second", "secondShare")].compactMap { option, share in
      guard let option = features[option]?.string, !option.isEmpty, let share = features[share]?.number else {
        return nil
      }
      return (option, share)
    }
  }
}
