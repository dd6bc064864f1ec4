import PostilGrammar

/// How far from zero the sum of a sentence's words must lie before it means something for the target.
///
/// Who is only quoted, named late in a sentence, or one name among many is mostly treated neutrally; a sentence full of
/// tone seldom treats anybody so.
struct NeutralBand {
  private let factors: BandFactors
  private var width: Double

  init(of sentence: Range<Int>, around target: Range<Int>, in words: Words, _ factors: BandFactors) {
    self.factors = factors
    width = factors.base + factors.perCapital * Double(sentence.count { words.has($0, .capital) })
    width += factors.perWord * Double(words.count(sentence))
    width += factors.lateness * Double(target.lowerBound - sentence.lowerBound) / Double(max(1, sentence.count))
    if words.has(target.lowerBound, [.pronoun, .object, .owner]) { width += factors.pronoun }
  }

  /// Takes an act of the target into account.
  mutating func add(doing act: String) { width += factors.does[act] ?? 0 }

  /// Takes speech that begins soon behind the target into account.
  mutating func addSpeech() { width += factors.speech }

  /// Takes what is done to the target into account.
  mutating func add(patient share: Double) { width += factors.perPatient * abs(share) }

  /// Takes a word of tone into account.
  mutating func add(tone: Double, at place: Place) {
    if !place.isFar { width += factors.perTone * abs(tone) }
  }

  /// The item, weighed so that the band is that of every score.
  ///
  /// - Parameter neutral: That band.
  func applied(to item: ToneScore.Item, neutral: Double) -> ToneScore.Item {
    let band = max(factors.range.lowerBound, min(factors.range.upperBound, width))
    var item = item
    item.factors.append(("band \(ToneScore.rounded(band))", neutral / band))
    return item
  }
}
