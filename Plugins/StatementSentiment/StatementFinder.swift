import PostilModuleKit

/// Puts cues, sources and contents together.
struct StatementFinder {
  private let document: DocumentView
  private let tone: ToneScorer
  private let sources: SourceFinder
  private let cues: [Int]
  private let cuePlaces: SpanIndex
  private let quotations: SpanIndex
  /// The quotations that stand in no other and have words, by place.
  private let outerQuotations: [Quotation]

  init(document: DocumentView, tone: ToneScorer) {
    self.document = document
    self.tone = tone
    sources = SourceFinder(document: document)
    cues = document.candidates(ofType: "cue")
    cuePlaces = SpanIndex(cues.map { document.candidates[$0].span })
    quotations = SpanIndex(document.structure.quotations.map(\.span))
    outerQuotations = document.structure.quotations.filter { $0.depth == 0 && !$0.parts.isEmpty }
      .sorted { $0.span < $1.span }
  }

  func find(_ analysis: inout Analysis) -> [NewAnnotation] {
    var statements = blocks()
    var taken = Set(statements.map(\.span))
    for cue in cues {
      let candidate = document.candidates[cue]
      guard !quotations.covers(candidate.span) else {
        analysis.reject(cue, "inside a quotation")
        continue
      }
      guard let sentence = document.sentence(at: candidate.span.start) else { continue }
      let rest = Span(start: min(candidate.span.end, sentence.end), end: sentence.end)
      let next = cuePlaces.inside(rest).first.map { document.candidates[cues[$0]].span }
      guard let statement = statement(cue, candidate, sentence, next) else {
        analysis.reject(cue, "no content")
        continue
      }
      if taken.insert(statement.span).inserted { statements.append(statement) }
    }
    statements.sort { $0.span < $1.span }
    return nested(statements)
  }

  /// Statements of several paragraphs behind their headings, up to a heading, a label line or the foot.
  private func blocks() -> [NewAnnotation] {
    let paragraphs = document.structure.paragraphs
    let lone = Set(document.structure.headings + document.structure.labelLines)
    return document.candidates(ofType: "block-heading").compactMap { index in
      let candidate = document.candidates[index]
      let behind = paragraphs[paragraphs.partitioningIndex { $0.start >= candidate.span.end }...]
      let body = behind.prefix { $0.count > 80 && !lone.contains($0) }
      guard let first = body.first, let last = body.last, let phrase = candidate.capture("source") else { return nil }
      let source = sources.source(at: phrase)
      return made(
        Span(start: first.start, end: last.end), kind: "direct", form: "block", source: source,
        cue: candidate.capture("cue"), score: ToneScorer.Score(value: 0, evidence: []), candidate: index)
    }
  }

  private func statement(_ index: Int, _ cue: Candidate, _ sentence: Span, _ next: Span?) -> NewAnnotation? {
    let cueSpan = cue.capture("cue") ?? cue.span
    let isAccording = cue.features["class"]?.string == "according"
    if isAccording { return reported(index, cue, cueSpan, sentence) }
    let source = source(of: cue, in: sentence)
    if let quotation = quotation(beside: cueSpan, source: source, in: sentence) {
      return made(
        quotation, kind: "direct", form: "quotation", source: source, cue: cueSpan,
        score: tone.score(quotation, cueWeight: 0), candidate: index)
    }
    guard let source, let content = content(after: cue, cueSpan, sentence, next) else { return nil }
    let hasQuotation = quotations.isAnyInside(content)
    let weight = cue.features["weight"]?.number ?? 0
    return made(
      content, kind: hasQuotation ? "mixed" : "indirect",
      form: cue.features["class"]?.string == "stance" ? "stance" : "clause", source: source, cue: cueSpan,
      score: tone.score(content, cueWeight: weight), candidate: index)
  }

  /// `content, according to X`: the rest of the sentence is what X says.
  private func reported(_ index: Int, _ cue: Candidate, _ cueSpan: Span, _ sentence: Span) -> NewAnnotation? {
    guard let phrase = cue.capture("source") else { return nil }
    let start =
      document.structure.dateline.map { sentence.contains($0.span) ? $0.span.end : sentence.start } ?? sentence.start
    let before = trimmed(Span(start: start, end: max(start, cue.span.start)))
    let after = trimmed(Span(start: min(cue.span.end, sentence.end), end: sentence.end))
    guard let content = (before?.count ?? 0) >= (after?.count ?? 0) ? before : after, content.count > 10 else {
      return nil
    }
    return made(
      content, kind: "indirect", form: "clause", source: sources.source(at: phrase), cue: cueSpan,
      score: tone.score(content, cueWeight: 0), candidate: index)
  }

  /// The subject before a finite cue; for a participle that of the clause before, or behind it when it opens the sentence.
  private func source(of cue: Candidate, in sentence: Span) -> SourceFinder.Source? {
    if cue.span.start - sentence.start < 3 {
      let comma = (cue.span.end..<sentence.end).first { document.utf8[$0] == 0x2C } ?? cue.span.end
      return sources.source(in: sentence, after: comma)
    }
    let clause = cue.features["form"]?.string == "participle" ? firstSubject(in: sentence, before: cue.span.start) : nil
    return clause ?? sources.source(in: sentence, before: cue.span.start)
      ?? sources.source(in: sentence, after: cue.span.end)
  }

  /// The source of the sentence's first cue, else its first source.
  private func firstSubject(in sentence: Span, before offset: Int) -> SourceFinder.Source? {
    let before = Span(start: sentence.start, end: max(sentence.start, offset))
    if let first = cuePlaces.inside(before).first {
      return sources.source(in: sentence, before: document.candidates[cues[first]].span.start)
    }
    return sources.source(in: Span(start: sentence.start, end: offset), after: sentence.start)
  }

  /// The words of a quotation that follows the cue, or that the cue and its source follow.
  private func quotation(beside cue: Span, source: SourceFinder.Source?, in sentence: Span) -> Span? {
    let next = outerQuotations.partitioningIndex { $0.span.start >= cue.end }
    let start = source.map { min($0.span.start, cue.start) } ?? cue.start
    let previous = outerQuotations.partitioningIndex { $0.span.end > start }
    var found: Quotation?
    if next < outerQuotations.count, outerQuotations[next].span.start - cue.end <= 4 {
      found = outerQuotations[next]
    } else if previous > 0, start - outerQuotations[previous - 1].span.end <= 3 {
      found = outerQuotations[previous - 1]
    }
    guard let found, let first = found.parts.first, let last = found.parts.last, first.start < last.end else {
      return nil
    }
    let span = Span(start: first.start, end: last.end)
    return document.tokens(in: span).count >= 3 ? span : nil
  }

  /// From behind the cue to the sentence's end or the next cue, without `that`, commas and conjunctions.
  private func content(after cue: Candidate, _ cueSpan: Span, _ sentence: Span, _ next: Span?) -> Span? {
    var end = sentence.end
    if cueSpan.start - sentence.start < 3 {
      end = (cueSpan.end..<sentence.end).first { document.utf8[$0] == 0x2C } ?? end
    } else if let next, let cut = boundary(before: next, from: cueSpan.end) {
      end = cut
    }
    guard cue.span.end < end, var content = trimmed(Span(start: cue.span.end, end: end)) else { return nil }
    for lead in ["that ", "how "] where document.text(content).hasPrefix(lead) {
      content = Span(start: content.start + lead.utf8.count, end: content.end)
    }
    return document.tokens(in: content).count >= 2 ? content : nil
  }

  /// Where the clause of the next cue begins: at the last comma or `and` before it.
  private func boundary(before next: Span, from start: Int) -> Int? {
    guard start < next.start else { return nil }
    let between = document.text(Span(start: start, end: next.start))
    let tail = between.suffix(24)
    guard let cut = [" and ", ", ", " while "].compactMap({ tail.ranges(of: $0).last?.lowerBound }).max() else {
      return nil
    }
    return start + between[..<cut].utf8.count
  }

  private func trimmed(_ span: Span) -> Span? {
    let marks: Set<UInt8> = [0x20, 0x0A, 0x0D, 0x09, 0x2C, 0x2E, 0x3A, 0x3B]
    var (start, end) = (span.start, span.end)
    while start < end, marks.contains(document.utf8[start]) { start += 1 }
    while end > start, marks.contains(document.utf8[end - 1]) { end -= 1 }
    return start < end ? Span(start: start, end: end) : nil
  }

  private func made(
    _ span: Span, kind: String, form: String, source: SourceFinder.Source?, cue: Span?, score: ToneScorer.Score,
    candidate: Int
  ) -> NewAnnotation {
    var features: Features = ["kind": .string(kind), "form": .string(form)]
    features["source"] = source.map { .span($0.span) }
    features["sourceEntity"] = source?.entity.map { .string($0) }
    features["cue"] = cue.map { .span($0) }
    if form == "block" { features["block"] = true }
    for feature in score.features { features[feature.name] = feature.value }
    return NewAnnotation(type: "statement", span: span, features: features, candidates: [candidate])
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
