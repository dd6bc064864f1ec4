import PostilGrammar
import PostilModel
import PostilPipeline

/// Tells the noun groups, verb groups and clauses that the grammar sees in a document.
public struct GrammarExplanation {
  private let worker: DocumentWorker

  /// - Throws: ``ModuleError`` when a module of the chain refuses its settings.
  public init(chain: Chain) throws { worker = try DocumentWorker(chain) }

  /// The sentences that overlap `place`, each with its groups and clauses; nil when no step of the chain has rules for
  /// words of the grammar.
  public func account(of document: Document, at place: Span) throws -> String? {
    let trace = try worker.trace(document)
    let found = trace.steps.map { step in
      step.candidates.filter { $0.type == "word" && $0.lostTo == nil }.compactMap { candidate in
        candidate.features["class"]?.string.flatMap(WordClass.init(name:)).map { (span: candidate.span, found: $0) }
      }
    }
    guard let words = found.first(where: { !$0.isEmpty }) else { return nil }
    let times = trace.annotations.filter { $0.type == "timex" }.map(\.span)
    let names = trace.annotations.filter { ["person", "organization", "location"].contains($0.type) }.map(\.span)
    var text = TaggedText(
      trace.structure, utf8: Array(trace.document.text.utf8), words: words, times: times, names: names)
    for cue in trace.steps.flatMap(\.candidates) where cue.type == "cue" && cue.lostTo == nil {
      for index in text.indices(cue.span) { text.add(.cue, to: index) }
    }
    let told = trace.structure.sentences.filter { $0.overlaps(place) }.map { sentence in
      let grammar = SentenceGrammar(text.indices(sentence), of: text)
      let lines = GrammarAccount(grammar, of: text).lines.map { "  \($0)" }
      return (["sentence '\(trace.document.text[sentence])'"] + lines).joined(separator: "\n") + "\n"
    }
    return told.joined()
  }
}
