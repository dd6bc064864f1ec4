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
  private let frames: FrameTable
  private let reader: CueReader
  private let matcher: FrameMatcher
  private let quotations: Quotations
  private let neighbours: QuotationNeighbours

  /// - Parameter depth: That of the quotations, which are 1 where they stand in others.
  init(words: Words, frames: FrameTable, depth: Int = 0) {
    document = words.document
    self.frames = frames
    var words = words
    cues = document.candidates(ofType: "cue").compactMap { [words] in Cue($0, in: words) }
    for cue in cues where cue.takesContent { words.markCue(cue.tokens) }
    self.words = words
    let subjects = SubjectFinder(words.text)
    let memory = SentenceMemory(words.text)
    quotations = Quotations(words: words, depth: depth)
    neighbours = QuotationNeighbours(words: words, quotations: quotations, subjects: subjects, memory: memory)
    reader = CueReader(words: words)
    let starts = Dictionary(cues.filter(\.takesContent).map { ($0.tokens.lowerBound, $0) }) { first, _ in first }
    matcher = FrameMatcher(
      words: words,
      slots: FrameSlots(
        words: words, subjects: subjects, quotations: quotations,
        starts: ContentStart(words: words, subjects: subjects),
        ends: ContentEnd(words: words, subjects: subjects, cues: starts, memory: memory), memory: memory))
  }

  /// The statements outside of blocks' headings, in the order of their cues.
  ///
  /// - Parameters:
  ///   - blocks: Words in one that the speaker speaks as I or we, or in marks, are left to it.
  ///   - inner: The candidates of statements inside quotations.
  func find(besides blocks: [Statement], _ inner: Set<Int>, _ analysis: inout Analysis) -> [Statement] {
    let own = SpanIndex(blocks.filter(\.isOwn).map(\.span))
    var last: (sentence: Range<Int>, cue: CueSite.Previous?) = (0..<0, nil)
    var clause: Int?
    var speech = QuotedSpeech(
      words: words, quotations: quotations, neighbours: neighbours,
      isDivided: document.settings.string("quotations") == "divided",
      first: blocks.count)
    for cue in cues {
      guard !quotations.covers(cue.span), !own.covers(cue.span) else {
        if !inner.contains(cue.candidate) { analysis.reject(cue.candidate, "inside a quotation") }
        continue
      }
      guard let sentence = sentence(of: cue) else { continue }
      if last.sentence != sentence { last = (sentence, nil) }
      guard let shape = reader.shape(of: cue, in: sentence) else {
        analysis.reject(cue.candidate, "no cue here")
        continue
      }
      let site = CueSite(cue: cue, shape: shape, sentence: sentence, previous: last.cue)
      guard let (frame, found) = first(at: site), !found.isNothing else {
        analysis.reject(cue.candidate, "no frame")
        continue
      }
      let isSame =
        found.form != .quotation
        && found.source.map { isOwnThought($0, isInside: last.cue != nil, clause) } ?? false
      if shape != .phrase {
        last.cue = found.source.map { CueSite.Previous(source: $0, verb: cue.tokens.lowerBound) }
      }
      if isSame {
        analysis.reject(cue.candidate, "the speaker's own thought")
        continue
      }
      let statement = statement(found, frame, cue)
      if statement.form == .clause { clause = statement.parts[0].start }
      speech.add(statement, quotation: found.quotation)
    }
    return speech.finish(besides: blocks.filter(\.isQuoted).map(\.span))
  }

  /// What speakers say that others said: the statements inside the quotations `outer`.
  func findInside(_ outer: [Quotation]) -> [Statement] {
    let index = SpanIndex(outer.map(\.span))
    let spoken = cues.filter { ["say", "ask"].contains($0.act) && $0.form != .base }
    return spoken.compactMap { cue in
      guard let around = index.around(cue.span).first(where: { _ in true }), !quotations.covers(cue.span),
        let whole = sentence(of: cue)
      else { return nil }
      let inside = words.indices(outer[around].span)
      let sentence = max(whole.lowerBound, inside.lowerBound + 1)..<min(whole.upperBound, inside.upperBound)
      guard !sentence.isEmpty, let shape = reader.shape(of: cue, in: sentence),
        let (frame, found) = first(at: CueSite(cue: cue, shape: shape, sentence: sentence, previous: nil)),
        found.form == .quotation
      else { return nil }
      var statement = statement(found, frame, cue)
      statement.isInner = true
      return statement
    }
  }

  /// The first frame that fits.
  private func first(at site: CueSite) -> (Frame, FrameMatcher.State)? {
    for frame in frames.frames(of: site.shape) where frame.cue.holds(for: site.cue) {
      if let found = matcher.match(frame, site) { return (frame, found) }
    }
    return nil
  }

  private func statement(_ found: FrameMatcher.State, _ frame: Frame, _ cue: Cue) -> Statement {
    var parts = found.parts.sorted()
    if found.form == .clause, let last = parts.last {
      parts[parts.count - 1] = Span(start: last.start, end: quotations.end(of: last))
    }
    return Statement(
      parts: parts, form: found.form, decision: frame.rule,
      source: found.credit ?? found.source.map(words.span), cue: cue, cueSpan: cue.span, candidate: cue.candidate)
  }

  /// Words of the one who speaks already: `condemned what he called a crime`, or a pronoun that begins what is said.
  private func isOwnThought(_ source: Range<Int>, isInside: Bool, _ clause: Int?) -> Bool {
    guard source.count == 1, words.has(source.lowerBound, .pronoun) else { return false }
    return isInside && words.has(source.lowerBound - 1, .what)
      || words.tokens[source.lowerBound].span.start == clause
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
}
