/// Finds what someone may have meant.
public enum Suggestion {
  /// Help that names the nearest of `known`, if one is near enough.
  public static func help(for word: String, among known: some Sequence<String>) -> String? {
    self.word(for: word, among: known).map { "did you mean '\($0)'?" }
  }

  /// The nearest of `known`, if one is near enough.
  public static func word(for word: String, among known: some Sequence<String>) -> String? {
    let limit = max(1, word.count / 3)
    return known.map { ($0, distance(Array(word), Array($0))) }.filter { $0.1 <= limit }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// The optimal string alignment distance: insertions, deletions, changes, and swaps of neighbours.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var rows = [Array(0...right.count)]
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      for (j, b) in right.enumerated() {
        var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { least = min(least, rows[i - 1][j - 1] + 1) }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
