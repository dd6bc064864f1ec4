import PostilModuleKit

/// Turns statements into annotations: kind, speaker, sentiment, nesting.
struct StatementWriter {
  let document: DocumentView
  let tone: ToneScorer
  private var speakers: Speakers
  private let quotations: SpanIndex

  init(words: Words, tone: ToneScorer) {
    document = words.document
    self.tone = tone
    speakers = Speakers(words: words)
    quotations = SpanIndex(document.structure.quotations.filter { $0.depth == 0 }.map(\.span))
  }

  mutating func annotations(_ statements: [Statement]) -> [NewAnnotation] {
    let statements = statements.sorted { ($0.span, $0.form.rawValue) < ($1.span, $1.form.rawValue) }
    var previous: (span: Span, entity: String?)?
    var made: [NewAnnotation] = []
    var open: [Int] = []
    for statement in statements {
      while let last = open.last, made[last].span.end <= statement.span.start { open.removeLast() }
      let outer = open.last { made[$0].span != statement.span && made[$0].span.contains(statement.span) }
      let speaker =
        statement.source.map {
          let name = outer.flatMap { made[$0].features["sourceEntity"]?.string }
          return speakers.speaker(of: $0, previous: previous, outer: name)
        } ?? Speaker()
      if statement.isHeadline, !speakers.isKnown(statement.source ?? statement.span) { continue }
      if let source = statement.source, statement.form != .block, !statement.isInner {
        previous = (source, speaker.entity)
      }
      open.append(made.count)
      made.append(annotation(statement, speaker, outer: outer))
    }
    return made
  }

  /// - Parameter outer: The innermost statement around it, by its place in the result.
  private func annotation(_ statement: Statement, _ speaker: Speaker, outer: Int?) -> NewAnnotation {
    var features: Features = ["kind": .string(kind(statement)), "form": .string(statement.form.rawValue)]
    features["source"] = statement.source.map { .span($0) }
    features["sourceEntity"] = speaker.entity.map { .string($0) }
    features["cue"] = statement.cueSpan.map { .span($0) }
    features["cueLemma"] = statement.cue?.lemma.map { .string($0) }
    features["act"] = statement.cue.map { .string($0.act) }
    if statement.parts.count > 1 { features["parts"] = .list(statement.parts.map { .span($0) }) }
    if statement.form == .block { features["block"] = true }
    if statement.form == .stance { features["target"] = .span(statement.span) }
    for feature in tone.score(statement).features { features[feature.name] = feature.value }
    if !speaker.candidates.isEmpty {
      let guesses = speaker.candidates.map { FeatureValue.string("source may be " + $0) }
      features["evidence"] = .list((features["evidence"]?.list ?? []) + guesses)
    }
    features["nestedIn"] = outer.map { .annotation(document.annotations.count + $0) }
    return NewAnnotation(
      type: "statement", span: statement.span, features: features, candidates: statement.candidate.map { [$0] } ?? [])
  }

  private func kind(_ statement: Statement) -> String {
    if statement.form == .quotation || statement.form == .block { return "direct" }
    return statement.parts.contains { quotations.isAnyInside($0) } ? "mixed" : "indirect"
  }
}
