import PostilModuleKit

/// Words that speak of a poll.
struct OpinionReport {
  let candidate: Int
  let span: Span
  /// Who asked, as the words before or in the report have it.
  let pollster: String?
  /// The organization's annotation that tells the pollster.
  let source: Int?
  /// The poll's own name.
  let title: String?
  /// Whether the pollster stands behind a label or does what only pollsters do.
  let isSure: Bool
  /// For whom.
  let commissioner: String?
  /// `another poll`, `a separate survey`.
  let isOther: Bool
  /// `a poll`, which was not spoken of before.
  let isNew: Bool
  /// The word for it may mean something else: `a study`.
  let isDoubtful: Bool
  /// A mean of several polls.
  let isAverage: Bool
  /// Who did the asking, whoever published it.
  let isOfConductor: Bool
  /// An earlier wave or poll: `in the last survey`.
  let isEarlier: Bool

  init(_ index: Int, of document: DocumentView, pollsters: Pollsters) {
    let candidate = document.candidates[index]
    self.candidate = index
    span = candidate.span
    let captured = pollsters.captured(by: candidate)
    let before = captured == nil ? pollsters.before(candidate) : nil
    pollster = captured ?? before.map { document.text(document.annotations[$0].span) }
    source = before
    commissioner = candidate.features["commissioner"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    title = candidate.features["title"]?.string
    isSure = candidate.features["sure"]?.boolean == true
    isDoubtful = candidate.features["doubtful"]?.string?.isEmpty == false
    let kind = candidate.features["kind"]?.string
    isOther = kind == "other"
    isNew = kind == "new"
    isAverage = kind == "average"
    isEarlier = kind == "earlier"
    isOfConductor = kind == "conductor"
  }
}
