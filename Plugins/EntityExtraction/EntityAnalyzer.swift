import PostilModuleKit

/// Turns name candidates into named entities: sure names first, then what they teach about the rest of the document.
struct EntityAnalyzer: Analyzer {
  private let learned = Learned()

  private let tables: NameTables

  /// - Throws: An error that names the first frame, or the weight, that cannot be read.
  init(settings: Settings) throws { tables = try NameTables(settings) }

  func analyze(_ document: DocumentView) -> Analysis {
    learned.spellings.forgetMany()
    var work = DocumentNames(document, learned, tables)
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
