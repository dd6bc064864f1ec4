import CPostilModule
import PostilModel
import PostilModuleBridge

extension DocumentView {
  /// A view that is made by hand, to try an analyzer without rules and a host.
  ///
  /// - Parameters:
  ///   - candidates: By span.
  ///   - annotations: Those of earlier steps; those without a module count as the input's.
  ///   - search: Every place where one of the names given stands as whole words.
  public init(
    id: String = "", set: String = "", text: String, date: DocumentDate? = nil, metadata: Features = [:],
    settings: Features = [:], structure: TextStructure = TextStructure(), candidates: [Candidate] = [],
    annotations: [Annotation] = [], search: @escaping ([String]) -> [(name: Int, span: Span)] = { _ in [] }
  ) {
    self.init(
      id: id, set: set, utf8: Array(text.utf8), date: date, metadata: metadata,
      settings: Settings(settings), structure: structure,
      tables: .made(of: CandidateTable(candidates, run: RunTables()), annotations), search: search,
      asksToStop: { false })
  }
}

extension ShownTables {
  /// Tables of their own memory.
  static func made(of candidates: CandidateTable, _ annotations: [Annotation]) -> ShownTables {
    let arena = Arena()
    do {
      return try ShownTables(candidates.copied(in: arena, with: annotations), RunMemory(), owner: (candidates, arena))
    } catch {
      preconditionFailure("rows that are ours cannot be read: \(error)")
    }
  }
}
