import PostilModuleKit

/// Adds up the tone of a statement's words, with negation and degree.
struct ToneScorer {
  /// A score with the words that made it.
  struct Score {
    let value: Double
    let evidence: [String]

    /// Scores nearer to zero are neutral.
    static let neutralBand = 0.2

    var label: String {
      value >= Self.neutralBand ? "positive" : value <= -Self.neutralBand ? "negative" : "neutral"
    }

    var features: Features {
      [
        "sentiment": .string(label), "score": .number((value * 1000).rounded() / 1000),
        "evidence": .list(evidence.map { .string($0) }),
      ]
    }
  }

  /// How far, in bytes, a negation or a word of degree reaches forward.
  private static let reach = 24

  private let document: DocumentView
  private let words: [Candidate]
  private let places: SpanIndex

  init(document: DocumentView) {
    self.document = document
    words = document.candidates(ofType: "tone").map { document.candidates[$0] }
    places = SpanIndex(words.map(\.span))
  }

  /// The score of a statement; that of a block is left to the statements in it.
  func score(_ statement: Statement) -> Score {
    if statement.form == .block { return Score(value: 0, evidence: []) }
    return score(statement.parts, cueWeight: statement.form == .quotation ? 0 : statement.cue?.weight ?? 0)
  }

  /// The score of the words in `spans` and of the act that introduced them: the mean of the weights, pulled to zero
  /// where there are few words.
  func score(_ spans: [Span], cueWeight: Double) -> Score {
    var evidence: [String] = []
    var total = cueWeight
    if cueWeight != 0 { evidence.append("cue \(Self.written(cueWeight))") }
    for span in spans {
      for word in places.inside(span).lazy.map({ words[$0] }) where word.features["role"]?.string == "word" {
        var weight = word.features["weight"]?.number ?? 0
        var text = document.text(word.span)
        let before = Span(start: max(span.start, word.span.start - 2 * Self.reach), end: word.span.start)
        for shifter in places.inside(before).lazy.map({ words[$0] })
        where word.span.start - shifter.span.end < Self.reach {
          switch shifter.features["role"]?.string {
          case "negation": weight *= -0.7
          case "intensifier": weight *= 1.4
          case "diminisher": weight *= 0.6
          default: continue
          }
          text = document.text(shifter.span) + " " + text
        }
        total += weight
        evidence.append("\(text) \(Self.written(weight))")
      }
    }
    return Score(value: max(-1, min(1, total)), evidence: evidence)
  }

  private static func written(_ weight: Double) -> String {
    (weight > 0 ? "+" : "") + String((weight * 100).rounded() / 100)
  }
}
