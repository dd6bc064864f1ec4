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
    for statement in statements {
      let entity = statement.source.flatMap { speakers.entity(of: $0, previous: previous) }
      if statement.isHeadline, !speakers.isKnown(statement.source ?? statement.span) { continue }
      if let source = statement.source, statement.form != .block { previous = (source, entity) }
      made.append(annotation(statement, entity))
    }
    return nested(made)
  }

  private func annotation(_ statement: Statement, _ entity: String?) -> NewAnnotation {
    var features: Features = ["kind": .string(kind(statement)), "form": .string(statement.form.rawValue)]
    features["source"] = statement.source.map { .span($0) }
    features["sourceEntity"] = entity.map { .string($0) }
    features["cue"] = statement.cueSpan.map { .span($0) }
    features["cueLemma"] = statement.cue?.lemma.map { .string($0) }
    features["act"] = statement.cue.map { .string($0.act) }
    if statement.parts.count > 1 { features["parts"] = .list(statement.parts.map { .span($0) }) }
    if statement.form == .block { features["block"] = true }
    if statement.form == .stance { features["target"] = .span(statement.span) }
    for feature in tone.score(statement).features { features[feature.name] = feature.value }
    return NewAnnotation(
      type: "statement", span: statement.span, features: features, candidates: statement.candidate.map { [$0] } ?? [])
  }

  private func kind(_ statement: Statement) -> String {
    if statement.form == .quotation || statement.form == .block { return "direct" }
    return statement.parts.contains { quotations.isAnyInside($0) } ? "mixed" : "indirect"
  }

  /// Each statement inside another refers to the innermost one around it.
  private func nested(_ statements: [NewAnnotation]) -> [NewAnnotation] {
    var open: [Int] = []
    return statements.enumerated().map { index, statement in
      var statement = statement
      while let last = open.last, statements[last].span.end <= statement.span.start { open.removeLast() }
      let outer = open.last { statements[$0].span != statement.span && statements[$0].span.contains(statement.span) }
      if let outer { statement.features["nestedIn"] = .annotation(document.annotations.count + outer) }
      open.append(index)
      return statement
    }
  }
}
