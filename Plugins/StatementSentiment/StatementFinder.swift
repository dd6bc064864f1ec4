import PostilGrammar
import PostilModuleKit

/// Puts cues, sources and contents together.
struct StatementFinder {
  /// No statement is sought farther than this many tokens from its cue, so that endless sentences take linear time.
  private static let before = 250
  private static let behind = 400
  private let document: DocumentView
  private let words: Words
  private let cues: [Cue]
  private let sources: SourceFinder
  private let contents: ContentFinder
  private let quotations: Quotations

  /// - Parameter depth: That of the quotations, which are 1 where they stand in others.
  init(words: Words, depth: Int = 0) {
    document = words.document
    var words = words
    cues = document.candidates(ofType: "cue").compactMap { [words] in Cue($0, in: words) }
    for cue in cues { words.markCue(cue.tokens, isVerb: cue.form == .past) }
    self.words = words
    let subjects = SubjectFinder(words: words)
    sources = SourceFinder(words: words, subjects: subjects)
    quotations = Quotations(words: words, depth: depth)
    let starts = Dictionary(cues.map { ($0.tokens.lowerBound, $0) }) { first, _ in first }
    contents = ContentFinder(
      words: words, quotations: quotations, starts: ClauseStart(words: words),
      ends: ClauseEnd(words: words, subjects: subjects, cues: starts))
  }

  /// The statements outside of blocks' headings, in the order of their cues.
  ///
  /// - Parameters:
  ///   - blocks: Words in one that the speaker speaks as I or we, or in marks, are left to it.
  ///   - inner: The candidates of statements inside quotations.
  func find(besides blocks: [Statement], _ inner: Set<Int>, _ analysis: inout Analysis) -> [Statement] {
    let own = SpanIndex(blocks.filter(\.isOwn).map(\.span))
    var last: (sentence: Range<Int>, source: Range<Int>?) = (0..<0, nil)
    var clause: Int?
    var speech = QuotedSpeech(
      words: words, quotations: quotations, isDivided: document.settings.string("quotations") == "divided",
      first: blocks.count)
    for cue in cues {
      guard !quotations.covers(cue.span), !own.covers(cue.span) else {
        if !inner.contains(cue.candidate) { analysis.reject(cue.candidate, "inside a quotation") }
        continue
      }
      guard let sentence = sentence(of: cue) else { continue }
      if cue.act == "according", !cue.takes.contains(.clause) {
        if let found = credited(cue) { speech.add(found.0, quotation: found.1) }
        continue
      }
      if cue.act == "according" {
        if let found = reported(cue, sentence) { speech.add(found, quotation: nil) }
        continue
      }
      if last.sentence != sentence { last = (sentence, nil) }
      guard let (source, content) = pair(cue, sentence, last.source, &analysis) else { continue }
      let isSame = source.map { isOwnPhrase($0, isInside: last.source != nil) } ?? false
      last.source = source
      if isSame {
        analysis.reject(cue.candidate, "the speaker's own thought")
        continue
      }
      if let source, source.count == 1, words.has(source.lowerBound, .pronoun),
        words.tokens[source.lowerBound].span.start == clause
      {
        analysis.reject(cue.candidate, "the speaker's own thought")
        continue
      }
      if content.form == .clause { clause = content.parts[0].start }
      let statement = Statement(
        parts: content.parts, form: content.form, decision: content.decision, source: source.map(words.span), cue: cue,
        cueSpan: cue.span, candidate: cue.candidate)
      speech.add(statement, quotation: content.quotation)
    }
    return speech.finish(besides: blocks.filter(\.isQuoted).map(\.span))
  }

  /// What speakers say that others said: the statements inside the quotations `outer`.
  func findInside(_ outer: [Quotation]) -> [Statement] {
    let index = SpanIndex(outer.map(\.span))
    var unused = Analysis()
    let spoken = cues.filter { ["say", "ask"].contains($0.act) && $0.form != .base }
    return spoken.compactMap { cue in
      guard let around = index.around(cue.span).first(where: { _ in true }), !quotations.covers(cue.span),
        let whole = sentence(of: cue)
      else { return nil }
      let inside = words.indices(outer[around].span)
      let sentence = max(whole.lowerBound, inside.lowerBound + 1)..<min(whole.upperBound, inside.upperBound)
      guard !sentence.isEmpty, let (source, content) = pair(cue, sentence, nil, &unused), content.form == .quotation
      else { return nil }
      return Statement(
        parts: content.parts, form: content.form, decision: .quotationInner, source: source.map(words.span), cue: cue,
        cueSpan: cue.span, candidate: cue.candidate, isInner: true)
    }
  }

  private func pair(_ cue: Cue, _ sentence: Range<Int>, _ previous: Range<Int>?, _ analysis: inout Analysis) -> (
    Range<Int>?, ContentFinder.Content
  )? {
    switch sources.source(of: cue, in: sentence, previous: previous) {
    case .noCue:
      analysis.reject(cue.candidate, "no cue here")
      return nil
    case .nobody:
      guard let content = contents.content(of: cue, source: nil, in: sentence), content.form != .stance else { break }
      let isSure =
        content.form == .quotation && cue.tokens.lowerBound > sentence.lowerBound
        || words.has(cue.tokens.upperBound, .that)
      if isSure { return (nil, content) }
      analysis.reject(cue.candidate, "no source")
      return nil
    case .found(let source):
      let isSpeaker =
        !words.has(source.lowerBound, .dummy) && !words.has(source.lowerBound - 1, .supposing)
        && (cue.takes.contains(.verbOnly) || source.contains { words.isWord($0) && !words.has($0, .number) })
      if isSpeaker, let content = contents.content(of: cue, source: source, in: sentence), isSaid(content, cue, source)
      {
        return (source, content)
      }
    }
    analysis.reject(cue.candidate, "no content")
    return nil
  }

  /// `condemned what he called a crime`: words of the one who speaks already.
  private func isOwnPhrase(_ source: Range<Int>, isInside: Bool) -> Bool {
    isInside && source.count == 1 && words.has(source.lowerBound, .pronoun) && words.has(source.lowerBound - 1, .what)
  }

  /// Meetings and visits hold no stance; what somebody would praise is not praised.
  private func isSaid(_ content: ContentFinder.Content, _ cue: Cue, _ source: Range<Int>) -> Bool {
    guard content.form == .stance else { return true }
    if cue.form == .base, words.has(cue.tokens.lowerBound - 1, .auxiliary) { return false }
    return !words.any(source.prefix(4).startIndex..<source.prefix(4).endIndex, .thing)
  }

  /// The tokens of the cue's sentence, without the dateline.
  private func sentence(of cue: Cue) -> Range<Int>? {
    guard var span = document.sentence(at: cue.span.start) else { return nil }
    if let dateline = document.structure.dateline?.span, span.contains(dateline), dateline.end <= cue.span.start {
      span = Span(start: dateline.end, end: span.end)
    }
    let all = words.indices(span)
    let first = max(all.lowerBound, cue.tokens.lowerBound - Self.before)
    return first..<max(first, min(all.upperBound, cue.tokens.upperBound + Self.behind))
  }

  /// `“…” — Name`: the quotation before the dash.
  private func credited(_ cue: Cue) -> (Statement, Int)? {
    guard let source = document.candidates[cue.candidate].capture("source"),
      let number = quotations.last(before: cue.tokens.lowerBound)
    else { return nil }
    let statement = Statement(
      parts: [quotations.words(of: number)], form: .quotation, decision: .quotationCredited, source: source, cue: cue,
      cueSpan: cue.span, candidate: cue.candidate)
    return (statement, number)
  }

  /// `content, according to X`: the rest of the sentence is what X says.
  private func reported(_ cue: Cue, _ sentence: Range<Int>) -> Statement? {
    guard let phrase = document.candidates[cue.candidate].capture("source") else { return nil }
    let first = cue.tokens.lowerBound
    let source = words.indices(phrase)
    var end = max(source.upperBound, cue.tokens.upperBound)
    if words.has(end, .mark), words.has(end - 1, .capital) { end += 1 }
    let before = sentence.lowerBound..<max(sentence.lowerBound, contents.ends.trimmed(sentence.lowerBound, first))
    let isRest =
      words.has(end, .comma) && words.count(before) > 2
      && words.any((end + 1)..<max(end + 1, sentence.upperBound), [.verb, .auxiliary])
    let after =
      words.has(end, .comma) || words.count(before) < 3
      ? min(end + 1, sentence.upperBound)..<sentence.upperBound : end..<end
    var parts: [Span] = []
    if words.count(before) > 2 { parts.append(words.span(before)) }
    if parts.isEmpty || isRest {
      let stop = contents.ends.end(from: after.lowerBound, limit: sentence.upperBound, isPhrase: false)
      let rest = after.lowerBound..<max(after.lowerBound, stop)
      if words.count(rest) > 2 { parts.append(words.span(rest)) }
    }
    guard !parts.isEmpty else { return nil }
    return Statement(
      parts: parts, form: .clause, decision: .according, source: phrase, cue: cue, cueSpan: cue.span,
      candidate: cue.candidate)
  }
}
