import PostilModuleKit

/// Puts cues, sources and contents together.
struct StatementFinder {
  private let document: DocumentView
  private let tone: ToneScorer
  private let sources: SourceFinder
  private let cues: [Int]

  init(document: DocumentView, tone: ToneScorer) {
    self.document = document
    self.tone = tone
    sources = SourceFinder(document: document)
    cues = document.candidates(ofType: "cue")
  }

  func find(_ analysis: inout Analysis) -> [NewAnnotation] {
    var statements = blocks()
    for (number, cue) in cues.enumerated() {
      let candidate = document.candidates[cue]
      guard !document.structure.quotations.contains(where: { $0.span.contains(candidate.span) }) else {
        analysis.reject(cue, "inside a quotation")
        continue
      }
      guard let sentence = document.sentence(at: candidate.span.start) else { continue }
      let next = cues.dropFirst(number + 1).first { sentence.contains(document.candidates[$0].span) }
      guard let statement = statement(cue, candidate, sentence, next.map { document.candidates[$0].span }) else {
        analysis.reject(cue, "no content")
        continue
      }
      if !statements.contains(where: { $0.span == statement.span }) { statements.append(statement) }
    }
    statements.sort { $0.span < $1.span }
    return nested(statements)
  }

  /// Statements of several paragraphs behind their headings, up to a heading, a label line or the foot.
  private func blocks() -> [NewAnnotation] {
    document.candidates(ofType: "block-heading").compactMap { index in
      let candidate = document.candidates[index]
      let structure = document.structure
      let paragraphs = structure.paragraphs.filter { $0.start >= candidate.span.end }
      let body = paragraphs.prefix { paragraph in
        paragraph.count > 80 && !structure.headings.contains(paragraph) && !structure.labelLines.contains(paragraph)
      }
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
    let hasQuotation = document.structure.quotations.contains { content.contains($0.span) }
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
    let first = cues.first {
      sentence.contains(document.candidates[$0].span) && document.candidates[$0].span.end <= offset
    }
    if let first { return sources.source(in: sentence, before: document.candidates[first].span.start) }
    return sources.source(in: Span(start: sentence.start, end: offset), after: sentence.start)
  }

  /// The words of a quotation that follows the cue, or that the cue and its source follow.
  private func quotation(beside cue: Span, source: SourceFinder.Source?, in sentence: Span) -> Span? {
    let outer = document.structure.quotations.filter { $0.depth == 0 && !$0.parts.isEmpty }
    let found =
      outer.first { $0.span.start >= cue.end && $0.span.start - cue.end <= 4 }
      ?? outer.last { quotation in
        guard quotation.span.end <= cue.start else { return false }
        let start = source.map { min($0.span.start, cue.start) } ?? cue.start
        return quotation.span.end <= start && start - quotation.span.end <= 3
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
    statements.enumerated().map { index, statement in
      var statement = statement
      let outer = statements[..<index].lastIndex { $0.span != statement.span && $0.span.contains(statement.span) }
      if let outer { statement.features["nestedIn"] = .annotation(document.annotations.count + outer) }
      return statement
    }
  }
}
