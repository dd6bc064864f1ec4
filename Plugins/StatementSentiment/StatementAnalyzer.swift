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
          .init("source", .span, "who says it, the whole noun phrase"),
          .init("sourceEntity", .string, "the source's canonical name, absent when unsure"),
          .init("cue", .span, "the words that introduce it"),
          .init("block", .boolean, "whether it is a statement of several paragraphs"),
          .init("nestedIn", .annotation, "the statement that it stands in"),
          .init("sentiment", .string, "positive, neutral or negative"), .init("score", .number, "-1 to 1"),
          .init("evidence", .list(.string), "the words that made the score, with their weights"),
        ])
    ],
    refines: [
      .init(
        "statement", "statements that came with the input",
        features: [
          .init("sentiment", .string, "positive, neutral or negative"), .init("score", .number, "-1 to 1"),
          .init("evidence", .list(.string), "the words that made the score, with their weights"),
        ])
    ],
    inputs: [
      .init(
        "cue", "a verb or phrase that introduces a statement",
        features: [
          .init("class", .string, "what kind of act", choices: ["say", "stance", "according"]),
          .init("weight", .number, "the stance of the act itself, -1 to 1"),
          .init("form", .string, "whether it is a participle", choices: ["finite", "participle"]),
        ]),
      .init(
        "source", "a noun phrase that may speak",
        features: [.init("pronoun", .boolean, "whether it is he, she or they")]),
      .init("block-heading", "a line that announces a statement of several paragraphs"),
      .init(
        "tone", "a word that carries tone or turns it",
        features: [
          .init("weight", .number, "-1 to 1"),
          .init("role", .string, "what it does", choices: ["word", "negation", "intensifier", "diminisher"]),
        ]),
    ],
    rejectReasons: ["no content", "inside a quotation", "no source"])

  /// It has no settings.
  public init(settings: Settings) {}

  /// Finds blocks first, then the statements inside and outside of them.
  public mutating func analyze(_ document: DocumentView) -> Analysis {
    var analysis = Analysis()
    let tone = ToneScorer(document: document)
    for index in document.annotations(ofType: "statement") {
      let score = tone.score(document.annotations[index].span, cueWeight: 0)
      for feature in score.features { analysis.refine(index, feature.name, feature.value) }
    }
    let finder = StatementFinder(document: document, tone: tone)
    analysis.annotations = finder.find(&analysis)
    return analysis
  }
}

/// The module’s one exported function.
@c(postil_module_StatementSentiment)
public func entry() -> UnsafePointer<postil_module> { exportModule(StatementAnalyzer.self) }
