import PostilModuleKit

/// How a poll, or what is none, was told.
enum PollDecision: String, Decision {
  case answersInLines = "polls.reader.answers-in-lines"
  case answersInLine = "polls.reader.answers-in-line"
  case answersInCells = "polls.reader.answers-in-cells"
  case answersByChoice = "polls.reader.answers-by-choice"
  case withoutAnswers = "polls.reader.without-answers"
  case tableRow = "polls.opinion.table-row"
  case answerTable = "polls.opinion.answer-table"
  case reportWithFigures = "polls.opinion.report-with-figures"
  case mention = "polls.opinion.mention"
  case lookalikeWords = "polls.rejected.lookalike-words"
  case promptAlone = "polls.rejected.prompt-alone"
  case reportAlone = "polls.rejected.report-alone"

  var meaning: String {
    switch self {
    case .answersInLines: "answers stand on lines of their own, and the lines round them make a poll"
    case .answersInLine: "answers stand on one line, parted by their shares, by markers or by punctuation"
    case .answersInCells: "answers stand in the cells of a row, with a share in the cell of each"
    case .answersByChoice: "a line says what to press, text or send for each answer"
    case .withoutAnswers:
      "a question or a proposition that stands twice, with words that ask readers to answer, and no answers"
    case .tableRow:
      "a row of a table that tells who asked, when, or what, with at least two shares, or one beside a question"
    case .answerTable:
      "rows of a table are answers, with a column of all who were asked or a column for each wave, and words beside it tell of a poll"
    case .reportWithFigures: "sentences speak of a poll and give shares, or a sample or a margin of a named pollster"
    case .mention: "words speak of a poll, and no figures of it are given"
    case .lookalikeWords: "words that look like a poll stand beside words that speak against one"
    case .reportAlone: "words that may speak of a poll stand without figures and pollster"
    case .promptAlone: "words that ask readers to answer stand without question and answers"
    }
  }
}
