import PostilGrammar

/// How far from zero the sum of a sentence's words must lie before it means something for the target.
///
/// Who is only quoted, named late in a sentence, or one name among many is mostly treated neutrally; a sentence full of
/// tone seldom treats anybody so.
struct NeutralBand {
  private static let range = 0.05...1.5
  private static let base = 0.4
  private static let perCapital = 0.08
  private static let perWord = -0.025
  private static let perTone = -0.85
  private static let perPatient = -1.9
  private static let lateness = 0.5
  private static let pronoun = -0.3
  private static let speech = 0.55
  /// What the target's own acts add.
  private static let acts = [
    "say": 0.6, "accuse": 0.8, "judge": 0.35, "ask": 0.15, "praise": -0.25, "commit": -0.5,
  ]

  private var width: Double

  init(of sentence: Range<Int>, around target: Range<Int>, in words: Words) {
    width = Self.base + Self.perCapital * Double(sentence.count { words.has($0, .capital) })
    width += Self.perWord * Double(words.count(sentence))
    width += Self.lateness * Double(target.lowerBound - sentence.lowerBound) / Double(max(1, sentence.count))
    if words.has(target.lowerBound, [.pronoun, .object, .owner]) { width += Self.pronoun }
  }

  /// Takes an act of the target into account.
  mutating func add(doing act: String) { width += Self.acts[act] ?? 0 }

  /// Takes speech that begins soon behind the target into account.
  mutating func addSpeech() { width += Self.speech }

  /// Takes what is done to the target into account.
  mutating func add(patient share: Double) { width += Self.perPatient * abs(share) }

  /// Takes a word of tone into account.
  mutating func add(tone: Double, at place: Place) {
    if !place.isFar { width += Self.perTone * abs(tone) }
  }

  /// The item, weighed so that the band is that of every score.
  func applied(to item: ToneScore.Item) -> ToneScore.Item {
    let band = max(Self.range.lowerBound, min(Self.range.upperBound, width))
    var item = item
    item.factors.append(("band \(ToneScore.rounded(band))", ToneScore.neutralBand / band))
    return item
  }
}
