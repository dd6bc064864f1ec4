import PostilModuleKit

/// Turns the chunks of a document into mentions.
struct ChunkReader {
  /// A chunk's part whose kind nothing near it tells.
  struct Open {
    let span: Span
    let candidate: Int
    /// The number of its words.
    let words: Int
    /// It begins a sentence, so that its capital says nothing.
    let isStart: Bool
    /// It is a word for organizations alone: the Court.
    var isHead = false
    /// What it is when nothing tells.
    var otherwise: NameKind?
  }

  private let document: DocumentView
  let natures: NatureIndex
  private let judge: ChunkJudge
  private let displays: [Bool]

  init(_ document: DocumentView, _ natures: OriginMemo<WordNature?>) {
    self.document = document
    self.natures = NatureIndex(document, natures)
    judge = ChunkJudge(natures: self.natures, contexts: ContextIndex(document))
    displays = Self.displays(in: document)
  }

  /// Whether the word at `span` is one that is also written small, and no name.
  func isCommon(_ span: Span) -> Bool {
    let nature = natures.nature(of: span)
    return nature.contains(.word) && nature.isDisjoint(with: [.given, .surname])
  }

  /// Whether the word at `span` stands between names of a list.
  func isConjunction(_ span: Span) -> Bool { natures.nature(of: span).contains(.conjunction) }

  /// What all chunks name, and the parts of which that stays open.
  func read(_ makes: (Span, NameKind, Certainty, Int) -> Mention) -> (mentions: [Mention], open: [Open]) {
    var mentions: [Mention] = []
    var open: [Open] = []
    for index in document.candidates(ofType: "chunk", winnersOnly: false) {
      let span = document.candidates[index].span
      guard let sentence = document.sentence(at: span.start) else { continue }
      let isDisplay = displays[document.structure.lines.partitioningIndex { $0.end > span.start }]
      let words = ChunkWord.words(of: span, in: document, natures)
      for part in ChunkCutter.parts(of: words) {
        let isStart = part.startIndex == 0 && begins(sentence, span.start)
        if let word = part.first, part.count == 1, word.nature.contains(.organizationHead), !isStart, !isDisplay {
          open.append(Open(span: word.span, candidate: index, words: 1, isStart: false, isHead: true))
          continue
        }
        let isCapitals = part.count > 1 && part.allSatisfy { !$0.text.contains(where: \.isLowercase) }
        for found in judge.judge(part, isStart: isStart, isDisplay: isDisplay || isCapitals) where !found.span.isEmpty {
          guard let kind = found.kind else {
            open.append(
              Open(
                span: found.span, candidate: index, words: found.words.count,
                isStart: isStart && found.words.startIndex == 0,
                otherwise: found.otherwise))
            continue
          }
          var mention = makes(found.span, kind, found.certainty, index)
          if let title = found.title { mention.role = document.candidates[title].features["role"]?.string }
          mentions.append(mention)
        }
      }
    }
    return (mentions, open)
  }

  /// Whether nothing but marks stands between the beginning of `sentence`, or of a quotation, and `offset`.
  private func begins(_ sentence: Span, _ offset: Int) -> Bool {
    var start = offset
    while start > sentence.start {
      let byte = document.utf8[start - 1]
      if byte == 0x22 || byte == 0x0A || byte == 0x3A { return true }
      if start >= 3, byte == 0x9C || byte == 0x98, document.utf8[start - 2] == 0x80 { return true }
      if byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 { return false }
      start -= 1
    }
    return true
  }

  /// For each line, whether it is a heading in capitals or with a capital at most words.
  private static func displays(in document: DocumentView) -> [Bool] {
    var next = 0
    let tokens = document.structure.tokens
    return document.structure.lines.map { line in
      var words = 0
      var small = 0
      while next < tokens.count, tokens[next].span.start < line.end {
        if tokens[next].kind == .word {
          words += 1
          if (0x61...0x7A).contains(document.utf8[tokens[next].span.start]) { small += 1 }
        }
        next += 1
      }
      return words > 3 && small * 4 < words
    }
  }
}
