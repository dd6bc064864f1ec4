import PostilModuleKit

/// Turns name candidates into named entities: sure names first, then what they teach about the rest of the document.
struct EntityAnalyzer: Analyzer {
  init(settings: Settings) {}

  func analyze(_ document: DocumentView) -> Analysis {
    var work = DocumentNames(document)
    work.takeCandidates { $0 > .supposed }
    work.takeDefinitions()
    if document.settings.boolean("propagate") { work.propagate() }
    if document.settings.boolean("supposed") {
      work.takeCandidates { $0 == .supposed }
      if document.settings.boolean("propagate") { work.propagate() }
    }
    return work.analysis()
  }
}
