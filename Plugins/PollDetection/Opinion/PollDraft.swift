import PostilModuleKit

/// A poll while its sentences are collected.
struct PollDraft {
  private(set) var span: Span
  /// The last paragraph that tells of it.
  private(set) var paragraph: Int
  private(set) var features: Features
  private(set) var figures: [Figure] = []
  private(set) var candidates: [Int]
  private(set) var annotations: [Int] = []
  private(set) var isAverage = false
  /// The poll's own name.
  private(set) var title: String?
  /// Whether words speak of it that may mean nothing else.
  private(set) var isSure = false
  private var isOfRespondents = false
  /// Whether the pollster is known to be who did the asking.
  private var isOfConductor = false
  /// The sentences that speak of the poll.
  private(set) var scene: [Span] = []

  var pollster: String? { features["pollster"]?.string }

  /// Begins with the first sentence that tells of it.
  init(_ unit: OpinionUnit) {
    span = unit.span
    paragraph = unit.paragraph
    features = [:]
    candidates = []
    add(unit)
  }

  /// Begins with a further question of a survey, taken in the same way.
  init(_ unit: OpinionUnit, after survey: PollDraft) {
    self.init(unit)
    isSure = survey.isSure
    title = survey.title
    for name in SurveyMethod.features { features[name] = features[name] ?? survey.features[name] }
  }

  /// By what it is a poll; nil when it is only spoken of.
  var decision: PollDecision? {
    guard isSure || isOfRespondents || features["sampleSize"] != nil else { return nil }
    let hasShares = figures.contains { figure in
      [.whole, .group, .part].contains(figure.role ?? .whole) && (!figure.isLoose || figure.role != nil)
    }
    let isNamed = isAverage || pollster != nil || title != nil
    let answers = figures.count { ($0.role ?? .whole) == .whole && $0.option != nil }
    let hasMethod = features["sampleSize"] != nil || features["marginOfError"] != nil
    return hasShares || isNamed && (hasMethod || isSure && answers > 1) ? .reportWithFigures : nil
  }

  var hasShares: Bool { figures.contains { ($0.role ?? .whole) == .whole && $0.isNamed } }

  mutating func add(_ unit: OpinionUnit) {
    span = Span(start: min(span.start, unit.span.start), end: max(span.end, unit.span.end))
    paragraph = max(paragraph, unit.paragraph)
    takeConductor(of: unit)
    for feature in unit.features where features[feature.name] == nil { features[feature.name] = feature.value }
    figures += unit.figures
    title = title ?? unit.title
    isAverage = isAverage || unit.isAverage
    isSure = isSure || unit.isSure
    if !unit.reports.isEmpty { scene.append(unit.span) }
    isOfRespondents = isOfRespondents || unit.isOfRespondents
    let told = unit.reports.map(\.candidate) + unit.figures.flatMap(\.candidates) + unit.candidates
    candidates += told.filter { !candidates.contains($0) }
    annotations += unit.annotations.filter { !annotations.contains($0) }
  }

  /// Who did the asking is the pollster, and who was taken for it had the poll taken.
  private mutating func takeConductor(of unit: OpinionUnit) {
    guard unit.isOfConductor, !isOfConductor, let conductor = unit.pollster else { return }
    isOfConductor = true
    if let told = pollster, !Pollsters.areSame(told, conductor) {
      features["commissionedBy"] = features["commissionedBy"] ?? .string(told)
      features["pollster"] = .string(conductor)
    }
  }

  /// Whether a sentence tells of another poll: other pollster, sample, margin or days.
  func conflicts(with unit: OpinionUnit) -> Bool {
    if isOfConductor || !unit.isOfConductor, let one = pollster, let other = unit.pollster,
      !Pollsters.areSame(one, other)
    {
      return true
    }
    return ["sampleSize", "marginOfError", "fieldStart"].contains { name in
      guard let known = features[name], let told = unit.features[name] else { return false }
      return known != told
    }
  }
}
