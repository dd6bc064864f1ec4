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
          .init("score", .number, "how much speaks for a poll of readers"),
          .init("evidence", .list(.string), "what speaks for it, and against it"),
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
      .init("poll-label", "a line, or the beginning of one, that names a poll", features: ReaderPolls.weighed),
      .init("poll-prompt", "words that ask readers to answer", features: ReaderPolls.weighed),
      .init("poll-helper", "a line about how to answer, or the state of a poll", features: ReaderPolls.weighed),
      .init(
        "poll-votes", "how many voted",
        features: ReaderPolls.weighed + [
          .init("votes", .number, "the number"), .init("times", .number, "by what it is multiplied"),
        ]),
      .init("poll-button", "a button such as Vote", features: ReaderPolls.weighed),
      .init("poll-author", "who wrote a post, and when", features: ReaderPolls.weighed),
      .init("poll-own", "words of a paper or station about its own poll", features: ReaderPolls.weighed),
      .init("poll-doubt", "words that speak against a poll of readers", features: ReaderPolls.weighed),
      .init("poll-order", "words that tell readers to choose"),
      .init("poll-answer", "a usual answer"),
      .init(
        "poll-mark", "a marker before an answer",
        features: [
          .init("kind", .string, "which", choices: ["circle", "box", "letter", "number", "bullet", "emoji"]),
          .init("place", .string, "the letter or number"),
        ]),
      .init(
        "poll-figure", "the share of an answer, its votes, or both",
        features: [.init("share", .number, "in percent"), .init("votes", .number, "how many chose it")]),
      .init(
        "poll-count", "a number alone, perhaps an answer's votes", features: [.init("votes", .number, "the number")]),
      .init("poll-bar", "leaders, or a bar"),
      .init(
        "poll-filler", "words beside an answer that are no part of it",
        features: [
          .init(
            "place", .string, "where they are none",
            choices: ["any", "behind-share", "before-share", "before-answer"])
        ]),
      .init("poll-predicate", "what is said of an answer before its share"),
      .init("poll-aside", "a line among answers that is none"),
      .init("poll-choice", "what to press or send for an answer, which is the part 'option'"),
      .init("poll-total", "the heading of a column of totals"),
      .init("poll-column-of-questions", "the heading of a column of questions"),
      .init("poll-column-of-shares", "the heading of a column of shares"),
    ] + OpinionContracts.inputs,
    rejectReasons: ["no answers and not repeated", "a lookalike", "no figures and no pollster"],
    decisions: PollDecision.declared,
    settings: [
      .init(
        "lookalikes", .string, default: "left-out", choices: ["left-out", "reported"],
        meaning: "whether what looks like a poll and is none stands in the report, with the words that speak against it"
      ),
      .init(
        "reader-threshold", .number, default: 5,
        meaning: "the score from which lines are a poll of readers; a higher one finds fewer and surer ones"),
    ], takesTables: [OpinionThresholds.table, ReaderWeights.table])

  private let thresholds: OpinionThresholds
  private let readerWeights: ReaderWeights

  /// Takes the tables; settings are read for each document.
  ///
  /// - Throws: An error that names the table, and what is wrong in it.
  public init(settings: Settings) throws {
    thresholds = try OpinionThresholds(settings.table(OpinionThresholds.table))
    readerWeights = try ReaderWeights(settings.table(ReaderWeights.table))
  }

  /// Finds reader polls by their lines and opinion polls by their paragraphs.
  public mutating func analyze(_ document: DocumentView) -> Analysis {
    var lookalikes = Lookalikes(document: document)
    let dates = FieldDates(document: document, thresholds: thresholds)
    let readers = ReaderPolls(document: document, weights: readerWeights).find(&lookalikes)
    let rows = PollTables(document: document, dates: dates, thresholds: thresholds).find()
      .filter { row in !readers.contains { $0.span.overlaps(row.span) } }
    let tables = AnswerTables(document: document, dates: dates, thresholds: thresholds).find()
      .filter { table in !rows.contains { $0.span.overlaps(table.span) } }
    let taken = (readers + rows + tables).map(\.span)
    var opinion = OpinionPolls(document: document, dates: dates, thresholds: thresholds, taken: taken)
    let reports = opinion.find(&lookalikes)
    var analysis = lookalikes.analysis
    analysis.annotations += rows + Toplines.join(readers, tables, reports)
    return analysis
  }
}

/// The module’s one exported function.
@c(postil_module_PollDetection)
public func entry() -> UnsafePointer<postil_module> { exportModule(PollAnalyzer.self) }
