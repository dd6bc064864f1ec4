import PostilGrammar
import PostilModuleKit

/// The branches of the module by which words become a statement, told by each annotation.
enum StatementDecision: String, Decision {
  // Words in marks with an attribution.
  case quotationBefore = "statements.quotation.before-attribution"
  case quotationBehind = "statements.quotation.behind-attribution"
  case quotationAround = "statements.quotation.around-attribution"
  case quotationCredited = "statements.quotation.credited-below"
  case quotationInner = "statements.quotation.inner-speech"

  // Words in marks without one of their own.
  case quotationDivided = "statements.quotation.same-attribution"
  case quotationIntroduced = "statements.quotation.behind-colon"
  case quotationGoesOn = "statements.quotation.speaker-goes-on"

  // Clauses.
  case clauseThat = "statements.clause.that"
  case clauseBare = "statements.clause.without-that"
  case clauseInfinitive = "statements.clause.infinitive"
  case clauseAddressee = "statements.clause.behind-addressee"
  case clauseRelative = "statements.clause.relative"
  case clauseBefore = "statements.clause.before-attribution"
  case clauseAround = "statements.clause.around-attribution"
  case clauseIntoQuotation = "statements.clause.ends-in-quotation"
  case according = "statements.clause.according-to"

  // Acts with an object.
  case stancePhrase = "statements.stance.noun-phrase"
  case stanceInfinitive = "statements.stance.infinitive"
  case stanceThat = "statements.stance.that"
  case stancePassive = "statements.stance.passive"

  // Lines that announce who speaks.
  case block = "statements.block.heading"
  case blockOwn = "statements.block.own-words"
  case label = "statements.label.line"
  case headline = "statements.label.headline"
}

extension StatementDecision {
  var meaning: String {
    switch self {
    case .quotationBefore: "the quotation ends right before the cue or its source: “…,” X said"
    case .quotationBehind: "the quotation begins behind the cue and its source: X said: “…”"
    case .quotationAround: "the quotation goes on behind its attribution: “…,” X said. “…”"
    case .quotationCredited: "a dash and a name follow the quotation: “…” — X"
    case .quotationInner: "the quotation stands inside another, with a cue of saying beside it"
    case .quotationDivided: "a quotation of the same paragraph is a statement of its own, as the settings ask for"
    case .quotationIntroduced: "the quotation follows a colon and the subject of its sentence, without a cue"
    case .quotationGoesOn: "the quotation begins a paragraph after one whose speaker it keeps"
    case .clauseThat: "a clause with 'that' follows the cue"
    case .clauseBare: "a clause without 'that' follows the cue"
    case .clauseInfinitive: "an infinitive follows a cue that takes clauses"
    case .clauseAddressee: "a clause follows the cue and the one who is addressed: X told Y …"
    case .clauseRelative: "'which' stands before the source and a verb behind the cue: which X say could help"
    case .clauseBefore: "words without marks stand before the attribution: …, X said"
    case .clauseAround: "words without marks stand before the attribution and go on behind it: …, X said, …"
    case .clauseIntoQuotation: "a clause that ends in words in marks stands before the attribution: it was “…,” X said"
    case .according: "the sentence holds a phrase such as 'according to X'"
    case .stancePhrase: "a noun phrase is the object of the act: X praised Y"
    case .stanceInfinitive: "an infinitive follows a cue that takes no clause: X vowed to …"
    case .stanceThat: "words with 'that' follow a cue that takes no bare clause"
    case .stancePassive: "the subject of a passive act bears it: Y was praised by X"
    case .block: "paragraphs follow a line that announces a statement"
    case .blockOwn:
      "paragraphs in which the speaker says I or we, or in marks, follow a line that announces a statement"
    case .label: "a line begins with the label of who speaks"
    case .headline: "a heading begins with the name of who speaks and a colon"
    }
  }
}
