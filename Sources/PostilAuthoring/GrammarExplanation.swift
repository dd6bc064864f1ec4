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
    let cues = trace.steps.flatMap(\.candidates).filter { $0.type == "cue" && $0.lostTo == nil }
    var text = TaggedText(
      trace.structure, utf8: Array(trace.document.text.utf8), words: words, verbs: cues.map(Self.verb), times: times,
      names: names)
    for cue in cues {
      for index in text.indices(cue.span) { text.add(.cue, to: index) }
    }
    let told = trace.structure.sentences.filter { $0.overlaps(place) }.map { sentence in
      let grammar = SentenceGrammar(text.indices(sentence), of: text)
      let lines = GrammarAccount(grammar, of: text).lines.map { "  \($0)" }
      return (["sentence '\(trace.document.text[sentence])'"] + lines).joined(separator: "\n") + "\n"
    }
    return told.joined()
  }

  /// A cue as a verb, by the form that its rule gives.
  private static func verb(_ cue: Candidate) -> (span: Span, found: WordClass) {
    let form = cue.features["form"]?.string ?? "past"
    let isVerb = form != "noun" && form != "adjective"
    return (cue.capture("cue") ?? cue.span, isVerb ? WordClass(name: form) ?? [] : [])
  }
}
