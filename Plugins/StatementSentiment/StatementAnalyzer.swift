import PostilGrammar
import PostilModuleKit

/// Finds who said what, and how it sounds: quotations, reported speech, stance acts, statement blocks.
public struct StatementAnalyzer: Analyzer {
  /// What the module takes and gives.
  public static let manifest = ModuleManifest(
    name: "statement-sentiment", version: "0.1.0", requires: ["person", "organization", "location"],
    assigns: [
      .init(
        "statement", "what a source says, or does by saying",
        features: [
          .init("kind", .string, "direct, indirect or mixed"),
          .init("form", .string, "quotation, clause, stance or block"),
          .init("parts", .list(.span), "the pieces of a content that its attribution divides"),
          .init("source", .span, "who says it, the whole noun phrase"),
          .init("sourceEntity", .string, "the source's canonical name, absent when unsure"),
          .init(
            "sourceKind", .string,
            "group: several unnamed; unnamed: one; thing: a document or figure, which does not speak; person; organization",
            choices: SourcePhrase.Kind.allCases.map(\.rawValue)),
          .init("cue", .span, "the words that introduce it"),
          .init("cueLemma", .string, "the dictionary form of the cue"),
          .init("act", .string, "what kind of act the cue is, such as say or praise"),
          .init("target", .span, "what a stance is towards"),
          .init("targetEntity", .string, "the target's canonical name, absent when unsure"),
          .init("block", .boolean, "whether it is a statement of several paragraphs"),
          .init("nestedIn", .annotation, "the statement that it stands in"),
        ] + scored)
    ],
    refines: [.init("statement", "statements that came with the input", features: scored)],
    inputs: [
      .init(
        "cue", "a verb or phrase that introduces a statement",
        features: [
          .init("lemma", .string, "the dictionary form"),
          .init(
            "class", .string, "what kind of act",
            choices: [
              "say", "judge", "admit", "deny", "accuse", "ask", "commit", "praise", "condemn", "according",
            ]),
          .init("weight", .number, "the stance of the act itself, -1 to 1"),
          .init(
            "form", .string, "the form",
            choices: ["past", "present", "base", "gerund", "participle", "adjective", "noun"]),
          .init(
            "takes", .string,
            "c: a clause, t: a clause with that, q: a quotation, n: a noun phrase, o: one with what it is called, i: an infinitive, a: an addressee first, d: somebody and what they are to do, f: a clause with its verb; v: no form is a noun"
          ),
        ]),
      .init(
        "word", "a word of the grammar",
        features: [.init("class", .string, "its word class", choices: WordClass.names)]),
      .init("block-heading", "a line that announces a statement of several paragraphs"),
      .init(
        "speech-label", "a line with the label of who speaks; captures source and content",
        features: [
          .init("headline", .boolean, "whether it counts only as a heading"),
          .init("named", .boolean, "whether it counts only as a name that answers twice and more"),
        ]),
      .init(
        "tone", "a word that carries tone or turns it",
        features: [
          .init("weight", .number, "what a speaker who uses it thinks, -1 to 1"),
          .init("target", .number, "what it means for somebody in the sentence; as weight if absent"),
          .init("text", .number, "how a text with it reads; as weight if absent"),
          .init(
            "role", .string, "what it does",
            choices: [
              "word", "negation", "removal", "irony", "intensifier", "diminisher", "reducer", "contrast", "conditional",
              "future",
              "topic", "neutral",
            ]),
          .init(
            "sense", .string, "the only word class in which it counts; any if absent",
            choices: ["adjective", "noun", "verb"]),
        ]),
    ],
    rejectReasons: ["inside a quotation", "no cue here", "no frame", "the speaker's own thought"],
    decisions: StatementDecision.declared,
    settings: [
      .init(
        "quotations", .string, default: "joined", choices: ["joined", "divided"],
        meaning:
          "whether the pieces of a quotation that its attribution divides are one statement with parts, or one each")
    ], takesFrames: true, takesTables: [Factors.table])

  private static let scored: [ModuleManifest.Feature] = [
    .init("sentiment", .string, "positive, neutral or negative"), .init("score", .number, "-1 to 1"),
    .init("evidence", .list(.string), "the words that made the score, with their weights"),
  ]

  private let origins = OriginTables()

  private let frames: FrameTable
  private let factors: Factors

  /// Settings are read for each document, frames and factors once.
  ///
  /// - Throws: An error that names the first frame, or the factor, that cannot be read.
  public init(settings: Settings) throws {
    frames = FrameTable(try settings.frames.map { try FrameText.frame($0.text, rule: $0.rule) })
    factors = try Factors(settings.table(Factors.table))
  }

  /// Finds blocks first, then the statements inside and outside of them.
  public mutating func analyze(_ document: DocumentView) -> Analysis {
    var analysis = Analysis()
    let words = Words(document: document, origins: origins)
    let tone = ToneScorer(words: words, factors: factors)
    scoreGiven(words, tone, &analysis)
    let speech = SpeechBlocks(words: words)
    let blocks = speech.blocks()
    let labelled = speech.labelled()
    let inner = innerSpeech(words)
    let used = Set(inner.compactMap(\.candidate))
    let found = StatementFinder(words: words, frames: frames).find(besides: blocks + labelled, used, &analysis)
    var writer = StatementWriter(words: words, tone: tone)
    analysis.annotations = writer.annotations(blocks + labelled + found + inner)
    return analysis
  }

  /// Scores the statements that came with the input.
  private func scoreGiven(_ words: Words, _ tone: ToneScorer, _ analysis: inout Analysis) {
    let brought = words.document.annotations(ofType: "statement")
    guard !brought.isEmpty else { return }
    let given = GivenStatements(words: words, scorer: tone)
    for index in brought {
      for feature in given.score(words.document.annotations[index]).features {
        analysis.refine(index, feature.name, feature.value)
      }
    }
  }

  private func innerSpeech(_ words: Words) -> [Statement] {
    let quotations = words.document.structure.quotations
    guard quotations.contains(where: { $0.depth == 1 }) else { return [] }
    return StatementFinder(words: words.inside(), frames: frames, depth: 1).findInside(
      quotations.filter { $0.depth == 0 })
  }
}

/// The module’s one exported function.
@c(postil_module_StatementSentiment)
public func entry() -> UnsafePointer<postil_module> { exportModule(StatementAnalyzer.self) }
