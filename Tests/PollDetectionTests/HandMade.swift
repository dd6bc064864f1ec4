import PostilTestSupport
import PostilText

@testable import PollDetection
@testable import PostilModuleKit

/// A document whose candidates and annotations are given by hand, without rules.
struct HandMade {
  let document: DocumentView

  /// - Parameters:
  ///   - prefix: Stands before the text, in lines of its own.
  ///   - candidates: For each type and its features the words that have them, wherever these stand.
  ///   - annotations: The same for what earlier steps have found.
  init(
    _ text: String, behind prefix: String = "", _ candidates: [(type: String, words: String, features: Features)],
    annotations: [(type: String, words: String, features: Features)] = [], settings: Features = [:]
  ) {
    let whole = prefix.isEmpty ? text : prefix + "\n\n" + text
    let found = candidates.enumerated().flatMap { number, given in
      whole.spans(of: given.words).map { place in
        Candidate(
          origin: CandidateOrigin(type: given.type, rule: "hand/\(given.type)", features: given.features), span: place,
          rank: number, lostTo: nil)
      }
    }
    document = DocumentView(
      id: "d", text: whole, settings: settings,
      structure: TextAnalyzer(language: .none).structure(of: whole), candidates: found.sorted { $0.span < $1.span },
      annotations: annotations.flatMap { given in
        whole.spans(of: given.words).map {
          Annotation(type: given.type, span: $0, features: given.features, provenance: Provenance(module: "hand"))
        }
      })
  }

  /// The words of candidates, each once, in their order.
  func words(_ candidates: [Int]) -> [String] { candidates.map { document.text(document.candidates[$0].span) } }

  /// The words of annotations.
  func annotated(_ annotations: [Int]) -> [String] { annotations.map { document.text(document.annotations[$0].span) } }
}
