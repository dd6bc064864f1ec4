import PostilGrammar
import PostilModuleKit

/// Finds statements that a line announces: blocks of paragraphs, answers in an interview, headlines with a colon.
struct SpeechBlocks {
  let words: Words
  private var document: DocumentView { words.document }

  /// Where headings start.
  private let headings: Set<Int>
  /// The outer quotations by their start.
  private let quotations: [Int: Quotation]

  /// The places and, apart from them, the other names that were found.
  private let places: SpanIndex
  private let speakers: SpanIndex

  init(words: Words) {
    self.words = words
    let names = words.document.annotations
    places = SpanIndex(names.filter { $0.type == "location" }.map(\.span))
    speakers = SpanIndex(names.filter { ["person", "organization"].contains($0.type) }.map(\.span))
    headings = Set(words.document.structure.headings.map(\.start))
    let outer = words.document.structure.quotations.filter { $0.depth == 0 }
    quotations = Dictionary(outer.map { ($0.span.start, $0) }) { first, _ in first }
  }

  /// Statements of several paragraphs behind their headings, up to a heading, a label line or the foot.
  func blocks() -> [Statement] {
    let paragraphs = document.structure.paragraphs
    let lone = Set(document.structure.headings + document.structure.labelLines)
    return document.candidates(ofType: "block-heading").compactMap { index in
      let candidate = document.candidates[index]
      let behind = paragraphs[paragraphs.partitioningIndex { $0.start >= candidate.span.end }...]
      var body = Array(behind.prefix { ($0.count > 80 || isQuoted($0) || isSentence($0)) && !lone.contains($0) })
      if let first = body.first, isPersonal(first) { body = Array(body.prefix { isPersonal($0) }) }
      guard let first = body.first, let last = body.last, let phrase = candidate.capture("source") else { return nil }
      let whole = Span(start: first.start, end: last.end)
      return Statement(
        parts: [unquoted(whole)], form: .block,
        decision: (isPersonal(first) ? StatementDecision.blockOwn : .block).rawValue, source: phrase,
        cueSpan: candidate.capture("cue"), candidate: index,
        isQuoted: unquoted(whole) != whole, isOwn: isPersonal(first))
    }
  }

  /// Lines such as `A: …` and `Name: …`, whose label says who speaks.
  func labelled() -> [Statement] {
    let turns = document.candidates(ofType: "speech-label").count {
      document.candidates[$0].features["headline"]?.boolean != true
    }
    return document.candidates(ofType: "speech-label").compactMap { index in
      let candidate = document.candidates[index]
      guard let content = candidate.capture("content"), let source = candidate.capture("source") else { return nil }
      let isHeadline = candidate.features["headline"]?.boolean == true
      if isHeadline ? !isHeading(candidate.span) : !isSpeaker(source, of: content, oneOf: turns) { return nil }
      let isQuoted = unquoted(content) != content
      return Statement(
        parts: [unquoted(content)], form: isHeadline && !isQuoted ? .clause : .quotation,
        decision: (isHeadline ? StatementDecision.headline : .label).rawValue, source: source,
        cueSpan: candidate.capture("cue"), candidate: index,
        isQuoted: isQuoted, isOwn: !isHeadline, isHeadline: isHeadline)
    }
  }

  /// Whether a label before a colon is somebody who speaks, and not the place of a report: `TARN: The minister said`.
  ///
  /// In a document with one such line it must be a known name or a noun for somebody, and nobody else may be named in it where
  /// nobody speaks as I or we.
  private func isSpeaker(_ label: Span, of content: Span, oneOf turns: Int) -> Bool {
    if turns > 1 { return !places.covers(label) }
    let tokens = words.indices(label)
    if tokens.count == 1, label.count == 1 || words.any(tokens, .person) { return true }
    guard words.any(tokens, [.person, .male, .female]) || speakers.covers(label) else { return false }
    return !speakers.isAnyInside(content) || words.any(words.indices(content), .first)
  }

  private func isHeading(_ line: Span) -> Bool {
    headings.contains(line.start) || document.structure.lines.first?.start == line.start
  }

  /// Whether the paragraph speaks of itself as we or I.
  private func isPersonal(_ paragraph: Span) -> Bool {
    isQuoted(paragraph) || words.any(words.indices(paragraph), .first)
  }

  private func isSentence(_ paragraph: Span) -> Bool {
    paragraph.count > 30 && document.utf8[paragraph.end - 1] == UInt8(ascii: ".")
  }

  private func isQuoted(_ paragraph: Span) -> Bool { words.has(words.containing(paragraph.start), .quoted) }

  /// Without the quotation marks when they stand round the whole.
  private func unquoted(_ span: Span) -> Span {
    let whole = quotations[span.start].flatMap { $0.span.end >= span.end ? $0 : nil }
    guard let whole, let first = whole.parts.first, let last = whole.parts.last, first.start < last.end else {
      return span
    }
    return Span(start: first.start, end: last.end)
  }
}
