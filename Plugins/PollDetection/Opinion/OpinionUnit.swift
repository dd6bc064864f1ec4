import PostilModuleKit

/// What one sentence, or a clause of it, says of an opinion poll.
struct OpinionUnit {
  let span: Span
  let paragraph: Int
  private(set) var reports: [OpinionReport] = []
  private(set) var lookalikes: [Int] = []
  /// What would be reports but stands in words that speak of no poll: to the *polls*.
  private(set) var denied: [Int] = []
  private(set) var figures: [Figure] = []
  /// Sample, margin, days of asking, question, mode and more, by the features of polls.
  private(set) var features: Features = [:]
  /// Whether it speaks of those who were asked.
  private(set) var isOfRespondents = false
  /// The candidates and annotations behind the features.
  private(set) var candidates: [Int] = []
  private(set) var annotations: [Int] = []

  var pollster: String? { features["pollster"]?.string }
  var isOther: Bool { reports.contains { $0.isOther } }
  var isNew: Bool { reports.contains { $0.isNew } }
  /// Whether it begins with a label that tells the pollster.
  var isLabel: Bool { reports.contains { $0.isSure && $0.span.start == span.start } }
  /// Whether words speak of a poll that may mean nothing else.
  var isSure: Bool { reports.contains { !$0.isDoubtful } }
  /// Whether it names who did the asking, whoever published the poll.
  var isOfConductor: Bool { reports.contains { $0.isOfConductor } }
  var isAverage: Bool { reports.contains { $0.isAverage } }
  /// How a poll was taken, apart from who took it.
  var hasMethod: Bool { Self.method.contains { features[$0] != nil } }
  /// Whether it says so beyond doubt, wherever it stands: by a number of people, a margin, a question or a label.
  var isMethod: Bool { ["sampleSize", "marginOfError", "question"].contains { features[$0] != nil } || isFieldLabel }
  private(set) var isFieldLabel = false
  /// Whether it begins with the question that its answers follow.
  private(set) var isQuestion = false
  /// Whether it may say where figures before it are from: not `a survey is planned`.
  var isOfEarlierFigures: Bool { pollster != nil || isMethod || !isNew }
  var title: String? { reports.lazy.compactMap(\.title).first }
  var hasNamedFigure: Bool { figures.contains { $0.isNamed && ($0.role ?? .whole) == .whole } }
  /// How many answers with shares stand on its lines of results, where no words of a poll do.
  var results: Int { reports.isEmpty ? figures.count { $0.role == .whole && $0.isNamed } : 0 }
  /// Whether words tie a share to a part of those asked.
  var hasGroup: Bool { figures.contains { $0.role == .group } }
  /// Whether it gives shares of all or of a part of those asked.
  var hasShares: Bool { figures.contains { [.whole, .group, .part].contains($0.role ?? .whole) } }

  private static let method = ["sampleSize", "marginOfError", "fieldStart", "question", "mode", "weighting"]

  /// - Parameter candidates: Those of the unit, by place.
  init(
    _ span: Span, paragraph: Int, _ candidates: [Int], of document: DocumentView, pollsters: Pollsters,
    dates: FieldDates
  ) {
    self.span = span
    self.paragraph = paragraph
    let types = Dictionary(grouping: candidates) { document.candidates[$0].type }
    lookalikes = types["poll-lookalike"] ?? []
    let against = lookalikes.map { document.candidates[$0].span }
    let all = types["poll-report"] ?? []
    denied = all.filter { index in against.contains { $0.overlaps(document.candidates[index].span) } }
    reports = all.filter { !denied.contains($0) }.map { OpinionReport($0, of: document, pollsters: pollsters) }
    let byRank = reports.sorted { document.candidates[$0.candidate].rank < document.candidates[$1.candidate].rank }
    isOfRespondents = types["poll-respondents"] != nil
    figures = FigureReader.figures(of: types["poll-share"] ?? [], in: document)
    addGroups(types["poll-group"] ?? [], until: types["poll-clause"] ?? [], document)
    for report in byRank {
      take("pollster", report.pollster.map { .string($0) }, by: report.source.map { [$0] } ?? [])
      take("commissionedBy", report.commissioner.map { .string($0) })
    }
    takeMethod(types, document, dates)
  }

  /// Figures behind words such as `among women` are of that part, up to where another clause begins.
  private mutating func addGroups(_ groups: [Int], until breaks: [Int], _ document: DocumentView) {
    for index in groups {
      let group = document.candidates[index]
      let end = breaks.first {
        document.candidates[$0].span.start >= group.span.end
          && document.candidates[$0].features["strong"]?.boolean == true
      }
      let limit = end.map { document.candidates[$0].span.start } ?? span.end
      for place in figures.indices
      where figures[place].role == nil && figures[place].span.start >= group.span.end
        && figures[place].span.end <= limit
      {
        figures[place].role = group.features["role"]?.string.flatMap(FigureRole.init) ?? .group
        figures[place].group = group.features["group"]?.string
        figures[place].candidates.append(index)
      }
    }
  }

  private mutating func takeMethod(_ types: [String: [Int]], _ document: DocumentView, _ dates: FieldDates) {
    for index in types["poll-sample"] ?? [] {
      let sample = document.candidates[index].features
      guard sample["part"]?.boolean != true, features["sampleSize"] == nil else { continue }
      take("sampleSize", sample["size"], from: index)
      take("population", sample["population"].flatMap { $0.string?.isEmpty == false ? $0 : nil })
    }
    for index in types["poll-margin"] ?? [] {
      let margin = document.candidates[index].features
      if margin["part"]?.boolean != true { take("marginOfError", margin["points"], from: index) }
    }
    for index in types["poll-wording"] ?? [] {
      take("question", document.candidates[index].features["question"], from: index)
      isQuestion = isQuestion || document.candidates[index].span.start == span.start
    }
    for index in types["poll-method"] ?? [] {
      let method = document.candidates[index].features
      for name in ["mode", "weighting", "population", "commissionedBy"] {
        if let text = method[name]?.string, !text.isEmpty { take(name, .string(text), from: index) }
      }
    }
    let fields = (types["poll-field"] ?? []).map { document.candidates[$0] }
    isFieldLabel = fields.first?.span.start == span.start
    if let range = dates.range(of: fields, in: span, isReport: !reports.isEmpty) {
      take("fieldStart", .string(range.start), by: range.sources)
      take("fieldEnd", .string(range.end))
      candidates += types["poll-field"] ?? []
    }
  }

  private mutating func take(
    _ name: String, _ value: FeatureValue?, from candidate: Int? = nil, by sources: [Int] = []
  ) {
    guard features[name] == nil, let value else { return }
    features[name] = value
    if let candidate, !candidates.contains(candidate) { candidates.append(candidate) }
    annotations += sources
  }
}
