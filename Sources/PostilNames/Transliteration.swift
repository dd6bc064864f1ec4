/// Whether two words are spellings of one name that another script has: the letters are equal once what stands for the same
/// foreign letter is taken for the same.
///
/// Vowels count: `Kane` is not `Ghani`, nor `Powen` `Pohn`. Names of up to three letters must be equal.
struct Transliteration {
  /// How much may differ.
  enum Freedom: Int, Comparable {
    /// What stands for one letter: `Qadri` and `Kadri`.
    case letters
    /// Also the short vowels that scripts leave out: `Salim` and `Salem`.
    case shortVowels

    static func < (left: Freedom, right: Freedom) -> Bool { left.rawValue < right.rawValue }
  }

  private let left: [UInt8]
  private let right: [UInt8]
  private let freedom: Freedom
  private var failed: Set<Int> = []

  /// Whether the folded words `left` and `right` may be one name.
  static func agree(_ left: String, _ right: String, _ freedom: Freedom) -> Bool {
    if left == right { return true }
    let (first, second) = (Array(left.utf8), Array(right.utf8))
    guard min(first.count, second.count) > 3, TransliterationKey.of(left) == TransliterationKey.of(right) else {
      return false
    }
    var comparison = Transliteration(left: first, right: second, freedom: freedom)
    return comparison.agree(0, 0)
  }

  private init(left: [UInt8], right: [UInt8], freedom: Freedom) {
    (self.left, self.right, self.freedom) = (left, right, freedom)
  }

  /// Whether the words agree from the offsets on.
  private mutating func agree(_ place: Int, _ other: Int) -> Bool {
    if place == left.count, other == right.count { return true }
    let state = place * (right.count + 1) + other
    guard !failed.contains(state) else { return false }
    if place < left.count, other < right.count, left[place] == right[other], agree(place + 1, other + 1) { return true }
    if isDouble(left, place), agree(place + 1, other) { return true }
    if isDouble(right, other), agree(place, other + 1) { return true }
    for row in TransliterationTable.rows where row.freedom <= freedom {
      if stands(row.one, place, row.other, other, row.place),
        agree(place + row.one.count, other + row.other.count)
      {
        return true
      }
      if stands(row.other, place, row.one, other, row.place),
        agree(place + row.other.count, other + row.one.count)
      {
        return true
      }
    }
    failed.insert(state)
    return false
  }

  /// Whether the letter repeats the one before; `e` and `o` are other letters when doubled.
  private func isDouble(_ word: [UInt8], _ place: Int) -> Bool {
    place > 0 && place < word.count && word[place] == word[place - 1]
      && word[place] != UInt8(ascii: "e") && word[place] != UInt8(ascii: "o")
  }

  private func stands(
    _ here: [UInt8], _ place: Int, _ there: [UInt8], _ other: Int, _ wanted: TransliterationTable.Place
  ) -> Bool {
    guard left[place...].starts(with: here), right[other...].starts(with: there) else { return false }
    switch wanted {
    case .anywhere: return true
    case .beginning: return place == 0 && other == 0
    case .end: return place + here.count == left.count && other + there.count == right.count
    }
  }
}
