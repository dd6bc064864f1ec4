import PostilGrammar
import PostilTestSupport
import PostilText

@testable import PostilModuleKit
@testable import StatementSentiment

/// A document of a sentence or two in a small English whose words, cues and names are given by hand, without rules.
struct HandMade {
  let words: Words
  let cues: [Cue]
  private let text: String
  private let offset: Int

  private static let classes: [(name: String, words: [String])] = [
    ("definite", ["the", "The"]), ("determiner", ["a", "an", "A"]), ("quantity", ["Some", "some"]),
    ("his", ["his", "His"]), ("preposition", ["of", "in", "on", "with", "for", "from", "as"]), ("by", ["by"]),
    ("to", ["to"]), ("coordinator", ["and", "but"]), ("relative", ["who", "which"]),
    ("subordinator", ["because", "when"]), ("had", ["had"]), ("have", ["has"]), ("will", ["will"]),
    ("may", ["would", "could"]),
    ("be", ["was", "is", "were"]), ("we", ["I", "we", "We"]), ("he", ["he", "He"]), ("she", ["she", "She"]),
    ("it", ["it", "It"]), ("they", ["they", "They"]), ("him", ["him"]), ("that", ["that"]),
    ("adverb", ["also", "quickly", "early"]), ("negation", ["not", "never"]), ("venue", ["during"]),
    ("thing", ["meeting"]), ("what", ["what"]), ("possessive", ["’s"]),
    ("verb", ["sank", "sink", "fell", "left", "slept", "failed", "saw", "briefed"]),
    ("gerund", ["saying", "praising", "sinking", "Saying"]), ("male", ["Mr", "Thomas"]), ("female", ["Ida", "Mira"]),
  ]

  private static let lexicon: [(words: String, features: Features)] = [
    ("said", ["form": "past", "takes": "cqv", "class": "say", "lemma": "say"]),
    ("Said", ["form": "past", "takes": "cqv", "class": "say", "lemma": "say"]),
    ("say", ["form": "base", "takes": "cqv", "class": "say", "lemma": "say"]),
    ("says", ["form": "present", "takes": "cqv", "class": "say", "lemma": "say"]),
    ("saying", ["form": "gerund", "takes": "cqv", "class": "say", "lemma": "say"]),
    ("Saying", ["form": "gerund", "takes": "cqv", "class": "say", "lemma": "say"]),
    ("told", ["form": "past", "takes": "cqav", "class": "say", "lemma": "tell"]),
    ("praised", ["form": "past", "takes": "n", "class": "praise", "weight": 0.4, "lemma": "praise"]),
    ("praise", ["form": "base", "takes": "n", "class": "praise", "weight": 0.4, "lemma": "praise"]),
    ("praising", ["form": "gerund", "takes": "n", "class": "praise", "weight": 0.4, "lemma": "praise"]),
    ("called", ["form": "past", "takes": "o", "class": "judge", "lemma": "call"]),
    ("vowed", ["form": "past", "takes": "i", "class": "commit", "lemma": "vow"]),
    ("claim", ["form": "noun", "takes": "ct", "class": "say", "lemma": "claim"]),
    ("confident", ["form": "adjective", "takes": "t", "class": "judge", "lemma": "confident"]),
  ]

  private static let tone: [(words: String, features: Features)] = [
    ("good", ["weight": 0.4, "role": "word", "target": 0.2, "text": 0.6]), ("bad", ["weight": -0.4, "role": "word"]),
    ("not", ["role": "negation"]), ("without", ["role": "removal"]), ("would", ["role": "future"]),
    ("very", ["role": "intensifier"]), ("rather", ["role": "diminisher"]),
    ("but", ["role": "contrast"]), ("if", ["role": "conditional"]), ("If", ["role": "conditional"]),
    ("importance", ["role": "topic"]),
  ]

  /// - Parameters:
  ///   - prefix: Stands before the text.
  ///   - names: Words with their type and entity, each wherever it stands.
  init(_ text: String, behind prefix: String = "", names: [(words: String, type: String, entity: String)] = []) {
    let whole = prefix + text
    self.text = text
    offset = prefix.utf8.count
    var candidates: [Candidate] = []
    func add(_ type: String, _ features: Features, _ words: String) {
      for place in whole.spans(ofWhole: words) {
        candidates.append(
          Candidate(
            origin: CandidateOrigin(type: type, rule: "hand/\(words)", features: features, isTerm: true), span: place,
            rank: candidates.count, lostTo: nil))
      }
    }
    for (name, all) in Self.classes { for word in all { add("word", ["class": .string(name)], word) } }
    for (words, features) in Self.lexicon {
      add("cue", features, words)
    }
    for (words, features) in Self.tone { add("tone", features, words) }
    candidates.sort { $0.span < $1.span }
    let annotations = names.flatMap { name in
      whole.spans(ofWhole: name.words).map {
        Annotation(type: name.type, span: $0, features: ["entity": .string(name.entity)], provenance: Provenance())
      }
    }
    let document = DocumentView(
      id: "d", text: whole, structure: TextAnalyzer(language: .none).structure(of: whole), candidates: candidates,
      annotations: annotations + Self.days(in: whole))
    words = Words(document: document, origins: OriginTables())
    cues = document.candidates(ofType: "cue").compactMap { [words] in Cue($0, in: words) }
  }

  private static func days(in text: String) -> [Annotation] {
    ["Monday", "noon"].flatMap { text.spans(ofWhole: $0) }
      .map { Annotation(type: "timex", span: $0, features: [:], provenance: Provenance()) }
  }

  var subjects: SubjectFinder { SubjectFinder(words.text) }
  var quotations: Quotations { Quotations(words: words) }
  var ends: ContentEnd {
    ContentEnd(
      words: words, subjects: subjects,
      cues: Dictionary(cues.map { ($0.tokens.lowerBound, $0) }) { first, _ in first },
      memory: SentenceMemory(words.text))
  }

  /// The shipped frames.
  static let frames = Result { try shippedFrames() }

  /// The statement that frames find at a cue: `source > parts: frame`, parts divided by bars.
  func statement(at cue: String, frames: FrameTable) -> String? {
    var unused = Analysis()
    let found = StatementFinder(words: words, frames: frames).find(besides: [], [], &unused)
    return found.first { $0.cueSpan.map(words.document.text) == cue }.map { statement in
      let source = statement.source.map(words.document.text) ?? "nobody"
      let parts = statement.parts.map(words.document.text).joined(separator: "|")
      return "\(source) > \(parts): \(statement.decision.split(separator: "/").last ?? "")"
    }
  }

  /// The rows of the shipped factors.
  static func factorRows() throws -> [ModuleTable.Row] {
    try shipped("statements.yaml").table(Factors.table).rows
  }

  /// The scorer of its words by the shipped factors.
  func tone() throws -> ToneScorer {
    ToneScorer(words: words, factors: try Factors(ModuleTable(name: Factors.table, rows: Self.factorRows())))
  }

  private static func shipped(_ file: String) throws -> Settings {
    Settings(try ShippedRules.settings("statement-sentiment/\(file)", for: StatementAnalyzer.manifest))
  }

  private static func shippedFrames() throws -> FrameTable {
    FrameTable(try shipped("frames.yaml").frames.map { try FrameText.frame($0.text, rule: $0.rule) })
  }

  /// The cue of these words.
  func cue(_ words: String) -> Cue? { cues.first { self.words.document.text($0.span) == words } }

  /// The tokens of the last sentence.
  var sentence: Range<Int> { words.document.structure.sentences.last.map(words.indices) ?? 0..<0 }

  /// The tokens of the first place of `part` in the text.
  func tokens(_ part: String) -> Range<Int> { words.indices(span(part)) }

  /// The first place of `part` in the text.
  func span(_ part: String) -> Span {
    guard let range = text.firstRange(of: part) else { return Span(start: 0, end: 0) }
    return Span(
      start: offset + text.utf8.distance(from: text.startIndex, to: range.lowerBound),
      end: offset + text.utf8.distance(from: text.startIndex, to: range.upperBound))
  }

  func text(_ range: Range<Int>) -> String { range.isEmpty ? "" : words.document.text(words.span(range)) }
}

/// What stands before a text in half of the runs, so that bytes and characters differ.
let multiByte = "é 👩‍👩‍👧 العراق.\n\n"
