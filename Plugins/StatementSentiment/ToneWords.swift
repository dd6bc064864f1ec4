import PostilGrammar
import PostilModuleKit

/// The words of a document that carry tone or change it, by place.
struct ToneWords {
  enum Role: String {
    case word, negation, intensifier, diminisher, contrast, conditional, topic, neutral
    /// `would`: in words that somebody reports what will be, unless there is a condition; else a conditional.
    case future
    /// What says that a good word is not meant: `so-called` before it, `(!)` or `/s` behind all.
    case irony
    /// What makes an end of something, or is without it: unlike a bad thing that is not, one that ends is good.
    case removal
    /// Less of a noun is the contrary of it, less of a quality some of it: `less violence`, `less violent`.
    case reducer
  }

  /// The word class in which a word counts.
  enum Sense: String { case adjective, noun, verb }

  /// Which column of the lexicon counts.
  enum Column {
    /// What a speaker thinks.
    case weight
    /// What a sentence means for somebody in it.
    case target
    /// How a text without a speaker reads.
    case text
  }

  /// What a row of the lexicon says of a word.
  struct Kind {
    let role: Role
    let weight: Double
    let target: Double
    let text: Double
    let sense: Sense?

    /// Nil for a word without tone.
    init?(_ origin: CandidateOrigin) {
      let features = origin.features
      guard let role = features["role"]?.string.flatMap(Role.init), role != .neutral else { return nil }
      self.role = role
      weight = features["weight"]?.number ?? 0
      target = features["target"]?.number ?? weight
      text = features["text"]?.number ?? weight
      sense = features["sense"]?.string.flatMap(Sense.init)
    }
  }

  struct Word {
    let candidate: Int
    let tokens: Range<Int>
    let span: Span
    private let kind: Kind

    init(_ candidate: Int, _ tokens: Range<Int>, _ span: Span, _ kind: Kind) {
      self.candidate = candidate
      self.tokens = tokens
      self.span = span
      self.kind = kind
    }

    var role: Role { kind.role }
    var weight: Double { kind.weight }

    subscript(column: Column) -> Double {
      switch column {
      case .weight: kind.weight
      case .target: kind.target
      case .text: kind.text
      }
    }
  }

  let all: [Word]
  private let places: SpanIndex

  init(words: Words) {
    let document = words.document
    all = document.candidates(ofType: "tone").compactMap { index in
      let candidate = document.candidates[index]
      guard let kind = words.origins.tones.value(of: candidate) else { return nil }
      let span = candidate.span
      let tokens = words.indices(span)
      guard !tokens.isEmpty, Self.isMeant(kind.sense, tokens.lowerBound, words) else { return nil }
      return Word(index, tokens, span, kind)
    }
    places = SpanIndex(all.map(\.span))
  }

  /// Whether a word has the class in which it counts.
  private static func isMeant(_ sense: Sense?, _ token: Int, _ words: Words) -> Bool {
    switch sense {
    case nil: true
    case .verb: words.has(token, .verb)
    case .noun, .adjective: !words.has(token, .verb)
    }
  }

  /// The words in `span`, by place.
  func inside(_ span: Span) -> [Word] { places.inside(span).map { all[$0] } }
}
