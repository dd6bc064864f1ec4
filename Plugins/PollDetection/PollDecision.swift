import PostilModuleKit

/// How a poll, or what is none, was told.
enum PollDecision: String, Decision {
  case repeated = "polls.reader.repeated-proposition"
  case questionThenPrompt = "polls.reader.question-then-prompt"
  case promptThenQuestion = "polls.reader.prompt-then-question"
  case promptWithAnswers = "polls.reader.prompt-with-answers"
  case questionWithAnswers = "polls.reader.question-with-answers"
  case tableRow = "polls.opinion.table-row"
  case reportWithFigures = "polls.opinion.report-with-figures"
  case mention = "polls.opinion.mention"
  case lookalikeWords = "polls.rejected.lookalike-words"
  case promptAlone = "polls.rejected.prompt-alone"

  var meaning: String {
    switch self {
    case .repeated: "a line stands twice, and words that ask readers to answer stand under it"
    case .questionThenPrompt: "words that ask readers to answer stand under a question"
    case .promptThenQuestion: "words that ask readers to answer stand over a question with at least two answers"
    case .promptWithAnswers: "words that ask readers to answer stand under another line, and answers under them"
    case .questionWithAnswers: "at least two answers stand under a question, one of which is an answer by its form"
    case .tableRow:
      "a row of a table that tells who asked, when, or what, with at least two shares, or one beside a question"
    case .reportWithFigures: "sentences speak of a poll and give shares, a sample or a margin"
    case .mention: "words speak of a poll, and no figures of it are given"
    case .lookalikeWords: "words that look like a poll stand beside words that speak against one"
    case .promptAlone: "words that ask readers to answer stand without question and answers"
    }
  }
}
