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

  /// The places that were found.
  private let places: SpanIndex

  init(words: Words) {
    self.words = words
    places = SpanIndex(words.document.annotations.filter { $0.type == "location" }.map(\.span))
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
    let labels = document.candidates(ofType: "speech-label")
    let turns = labels.count { Label(document.candidates[$0]) == .speaker }
    let interviewed = interviewed(in: labels)
    return labels.compactMap { index in
      let candidate = document.candidates[index]
      guard let content = candidate.capture("content"), let source = candidate.capture("source") else { return nil }
      let label = Label(candidate)
      let isHeadline = label == .headline
      switch label {
      case .headline: guard isHeading(candidate.span), isSomebody(source) else { return nil }
      case .speaker: guard isSpeaker(source, of: content, oneOf: turns) else { return nil }
      case .name: guard interviewed.contains(document.text(source)) else { return nil }
      }
      let isQuoted = unquoted(content) != content
      return Statement(
        parts: [unquoted(content)], form: isHeadline && !isQuoted ? .clause : .quotation,
        decision: (isHeadline ? StatementDecision.headline : .label).rawValue, source: source,
        cueSpan: candidate.capture("cue"), candidate: index,
        isQuoted: isQuoted, isOwn: !isHeadline, isHeadline: isHeadline)
    }
  }

  /// What a line's label is by the rule that found it.
  private enum Label {
    case speaker, headline, name

    init(_ candidate: CandidateView) {
      let isHeadline = candidate.features["headline"]?.boolean == true
      self = isHeadline ? .headline : candidate.features["named"]?.boolean == true ? .name : .speaker
    }
  }

  /// The labels of two and more lines that are names of somebody who answers, and does not only ask.
  private func interviewed(in labels: [Int]) -> Set<String> {
    var answers: [String: Int] = [:]
    for index in labels {
      let candidate = document.candidates[index]
      guard Label(candidate) == .name, let source = candidate.capture("source"), words.speakers.covers(source),
        document.utf8[candidate.span.end - 1] != UInt8(ascii: "?")
      else { continue }
      answers[document.text(source), default: 0] += 1
    }
    return Set(answers.filter { $0.value > 1 }.keys)
  }

  /// Whether a headline's label can be who speaks: somebody's name or noun, or capitals that may be a name, such as `FM`.
  private func isSomebody(_ label: Span) -> Bool {
    let tokens = words.indices(label)
    return words.speakers.isAnyInside(label) || words.any(tokens, [.person, .body, .male, .female])
      || tokens.allSatisfy { words.has($0, [.capital, .mark]) }
  }

  /// Whether a label before a colon is somebody who speaks, and not the place of a report: `TARN: The minister said`.
  ///
  /// In a document with one such line it must be a known name or a noun for somebody, and nobody else may be named in it where
  /// nobody speaks as I or we.
  private func isSpeaker(_ label: Span, of content: Span, oneOf turns: Int) -> Bool {
    let tokens = words.indices(label)
    if turns > 1 { return !places.covers(label) && isName(tokens) }
    if tokens.count == 1, label.count == 1 || words.any(tokens, .person) { return true }
    guard words.any(tokens, [.person, .male, .female]) || words.speakers.covers(label) else { return false }
    return !words.speakers.isAnyInside(content) || words.any(words.indices(content), .first)
  }

  /// Whether a label can be a name, or `THE PRESIDENT`: no heading of a section, as `THE SPLIT`, `COMING UP` or `CHECK YOUR SUMS`.
  private func isName(_ label: Range<Int>) -> Bool {
    if label.count > 1, words.has(label.lowerBound, .determiner) { return words.any(label, .person) }
    return label.count == 1
      || !words.any(label, [.determiner, .preposition, .coordinator, .gerund, .owner, .adverb, .to])
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
