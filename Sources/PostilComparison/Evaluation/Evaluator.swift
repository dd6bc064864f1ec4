import PostilRecords

/// Measures a report against gold.
public struct Evaluator {
  /// What is measured.
  public struct Options: Sendable {
    /// The types; nil for all of the gold.
    public let types: Set<String>?
    /// Whether names are compared without articles, possessives and marks around them.
    public let trimsNames: Bool

    /// Makes options.
    public init(types: Set<String>? = nil, trimsNames: Bool = true) {
      self.types = types
      self.trimsNames = trimsNames
    }
  }

  private let options: Options
  private let types: Set<String>
  /// The types of names, in the gold or in the report.
  private let names: Set<String>
  private var scores: [String: Evaluation.TypeScores] = [:]
  private var confusions: [String: [String: [String: Int]]] = [:]
  private var faults: [Evaluation.Fault] = []
  private var absent: [String] = []

  /// The evaluation of `report`.
  ///
  /// - Throws: ``ReportError`` when a document's text is not that of the gold, or none of its documents is in the report.
  public static func evaluation(
    gold: Gold, report: [ReportRecord], options: Options = Options()
  ) throws(ReportError) -> Evaluation {
    var evaluator = Evaluator(gold.documents, report, options)
    let pairing = GoldPairing(gold.documents, report)
    if let first = gold.documents.first, pairing.records.allSatisfy({ $0 == nil }) {
      throw ReportError(
        description:
          "no document of the gold is in the report: they are paired by id, and the gold has '\(first.id)', the "
          + (report.first.map { "report '\($0.id)'" } ?? "report none")
          + (first.id.contains("/") ? "; give the folder below, where the ids begin" : ""))
    }
    for (document, record) in zip(gold.documents, pairing.records) {
      if record == nil { evaluator.absent.append(document.id) }
      try evaluator.add(document, record)
    }
    return evaluator.evaluation(documents: gold.documents.count, notes: gold.notes + pairing.notes)
  }

  private init(_ gold: [GoldDocument], _ report: [ReportRecord], _ options: Options) {
    names = Set((gold.flatMap(\.items) + report.flatMap(\.items)).filter(\.isName).map(\.type))
    self.options = options
    types = options.types ?? Set(gold.flatMap { $0.items.map(\.type) })
  }

  private mutating func add(_ document: GoldDocument, _ record: ReportRecord?) throws(ReportError) {
    let text: String? = if case .whole(let own) = document.text { record?.text ?? own } else { record?.text }
    guard text != nil || record != nil || document.items.isEmpty else {
      throw ReportError(description: "document '\(document.id)' is not in the report and the gold has no text of it")
    }
    let scalars = text.map { Array($0.unicodeScalars) }
    let all = try document.aligned(to: text)
    let gold = all.filter { types.contains($0.type) }
    let wanted = gold.filter { $0["optional"] != .boolean(true) }
    let optional = gold.filter { $0["optional"] == .boolean(true) }
    let found = (record?.items ?? []).filter { types.contains($0.type) }
    var judge = DocumentJudge(
      id: document.id, text: scalars, gold: wanted, optional: optional, system: found,
      values: (ReferenceText(all), ReferenceText(record?.items ?? [])))
    judge.judge(trimming: options.trimsNames ? names : [])
    for (type, score) in judge.scores { add(score, to: type) }
    for (title, values) in judge.confusions {
      confusions[title, default: [:]].merge(values) { $0.merging($1, uniquingKeysWith: +) }
    }
    faults += judge.faults
  }

  private mutating func add(_ score: Evaluation.TypeScores, to type: String) {
    var sum = scores[type] ?? Evaluation.TypeScores(type: type)
    sum.strict = sum.strict + score.strict
    sum.lenient = sum.lenient + score.lenient
    sum.features.merge(score.features, uniquingKeysWith: +)
    scores[type] = sum
  }

  /// Whether the report has the feature at all; where it never has, the table of features says all.
  private func isKnown(_ type: String, _ feature: String) -> Bool {
    scores[type]?.features[feature].map { $0.system > 0 } ?? false
  }

  /// Whether a confusion is worth a table: few values that come again and again.
  private func isTelling(_ title: String, _ counts: [String: [String: Int]]) -> Bool {
    guard let dot = title.firstIndex(of: ".") else { return true }
    let values = Set(counts.keys).union(counts.values.flatMap(\.keys))
    let total = counts.values.reduce(0) { $0 + $1.values.reduce(0, +) }
    return (2...9).contains(values.count) && total >= 3 * values.count
      && isKnown(String(title[..<dot]), String(title[title.index(after: dot)...]))
  }

  private func evaluation(documents: Int, notes: [String]) -> Evaluation {
    var all = Evaluation.TypeScores(type: "all")
    for score in scores.values {
      all.strict = all.strict + score.strict
      all.lenient = all.lenient + score.lenient
    }
    let tables = confusions.filter { isTelling($0.key, $0.value) }
      .map { Evaluation.Confusion(title: $0.key, counts: $0.value) }
    return Evaluation(
      documents: documents, absent: absent, notes: notes,
      types: scores.keys.sorted().compactMap { scores[$0] }.map(\.measured) + [all],
      confusions: tables.sorted {
        ($0.title.contains(".") ? 1 : 0, $0.title) < ($1.title.contains(".") ? 1 : 0, $1.title)
      },
      faults: faults.filter { $0.kind != .feature || isKnown($0.gold?.type ?? "", $0.feature?.name ?? "") })
  }
}

extension Evaluation.TypeScores {
  /// The same without features that the gold never has.
  fileprivate var measured: Evaluation.TypeScores {
    var scores = self
    scores.features = features.filter { $0.value.gold > 0 }
    return scores
  }
}
