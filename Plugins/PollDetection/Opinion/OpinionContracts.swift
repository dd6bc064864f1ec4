import PostilModuleKit

/// What the rules of opinion polls give, and what the module tells of such polls.
enum OpinionContracts {
  /// Features of a poll that only reports of opinion polls have.
  static let features: [ModuleManifest.Feature] = [
    .init("pollster", .string, "who asked"), .init("commissionedBy", .string, "for whom it was taken"),
    .init("fieldStart", .string, "the first day of asking"), .init("fieldEnd", .string, "the last day of asking"),
    .init("sampleSize", .number, "how many were asked"), .init("population", .string, "who was asked"),
    .init("marginOfError", .number, "in percentage points"), .init("mode", .string, "by telephone, online, …"),
    .init("weighting", .string, "by what the answers were weighted"),
    .init("average", .boolean, "whether it is a mean of several polls"),
    .init("subgroups", .list(.record), "shares among a part of those asked: group, option, share"),
    .init(
      "otherFigures", .list(.record),
      "figures that are no shares of all in this wave: role (change, earlier, lead, …), option, value"),
  ]

  static let mention = ModuleManifest.TypeContract(
    "poll-mention", "words that speak of an opinion poll without its figures",
    features: [.init("pollster", .string, "who asked"), .init("date", .string, "a date in the same words")])

  static let inputs: [ModuleManifest.TypeContract] = [
    .init(
      "poll-report", "words that speak of an opinion poll",
      features: [
        .init("pollster", .string, "who asked"), .init("commissioner", .string, "for whom"),
        .init("sure", .boolean, "whether the pollster is known to be one"),
        .init("title", .string, "the poll's own name, which may be that of no pollster"),
        .init("doubtful", .string, "the word for the poll where it may mean something else"),
        .init(
          "kind", .string,
          "which poll it is: one not told of before, another one, an earlier one, an average, or that of who asked",
          choices: ["new", "other", "earlier", "average", "conductor"]),
      ]),
    .init("poll-respondents", "words for those who were asked"),
    .init("poll-wording", "the question of an opinion poll", features: [.init("question", .string, "its words")]),
    .init(
      "poll-field", "words that say when a poll was taken; the dates stand beside them",
      features: [.init("published", .boolean, "whether they say when it was published instead")]),
    .init(
      "poll-sample", "how many were asked",
      features: [
        .init("size", .number, "the number"), .init("population", .string, "who they are"),
        .init("part", .boolean, "whether they are a part of those asked"),
      ]),
    .init(
      "poll-margin", "the margin of error",
      features: [
        .init("points", .number, "in percentage points"),
        .init("part", .boolean, "whether it is that of a part of those asked"),
      ]),
    .init(
      "poll-method", "how a poll was taken",
      features: [
        .init("mode", .string, "by telephone, online, …"), .init("weighting", .string, "by what it was weighted"),
        .init("population", .string, "who was asked"), .init("commissionedBy", .string, "for whom"),
      ]),
    .init(
      "poll-share", "a figure in a sentence; several rules may tell of one, that of the highest priority first",
      features: [
        .init("share", .number, "in percent; the captures share, part (in words) or words are its place"),
        .init("option", .string, "the answer"),
        .init("loose", .boolean, "whether the answer is only what stands behind the figure"),
        .init("role", .string, "what the figure is", choices: FigureRole.allCases.map(\.rawValue)),
        .init("group", .string, "the part of those asked that answered so"),
        .init("second", .string, "the answer it is compared with"), .init("secondShare", .number, "in percent"),
      ]),
    .init(
      "poll-group", "words behind which figures are of a part of those asked, or not of now",
      features: [
        .init("group", .string, "the part"),
        .init("role", .string, "what such figures are instead", choices: FigureRole.allCases.map(\.rawValue)),
      ]),
    .init(
      "poll-clause", "words or marks that begin another clause",
      features: [.init("strong", .boolean, "whether what stands before them no longer counts")]),
    .init("poll-lookalike", "words that look like a poll and are none"),
    .init(
      "poll-day", "a day in numbers, which is one in a table's column of dates",
      features: [
        .init("month", .number, "1 to 12"), .init("day", .number, "1 to 31"),
        .init("year", .number, "of four digits, or of the last two"),
      ]),
    .init(
      "poll-column", "the heading of a column in a table of polls that says what it holds; others hold shares",
      features: [
        .init(
          "holds", .string, "what",
          choices: ["pollster", "date", "sample", "margin", "question", "client", "mode", "whole", "other"])
      ]),
  ]
}
