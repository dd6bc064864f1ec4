import PostilTestSupport
import PostilText

@testable import EntityExtraction
@testable import PostilModuleKit

/// A document whose candidates are given by hand, word by word, without rules.
struct HandMade {
  let document: DocumentView
  let learned = Learned()
  private let text: String

  /// - Parameters:
  ///   - prefix: Stands before the text.
  ///   - candidates: For each type and its features the words that have them, wherever these stand.
  init(
    _ text: String, behind prefix: String = "", _ candidates: [(type: String, features: Features, words: String)],
    date: String? = nil, annotations: [(type: String, words: String)] = [], settings: Features = [:]
  ) {
    let whole = prefix + text
    self.text = whole
    var found: [Candidate] = []
    for (number, given) in candidates.enumerated() {
      for place in whole.spans(ofWhole: given.words) {
        let origin = CandidateOrigin(
          type: given.type, rule: "hand/\(given.words)", features: given.features, isTerm: given.type == "name")
        found.append(
          Candidate(
            origin: origin, span: place, groups: Self.captures(given.type, place, whole), rank: number, lostTo: nil))
      }
    }
    found.sort { $0.span < $1.span }
    document = DocumentView(
      id: "d", text: whole, date: date.map { DocumentDate(value: $0, origin: .record) }, settings: settings,
      structure: TextAnalyzer(language: .none).structure(of: whole), candidates: found,
      annotations: annotations.flatMap { given in
        whole.spans(ofWhole: given.words).map {
          Annotation(type: given.type, span: $0, features: [:], provenance: Provenance(module: "hand"))
        }
      },
      search: { names in
        names.enumerated().flatMap { number, name in whole.spans(ofWhole: name).map { (number, $0) } }
      })
  }

  /// The shipped tables.
  static let tables = Result {
    try NameTables(Settings(ShippedRules.settings("entity-extraction/chunks.yaml", for: EntityAnalyzer.manifest)))
  }

  /// What is known of the document's words.
  var known: KnownWords { KnownWords(document, learned) }

  /// The first place of `words`.
  func span(_ words: String) -> Span { text.spans(ofWhole: words).first ?? Span(start: 0, end: 0) }

  func words(_ span: Span) -> String { document.text(span) }

  /// The document's mentions.
  var maker: MentionMaker { MentionMaker(document, known, learned) }

  /// The parts of `long (short)`, of which a definition tells.
  private static func captures(_ type: String, _ span: Span, _ text: String) -> [Candidate.Capture] {
    guard type == "definition" else { return [] }
    let bytes = Array(text.utf8)
    guard let bracket = bytes[span.start..<span.end].lastIndex(of: UInt8(ascii: "(")) else { return [] }
    return [
      .init(name: "long", span: Span(start: span.start, end: bracket - 1)),
      .init(name: "short", span: Span(start: bracket + 1, end: span.end - 1)),
    ]
  }
}
