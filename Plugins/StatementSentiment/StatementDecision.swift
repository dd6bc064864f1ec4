import PostilGrammar
import PostilModuleKit

/// The branches of the module by which words become a statement, told by each annotation.
enum StatementDecision: String, Decision {
  // Words in marks without one of their own.
  case quotationDivided = "statements.quotation.same-attribution"
  case quotationBeside = "statements.quotation.beside-somebody"
  case quotationIntroduced = "statements.quotation.behind-colon"
  case quotationAlone = "statements.quotation.alone"
  case quotationGoesOn = "statements.quotation.speaker-goes-on"

  // Lines that announce who speaks.
  case block = "statements.block.heading"
  case blockOwn = "statements.block.own-words"
  case label = "statements.label.line"
  case headline = "statements.label.headline"
}

extension StatementDecision {
  var meaning: String {
    switch self {
    case .quotationDivided: "a quotation of the same paragraph is a statement of its own, as the settings ask for"
    case .quotationBeside:
      "no cue that the rules know introduces the quotation, but somebody with a verb right beside it, a label or a signature"
    case .quotationIntroduced: "the quotation follows a colon and the subject of its sentence, without a cue"
    case .quotationAlone: "the quotation is most of the document: whose it is, is not told"
    case .quotationGoesOn: "the quotation begins a paragraph after one whose speaker it keeps"
    case .block: "paragraphs follow a line that announces a statement"
    case .blockOwn:
      "paragraphs in which the speaker says I or we, or in marks, follow a line that announces a statement"
    case .label: "a line begins with the label of who speaks"
    case .headline: "a heading begins with the name of who speaks and a colon"
    }
  }
}
