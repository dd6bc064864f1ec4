import PostilModuleKit

/// Finds reports of opinion polls: sentences that speak of one poll are put together, wherever they stand.
struct OpinionPolls {
  /// What may stand between the end of one poll and the next.
  private static let blanks: [UInt8] = [.space, .carriageReturn, .lineFeed]

  private let document: DocumentView
  /// Where other polls stand.
  private let taken: SpanIndex
  private let headings: SpanIndex
  private let units: OpinionUnits
  private let dates: FieldDates
  private let thresholds: OpinionThresholds
  private var drafts: [PollDraft] = []
  /// The draft that sentences without a report go on with.
  private var open: Int?
  /// Sentences with shares that no report has claimed yet.
  private var waiting: [OpinionUnit] = []

  init(document: DocumentView, dates: FieldDates, thresholds: OpinionThresholds, taken: [Span]) {
    self.document = document
    self.taken = SpanIndex(taken)
    let sentences = SpanIndex(document.structure.sentences)
    headings = SpanIndex(document.structure.headings.filter { sentences.inside($0).prefix(2).count < 2 })
    units = OpinionUnits(document: document, dates: dates, thresholds: thresholds)
    self.dates = dates
    self.thresholds = thresholds
  }

  /// The polls, and the places that only speak of one.
  mutating func find(_ lookalikes: inout Lookalikes) -> [NewAnnotation] {
    for (number, paragraph) in document.structure.paragraphs.enumerated()
    where !taken.isAnyInside(paragraph) && !taken.covers(paragraph) {
      let units = units.units(of: paragraph, number: number)
      let areResults = units.map(\.results).reduce(0, +) > 1
      place(units.filter { areResults && $0.results > 0 || !isHeadline($0) }, &lookalikes)
    }
    for draft in drafts where draft.decision == nil && !draft.isSure {
      guard let report = draft.candidates.first(where: { document.candidates[$0].type == "poll-report" }) else {
        continue
      }
      lookalikes.add(report, "no figures and no pollster", .reportAlone)
    }
    return drafts.compactMap(annotation)
  }

  /// Whether it stands outside the text that tells of a poll: a heading that is no label of a method box and no line of results.
  private func isHeadline(_ unit: OpinionUnit) -> Bool {
    guard headings.covers(unit.span) else { return false }
    return open == nil && unit.features["sampleSize"] == nil || !unit.reports.isEmpty && !unit.isLabel
  }

  /// Words that speak against a poll count for their paragraph, but for sentences that say how one was taken.
  private mutating func place(_ units: [OpinionUnit], _ lookalikes: inout Lookalikes) {
    for unit in units where !unit.denied.isEmpty { lookalikes.add(unit.lookalikes, against: unit.denied) }
    let against = units.flatMap(\.lookalikes)
    let isOfPoll = open != nil || units.contains { $0.lookalikes.isEmpty && $0.pollster != nil && $0.hasShares }
    let kept = units.filter { unit in
      let isApart = unit.lookalikes.isEmpty && (unit.reports.isEmpty || unit.pollster != nil || unit.hasShares)
      if against.isEmpty || isApart || unit.hasMethod && (!unit.reports.isEmpty || isOfPoll) { return true }
      lookalikes.add(against, against: unit.reports.map(\.candidate))
      return false
    }
    // `58 percent agree. That is what the Brell poll says.` The report is placed before the figures that it tells of.
    let first = kept.firstIndex { !$0.reports.isEmpty } ?? 0
    let isBehind = first > 0 && !kept[first].hasShares && kept[first].isOfEarlierFigures
    if isBehind { place(kept[first]) }
    for unit in isBehind ? kept[..<first] + kept[(first + 1)...] : kept[...] { place(unit) }
  }

  private mutating func place(_ unit: OpinionUnit) {
    guard !unit.reports.isEmpty else { return goOn(with: unit) }
    if let draft = draft(for: unit) {
      drafts[draft].add(unit)
      open = draft
    } else {
      var draft = PollDraft(unit)
      let reach = unit.pollster == nil && unit.features["sampleSize"] == nil ? 0 : 1
      for earlier in waiting where unit.isOfEarlierFigures && unit.paragraph - earlier.paragraph <= reach {
        draft.add(earlier)
      }
      drafts.append(draft)
      open = drafts.count - 1
    }
    waiting = []
  }

  /// The draft that a sentence with a report belongs to; nil when it begins another one.
  private func draft(for unit: OpinionUnit) -> Int? {
    let isOfAverage = open.map { drafts[$0].isAverage } ?? unit.isAverage
    guard !unit.isOther, unit.isAverage == isOfAverage || isOfAverage && !unit.isSure else { return nil }
    if let open, drafts[open].pollster == nil, drafts[open].paragraph == unit.paragraph, !unit.hasShares,
      !drafts[open].conflicts(with: unit)
    {
      return open
    }
    if let pollster = unit.pollster {
      let same = drafts.indices.last { index in
        drafts[index].pollster.map { Pollsters.areSame($0, pollster) } == true && !drafts[index].conflicts(with: unit)
      }
      if let same { return same }
    }
    guard let open, isNear(unit, drafts[open]), !drafts[open].conflicts(with: unit) else { return nil }
    // A poll whose own pollster is unread, or that was taken for somebody else, is not taken for the one before it.
    let begins = unit.isNew && unit.hasShares && drafts[open].features["sampleSize"] != nil
    let client = unit.features["commissionedBy"]
    let isForAnother = drafts[open].hasShares && client != nil && client != drafts[open].features["commissionedBy"]
    return begins && (drafts[open].pollster == nil || isForAnother) ? nil : open
  }

  private mutating func goOn(with unit: OpinionUnit) {
    if unit.isQuestion, let open, drafts[open].hasShares, isNear(unit, drafts[open]) {
      // The next question of one survey is a poll of its own.
      drafts.append(PollDraft(unit, after: drafts[open]))
      self.open = drafts.count - 1
      return
    }
    guard let open, isNear(unit, drafts[open]), !drafts[open].conflicts(with: unit) else {
      if unit.hasNamedFigure { waiting = waiting.filter { unit.paragraph - $0.paragraph <= 1 } + [unit] }
      return
    }
    let isBeside = unit.paragraph == drafts[open].paragraph
    let named = unit.figures.count { $0.isNamed && ($0.role ?? .whole) == .whole }
    let isOfPoll =
      isBeside
      ? unit.hasMethod || unit.hasShares
      : unit.isMethod || unit.hasGroup || named > 1 || unit.isOfRespondents && unit.hasShares
        || unit.figures.contains { $0.role == .whole } || named > 0 && !drafts[open].hasShares
    if isOfPoll {
      drafts[open].add(unit)
    }
  }

  private func isNear(_ unit: OpinionUnit, _ draft: PollDraft) -> Bool {
    unit.paragraph - draft.paragraph <= thresholds.paragraphs
  }

  private func annotation(_ draft: PollDraft) -> NewAnnotation? {
    guard let decision = draft.decision else { return draft.isSure ? mention(draft) : nil }
    let figures = PollShares(
      draft.figures,
      population: Population(draft.features["population"]?.string, scene: draft.scene.map(document.text)),
      rounding: thresholds.rounding)
    var features: Features = ["kind": "opinion", "options": .list(figures.options), "shares": .list(figures.shares)]
    for feature in draft.features { features[feature.name] = feature.value }
    if draft.pollster == nil { features["pollster"] = draft.title.map { .string($0) } }
    if !figures.subgroups.isEmpty { features["subgroups"] = .list(figures.subgroups) }
    if !figures.others.isEmpty { features["otherFigures"] = .list(figures.others) }
    if draft.isAverage { features["average"] = true }
    return NewAnnotation(
      type: "poll", span: begun(draft.span), features: features, candidates: draft.candidates,
      annotations: draft.annotations, decision: decision.rawValue)
  }

  /// Words that speak of a poll whose figures are not given.
  private func mention(_ draft: PollDraft) -> NewAnnotation {
    var features: Features = [:]
    features["pollster"] = draft.features["pollster"]
    let date = dates.first(in: draft.span)
    features["date"] = date.map { .string($0.value) }
    return NewAnnotation(
      type: "poll-mention", span: begun(draft.span), features: features, candidates: draft.candidates,
      annotations: draft.annotations + (date.map { [$0.source] } ?? []).filter { !draft.annotations.contains($0) },
      decision: PollDecision.mention.rawValue)
  }

  /// Without a dateline and white space before it.
  private func begun(_ span: Span) -> Span {
    var start = span.start
    if let dateline = document.structure.dateline?.span, span.contains(dateline) { start = dateline.end }
    while start < span.end, Self.blanks.contains(document.utf8[start]) { start += 1 }
    return Span(start: start, end: span.end)
  }
}
