/// Words that a page needs again and again, each with its number.
struct HTMLWords {
  /// By number.
  private(set) var all: [String] = []
  private var numbers: [String: Int] = [:]

  /// The number of `word`.
  mutating func number(of word: String) -> Int {
    if let known = numbers[word] { return known }
    numbers[word] = all.count
    all.append(word)
    return all.count - 1
  }
}
