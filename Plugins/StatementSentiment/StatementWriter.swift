import PostilGrammar
import PostilModuleKit

/// Turns statements into annotations: kind, speaker, sentiment, nesting.
struct StatementWriter {
  let document: DocumentView
  let tone: ToneScorer
  private var speakers: Speakers
  private let quotations: SpanIndex
  /// The first statement of each entity, by its annotation.
  private var firsts: [String: Int] = [:]

  init(words: Words, tone: ToneScorer) {
    document = words.document
    self.tone = tone
    speakers = Speakers(words: words)
    quotations = SpanIndex(document.structure.quotations.filter { $0.depth == 0 }.map(\.span))
  }

  mutating func annotations(_ statements: [Statement]) -> [NewAnnotation] {
    let order = statements.indices.sorted { left, right in
      (statements[left].span, statements[left].form.rawValue)
        < (statements[right].span, statements[right].form.rawValue)
    }
    var previous: EarlierSource?
    var made: [NewAnnotation] = []
    var sources: [EarlierSource] = []
    /// The annotations by the statements' numbers.
    var numbers: [Int: Int] = [:]
    var around: [Int] = []
    for number in order {
      let statement = statements[number]
      while let last = around.last, made[last].span.end <= statement.span.start { around.removeLast() }
      let outer = around.last { made[$0].span != statement.span && made[$0].span.contains(statement.span) }
      let speaker =
        statement.source.map {
          speakers.speaker(of: $0, previous: previous, outer: outer.map { sources[$0] })
        } ?? Speaker()
      if statement.isHeadline, !isSomebody(statement, speaker) { continue }
      let place = document.annotations.count + made.count
      let source = EarlierSource(span: statement.source ?? statement.span, speaker: speaker, statement: place)
      if statement.source != nil, statement.form != .block, !statement.isInner { previous = source }
      around.append(made.count)
      sources.append(source)
      numbers[number] = place
      var annotation = annotation(statement, speaker, outer: outer)
      annotation.annotations = annotations(behind: statement, speaker, outer, numbers)
      made.append(annotation)
      if let entity = speaker.entity, firsts[entity] == nil { firsts[entity] = place }
    }
    return made
  }

  /// Whether the label of a headline is a known name or, before words in marks, a noun for somebody.
  private func isSomebody(_ statement: Statement, _ speaker: Speaker) -> Bool {
    guard let source = statement.source else { return false }
    if speakers.isKnown(source) { return true }
    guard statement.form == .quotation, let kind = speakers.kind(of: source, speaker) else { return false }
    return kind != .thing
  }

  /// - Parameter outer: The innermost statement around it, by its place in the result.
  private func annotation(_ statement: Statement, _ speaker: Speaker, outer: Int?) -> NewAnnotation {
    var features: Features = ["kind": .string(kind(statement)), "form": .string(statement.form.rawValue)]
    features["source"] = statement.source.map { .span($0) }
    features["sourceEntity"] = speaker.entity.map { .string($0) }
    features["sourceKind"] = statement.source.flatMap { speakers.kind(of: $0, speaker) }.map { .string($0.rawValue) }
    features["cue"] = statement.cueSpan.map { .span($0) }
    features["cueLemma"] = statement.cue?.lemma.map { .string($0) }
    features["act"] = statement.cue.map { .string($0.act) }
    if statement.parts.count > 1 { features["parts"] = .list(statement.parts.map { .span($0) }) }
    if statement.form == .block { features["block"] = true }
    if statement.form == .stance {
      let target = speakers.target(in: statement.span)
      features["target"] = .span(target.span)
      features["targetEntity"] = target.entity.map { .string($0) }
    }
    let score = tone.score(statement)
    for feature in score.features { features[feature.name] = feature.value }
    if !speaker.candidates.isEmpty {
      let guesses = speaker.candidates.map { FeatureValue.string("source may be " + $0) }
      features["evidence"] = .list((features["evidence"]?.list ?? []) + guesses)
    }
    features["nestedIn"] = outer.map { .annotation(document.annotations.count + $0) }
    let candidates = (statement.candidate.map { [$0] } ?? []) + score.candidates
    return NewAnnotation(
      type: "statement", span: statement.span, features: features, candidates: candidates,
      decision: statement.decision)
  }

  /// The annotations that a statement was made from: what tells its source, the statement whose speaker it keeps, the names
  /// in its target, the statement around it.
  private func annotations(
    behind statement: Statement, _ speaker: Speaker, _ outer: Int?, _ numbers: [Int: Int]
  ) -> [Int] {
    var found = speaker.names
    if found.isEmpty, let entity = speaker.entity, let earlier = firsts[entity] { found.append(earlier) }
    if let earlier = speaker.statement { found.append(earlier) }
    if let kept = statement.continued.flatMap({ numbers[$0] }) { found.append(kept) }
    if statement.form == .stance { found += speakers.annotations(in: statement.span) }
    if let outer { found.append(document.annotations.count + outer) }
    if let candidate = statement.candidate { found += document.candidates[candidate].annotations }
    return found.uniqued()
  }

  private func kind(_ statement: Statement) -> String {
    if statement.form == .quotation || statement.form == .block { return "direct" }
    return statement.parts.contains { quotations.isAnyInside($0) } ? "mixed" : "indirect"
  }
}
