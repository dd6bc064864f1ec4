import PostilModuleKit

/// Puts the candidates of poll rules together into reader polls and reports of opinion polls.
public struct PollAnalyzer: Analyzer {
  /// What the module takes and gives.
  public static let manifest = ModuleManifest(
    name: "poll-detection", version: "0.1.0", requires: ["timex", "organization"],
    assigns: [
      .init(
        "poll", "a poll of readers on the page, or a report of an opinion poll",
        features: [
          .init("kind", .string, "reader or opinion"), .init("question", .string, "the question or proposition"),
          .init("prompt", .string, "the words that ask readers to answer"),
          .init("options", .list(.string), "the answers, in order"),
          .init("shares", .list(.number), "the answers' shares in percent, in order"),
          .init("votes", .number, "how many voted"),
        ] + OpinionContracts.features),
      OpinionContracts.mention,
      .init(
        "rejected-poll", "what was taken for no poll, on request",
        features: [
          .init("reason", .string, "why it is none"),
          .init("evidence", .list(.string), "the words that speak against it"),
        ]),
    ],
    inputs: [
      .init("poll-prompt", "a line that asks readers to answer"),
      .init(
        "poll-question", "a line that may be put to readers",
        features: [.init("question", .string, "without label and mark")]),
      .init(
        "poll-option", "a line that may be an answer",
        features: [
          .init("option", .string, "the answer"), .init("share", .number, "its share in percent"),
          .init("sure", .boolean, "whether the line is an answer by its form"),
        ]),
      .init("poll-button", "a line such as Vote under the answers"),
      .init("poll-votes", "how many voted", features: [.init("votes", .number, "the number")]),
      .init(
        "poll-result", "an answer with its share in a line of results",
        features: [.init("option", .string, "the answer"), .init("share", .number, "its share in percent")]),
    ] + OpinionContracts.inputs,
    rejectReasons: ["no answers and not repeated", "a lookalike"],
    decisions: PollDecision.declared,
    settings: [
      .init(
        "lookalikes", .string, default: "left-out", choices: ["left-out", "reported"],
        meaning: "whether what looks like a poll and is none stands in the report, with the words that speak against it"
      )
    ], takesTables: [OpinionThresholds.table])

  private let thresholds: OpinionThresholds

  /// Takes the thresholds; settings are read for each document.
  ///
  /// - Throws: An error that names the table, and what is wrong in it.
  public init(settings: Settings) throws {
    thresholds = try OpinionThresholds(settings.table(OpinionThresholds.table))
  }

  /// Finds reader polls by their lines and opinion polls by their paragraphs.
  public mutating func analyze(_ document: DocumentView) -> Analysis {
    var lookalikes = Lookalikes(document: document)
    let dates = FieldDates(document: document, thresholds: thresholds)
    let tables = PollTables(document: document, dates: dates, thresholds: thresholds)
    let onPage = ReaderPolls(document: document).find(&lookalikes)
    let rows = tables.find()
    let taken = (onPage + rows).map(\.span)
    var opinion = OpinionPolls(document: document, dates: dates, thresholds: thresholds, taken: taken)
    let reports = opinion.find(&lookalikes)
    var analysis = lookalikes.analysis
    analysis.annotations += rows + Toplines.join(onPage, reports)
    return analysis
  }
}

/// The module’s one exported function.
@c(postil_module_PollDetection)
public func entry() -> UnsafePointer<postil_module> { exportModule(PollAnalyzer.self) }
