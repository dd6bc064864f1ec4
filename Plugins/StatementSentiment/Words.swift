import PostilGrammar
import PostilModuleKit

/// The tokens of a document with their word classes.
struct Words {
  let document: DocumentView
  private(set) var text: TaggedText
  var tokens: [Token] { text.tokens }
  var classes: [WordClass] { text.classes }

  /// The types of names that can speak.
  static let speakerTypes: Set<String> = ["person", "organization"]

  /// What the rows of the lexicons mean.
  let origins: OriginTables
  /// The names of persons and bodies that were found.
  let speakers: SpanIndex
  /// The same by their numbers there.
  private let speakerSpans: [Span]

  init(document: DocumentView, origins: OriginTables) {
    self.document = document
    self.origins = origins
    let words = document.candidates(ofType: "word").compactMap { index in
      let candidate = document.candidates[index]
      return origins.classes.value(of: candidate).map { (span: candidate.span, found: $0) }
    }
    let verbs = document.candidates(ofType: "cue").map { index in
      let candidate = document.candidates[index]
      let span = candidate.capture("cue") ?? candidate.span
      return (span: span, found: origins.cues.value(of: candidate).form.wordClass)
    }
    let times = document.annotations.filter { $0.type == "timex" }.map(\.span)
    let speakers = document.annotations.filter { Self.speakerTypes.contains($0.type) }.map(\.span)
    let names = document.annotations.filter { Self.speakerTypes.contains($0.type) || $0.type == "location" }.map(\.span)
    self.speakers = SpanIndex(speakers)
    speakerSpans = speakers
    text = TaggedText(document.structure, utf8: document.utf8, words: words, verbs: verbs, times: times, names: names)
  }

  /// The same with the quotations inside others for quotations, and the outer ones for text.
  func inside() -> Words {
    var words = self
    words.text = text.inside(document.structure.quotations)
    return words
  }

  /// Marks the tokens of a cue.
  mutating func markCue(_ range: Range<Int>) {
    for index in range { text.add(.cue, to: index) }
  }

  /// The first token that ends behind `offset`.
  func containing(_ offset: Int) -> Int { text.containing(offset) }

  /// The tokens that begin in `span`.
  func indices(_ span: Span) -> Range<Int> { text.indices(span) }

  /// The text from the first to the last token of a range that is not empty.
  func span(_ range: Range<Int>) -> Span { text.span(range) }

  func has(_ index: Int, _ wanted: WordClass) -> Bool { text.has(index, wanted) }

  /// Whether any token of `range` has one of `wanted`.
  func any(_ range: Range<Int>, _ wanted: WordClass) -> Bool { text.any(range, wanted) }

  /// A number for a token's letters, of any case.
  func key(_ index: Int) -> UInt64 {
    Self.key(of: document.utf8[tokens[index].span.start..<tokens[index].span.end])
  }

  /// A number for the letters of a word, of any case.
  static func key(of word: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a()
    for byte in word { hash.add(byte.asciiFolded) }
    return hash.value
  }

  /// With all of the name of a person or body that a phrase begins in, and the article before it: `the Ministry of Trade, Labour and
  /// Tides` for `Labour and Tides`.
  func withWholeName(_ phrase: Range<Int>) -> Range<Int> {
    let first = tokens[phrase.lowerBound].span
    guard let name = speakers.around(first).first(where: { speakerSpans[$0].start < first.start }) else {
      return phrase
    }
    let start = containing(speakerSpans[name].start)
    return (has(start - 1, .determiner) ? start - 1 : start)..<phrase.upperBound
  }

  /// Whether a hyphen joins a token with the one before it.
  func isJoined(_ index: Int) -> Bool { text.isJoined(index) }

  /// Whether a token is a word or number.
  func isWord(_ index: Int) -> Bool { text.isWord(index) }

  /// How many words and numbers a range has.
  func count(_ range: Range<Int>) -> Int { text.count(range) }
}
