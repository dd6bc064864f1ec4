import PostilModuleKit

/// Turns name candidates into named entities: sure names first, then what they teach about the rest of the document.
struct EntityAnalyzer: Analyzer {
  private let learned = Learned()

  init(settings: Settings) {}

  func analyze(_ document: DocumentView) -> Analysis {
    learned.spellings.forgetMany()
    var work = DocumentNames(document, learned)
    if work.isGiven {
      work.takeDefinitions()
      return work.analysis()
    }
    let spreads = document.settings.boolean("propagate")
    work.takeProposals(singles: false) { $0 > .supposed }
    work.takeDefinitions()
    if spreads { work.propagate() }
    work.takeProposals(singles: true) { $0 > .supposed }
    if spreads { work.propagate() }
    work.takeLists()
    work.takeLoneHeads()
    if spreads { work.propagate() }
    if document.settings.boolean("supposed") {
      work.takeProposals { $0 == .supposed }
      if spreads { work.propagate() }
      work.takeUndecided()
    }
    return work.analysis()
  }
}
