/// Finds what someone may have meant.
enum Suggestion {
  /// Help that names the nearest of `known`, if one is near enough.
  static func help(for word: String, among known: some Sequence<String>) -> String? {
    let limit = max(1, word.count / 3)
    let best = known.map { ($0, distance(Array(word), Array($0))) }.filter { $0.1 <= limit }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    return best.map { "did you mean '\($0.0)'?" }
  }

  /// Levenshtein's distance.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var previous = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let insertOrDelete = min(row[j], row[j + 1]) + 1
        (previous, row[j + 1]) = (row[j + 1], min(insertOrDelete, previous + (a == b ? 0 : 1)))
      }
    }
    return row[right.count]
  }
}
