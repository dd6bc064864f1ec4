import PostilModuleKit

/// The lines of a document with what rules found on each.
struct PollPage {
  /// So many bytes may stand behind a usual answer's own words: `Yes, but only in summer`.
  private static let longestAfterUsual = 60

  let document: DocumentView
  private(set) var lines: [PollLine] = []
  /// Usual answers such as yes and no, by place.
  private let answers: SpanIndex
  private let answerSpans: [Span]
  /// What tells words that say the same.
  let wordings: Wordings

  init(document: DocumentView) {
    self.document = document
    wordings = Wordings(document: document)
    answerSpans = document.candidates(ofType: "poll-answer").map { document.candidates[$0].span }
    answers = SpanIndex(answerSpans)
    let asides = Set(document.candidates(ofType: "poll-aside").map { document.candidates[$0].span })
    var found = FoundWords(document: document)
    var gap = 0
    var end = 0
    for place in document.unwrappedLines {
      gap += max(0, Self.lineEnds(between: end, and: place.start, document.utf8) - 1)
      end = place.end
      let span = document.withoutQuoteMarks(document.trimmed(place) { $0.properties.isWhitespace })
      guard !asides.contains(span),
        document.hasWords(span) || document.text(span).unicodeScalars.contains(where: \.isPicture)
      else {
        gap += 1
        continue
      }
      lines.append(found.line(span, gap: gap))
      gap = 0
    }
  }

  func text(_ span: Span) -> String { document.text(span) }

  /// The words of `span` on one line, without hyphens that only tell where a word may be parted.
  func plainText(_ span: Span) -> String {
    document.text(span).replacing("\u{AD}", with: "").onOneLine
  }

  /// Whether an answer is one that polls usually have: all of it, or its beginning up to a mark of punctuation.
  func isUsual(_ answer: Span) -> Bool {
    answers.inside(answer).contains {
      answerSpans[$0].start == answer.start && answer.end - answerSpans[$0].end <= Self.longestAfterUsual
    }
  }

  /// Whether a usual answer is all of it.
  func isWhollyUsual(_ answer: Span) -> Bool { answers.inside(answer).contains { answerSpans[$0] == answer } }

  /// How many lines end between two places; CR LF is one end.
  private static func lineEnds(between start: Int, and end: Int, _ utf8: [UInt8]) -> Int {
    guard start < end else { return 0 }
    return (start..<end).count { offset in
      utf8[offset] == .lineFeed
        || (utf8[offset] == .carriageReturn && !(offset + 1 < utf8.count && utf8[offset + 1] == .lineFeed))
    }
  }
}
