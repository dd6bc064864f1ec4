import PostilModuleKit

/// Turns the chunks of a document into mentions.
struct ChunkReader {
  private let document: DocumentView
  let known: KnownWords
  private let judge: ChunkJudge
  let weights: NameWeights
  private let headings: [Bool]
  private let dates: SpanSet

  init(_ document: DocumentView, _ learned: Learned, _ tables: NameTables, dates: SpanSet) {
    self.dates = dates
    self.document = document
    known = KnownWords(document, learned)
    judge = ChunkJudge(known: self.known, contexts: ContextIndex(document, tables.leaders), table: tables.chunks)
    weights = tables.weights
    headings = Self.headings(in: document, tables.weights.heading)
  }

  /// Whether the word at `span` is one that is also written small, and no name.
  func isCommon(_ span: Span) -> Bool {
    let traits = known.traits(of: span)
    return traits.contains(.word) && traits.isDisjoint(with: [.given, .surname])
  }

  /// Whether what a rule takes for a name is none where it stands.
  func isNoName(_ mention: Mention) -> Bool {
    if mention.kind == .person {
      return mention.cause?.decision == .pattern ? isNoPerson(mention.span) : isCommon(mention.span)
    }
    return isParticle(mention.span) || isOffice(mention.span) || isPortfolio(mention.span)
      || !mention.name.spelling.hasSpace && known.isWithinTitle(mention.span)
  }

  /// Whether the words behind a title are no name of a person: a part of the title or of its office, common words behind a title
  /// with a capital, an acronym or a nationality behind one in small letters.
  private func isNoPerson(_ span: Span) -> Bool {
    let words = ChunkWord.words(of: span, in: document, known)
    guard let first = words.first else { return true }
    if first.traits.contains(.portfolio) || words.count == 1 && (isCommon(span) || known.isWithinTitle(span)) {
      return true
    }
    guard let title = known.title(before: span.start) else { return false }
    if document.utf8[document.candidates[title].span.start].isASCIISmall {
      return words.count == 1 && (first.isAcronym || first.traits.contains(.demonym))
    }
    return words.allSatisfy { $0.traits.contains(.word) && $0.traits.isDisjoint(with: [.given, .surname]) }
  }

  /// Whether `span` is what the office is for whose words stand behind it: *Labour* Minister.
  private func isPortfolio(_ span: Span) -> Bool { known.traits(of: span).contains(.portfolio) }

  /// What the words of a long name say that it is: a body, unless only common words stand there and none is a head of bodies.
  func kind(ofLong span: Span) -> NameKind {
    let words = ChunkWord.words(of: span, in: document, known)
    let bodies = WordTraits.heads.subtracting(.otherHead).union([.company, .pluralHead])
    if words.contains(where: { !$0.traits.isDisjoint(with: bodies) }) { return .organization }
    return words.last?.traits.contains(.word) ?? false ? .misc : .organization
  }

  /// Whether the word at `span` is also written small.
  func isAlsoSmall(_ span: Span) -> Bool { known.traits(of: span).contains(.word) }

  /// Whether the word at `span` may be a particle of a person's name, and another with a capital stands right behind it.
  private func isParticle(_ span: Span) -> Bool {
    guard known.traits(of: span).contains(.particle), span.end + 1 < document.utf8.count else { return false }
    return document.utf8[span.end] == .space && document.utf8[span.end + 1].isASCIICapital
  }

  /// Whether the word at `span` is what an office or a degree is of: Bachelor of *Science*.
  private func isOffice(_ span: Span) -> Bool { known.isBehindOffice(span.start) && isCommon(span) }

  /// The kind of names that what stands beside `span` stands beside, and its candidate.
  func context(of span: Span) -> (kind: NameKind, candidate: Int)? {
    judge.contexts.kind(of: span).map { ($0.kind, $0.candidate) }
  }

  /// Whether an article stands before `span`, as before no person's name.
  func hasArticle(_ span: Span) -> Bool { judge.contexts.hasArticle(span) }

  /// Whether the word at `span` joins the parts of a name, or names.
  func isJoint(_ span: Span) -> Bool {
    !known.traits(of: span).isDisjoint(with: [.joint, .conjunction, .function])
  }

  /// Whether the word at `span` stands between names of a list.
  func isConjunction(_ span: Span) -> Bool { known.traits(of: span).contains(.conjunction) }

  /// A judged part of a chunk.
  private struct Finding {
    let judgement: Judgement
    let candidate: Int
    let isStart: Bool
  }

  /// What all chunks name, and the parts of which nothing tells it.
  func read(_ makes: (Span, NameKind, Certainty, NameCause, Int) -> Mention) -> (
    mentions: [Mention], undecided: [UndecidedPart]
  ) {
    var undecided: [UndecidedPart] = []
    var findings: [Finding] = []
    for index in document.candidates(ofType: "chunk", winnersOnly: false) {
      judge(index, &findings, &undecided)
    }
    var votes = KindVotes(weights: weights.votes)
    for case let (found, kind?) in findings.lazy.map({ ($0.judgement, $0.judgement.kind) }) where found.isByContext {
      votes.add(document.text(found.span), kind, found.certainty, contexts: found.contexts)
    }
    let mentions = findings.compactMap { finding -> Mention? in
      let found = finding.judgement
      guard let kind = found.kind, let row = found.row else { return nil }
      let text = found.isByContext ? document.text(found.span) : ""
      let winner = found.isByContext ? votes.winner(text, standing: kind) : kind
      let isOutvoted = winner != kind
      var mention = makes(
        found.span, winner, found.certainty, isOutvoted ? .decision(.outvoted) : .row(row), finding.candidate)
      mention.evidence = isOutvoted ? votes.contexts(text, for: winner) : found.contexts
      if let title = found.title {
        mention.role = document.candidates[title].features["role"]?.string
        mention.evidence.append(title)
      }
      return mention
    }
    undecided += findings.filter { $0.judgement.kind == nil }.map { finding in
      UndecidedPart(
        span: finding.judgement.span, candidate: finding.candidate, words: finding.judgement.words.count,
        isStart: finding.isStart, otherwise: finding.judgement.row)
    }
    return (mentions, undecided)
  }

  /// Judges the parts of chunk number `index`.
  private func judge(_ index: Int, _ findings: inout [Finding], _ undecided: inout [UndecidedPart]) {
    for span in pieces(of: document.candidates[index].span) {
      judge(span, of: index, &findings, &undecided)
    }
  }

  /// The pieces of a chunk between the ends of lines that are not wrapped.
  private func pieces(of span: Span) -> [Span] {
    guard document.utf8[span.start..<span.end].contains(.lineFeed) else { return [span] }
    var pieces: [Span] = []
    var start = span.start
    for offset in span.start...span.end where offset == span.end || document.utf8[offset] == .lineFeed {
      if offset < span.end, isWrapped(at: offset) { continue }
      let end = offset > start && document.utf8[offset - 1] == .carriageReturn ? offset - 1 : offset
      if end > start { pieces.append(Span(start: start, end: end)) }
      start = offset + 1
    }
    return pieces
  }

  /// Whether a sentence goes on over the end of a line at `offset`, since the line is full.
  private func isWrapped(at offset: Int) -> Bool {
    let lines = document.structure.lines
    let line = lines.partitioningIndex { $0.end >= offset }
    guard line < lines.count, Double(lines[line].count) >= weights.wrappedLine else { return false }
    return document.sentence(at: offset - 1).map { $0.end > offset } ?? false
  }

  /// Judges the parts of `span`, which chunk number `index` has in one sentence.
  private func judge(
    _ span: Span, of index: Int, _ findings: inout [Finding], _ undecided: inout [UndecidedPart]
  ) {
    guard let sentence = document.sentence(at: span.start) else { return }
    let isHeading = headings[document.structure.lines.partitioningIndex { $0.end > span.start }]
    let words = ChunkWord.words(of: span, in: document, known, dates: dates)
    var setting = ChunkPhrase.Setting()
    for part in ChunkCutter.parts(of: words) {
      setting.isStart = part.startIndex == 0 && begins(sentence, span.start)
      if let word = part.first, part.count == 1, word.traits.contains(.organizationHead), !setting.isStart, !isHeading {
        undecided.append(
          UndecidedPart(span: word.span, candidate: index, words: 1, isStart: false, isLoneHead: true))
        continue
      }
      setting.isHeading = isHeading || part.count > 1 && part.allSatisfy { !$0.shape.contains(.hasSmall) }
      let isJoined = part.startIndex > 0 && words[part.startIndex - 1].traits.contains(.conjunction)
      let isBehindOffice = known.isBehindOffice(Self.withArticle(part, in: words).span.start)
      setting.isOffice = isBehindOffice || setting.isOffice && isJoined
      findings += judge.judge(part, setting).map {
        Finding(judgement: $0, candidate: index, isStart: setting.isStart && $0.words.startIndex == 0)
      }
    }
  }

  /// With the article before it, as in "President of the Republic".
  private static func withArticle(_ part: ArraySlice<ChunkWord>, in words: [ChunkWord]) -> ArraySlice<ChunkWord> {
    let before = part.startIndex - 1
    guard before > 0, words[before].isSmall, words[before].traits.isDisjoint(with: [.joint, .conjunction]) else {
      return part
    }
    return words[before..<part.endIndex]
  }

  /// Whether nothing but marks stands between the beginning of `sentence`, or of a quotation, and `offset`.
  private func begins(_ sentence: Span, _ offset: Int) -> Bool {
    var start = offset
    while start > sentence.start {
      let byte = document.utf8[start - 1]
      if byte == UInt8(ascii: "\"") || byte == .lineFeed || byte == UInt8(ascii: ":") { return true }
      if start >= 3, Byte.opensQuotation(document.utf8[(start - 3)..<start]) { return true }
      if Byte.isWord(byte) { return false }
      start -= 1
    }
    return true
  }

  /// For each line, whether it is a heading in capitals or with a capital at most words, and no list of names.
  private static func headings(in document: DocumentView, _ weights: NameWeights.Heading) -> [Bool] {
    var next = 0
    let tokens = document.structure.tokens
    return document.structure.lines.map { line in
      var words = 0
      var small = 0
      var commas = 0
      while next < tokens.count, tokens[next].span.start < line.end {
        if tokens[next].kind == .word {
          words += 1
          if document.utf8[tokens[next].span.start].isASCIISmall { small += 1 }
        } else if document.utf8[tokens[next].span.start] == Byte.comma {
          commas += 1
        }
        next += 1
      }
      return weights.isHeading(words: words, small: small, commas: commas)
    }
  }
}
