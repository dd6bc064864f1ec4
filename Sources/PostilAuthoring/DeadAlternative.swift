/// Finds alternatives at a pattern's end that an earlier one always forestalls.
enum DeadAlternative {
  /// In `Iraq|Iraqi` the second never matches: where it could, the first has matched already, and nothing behind it fails.
  ///
  /// Only plain words at the top level, with nothing after them, are looked at, where the answer is sure.
  static func find(in pattern: String) -> (earlier: String, later: String)? {
    let alternatives = pattern.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard alternatives.count > 1, alternatives.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " } })
    else { return nil }
    for (index, later) in alternatives.enumerated() {
      if let earlier = alternatives[..<index].first(where: { !$0.isEmpty && later.hasPrefix($0) }) {
        return (earlier, later)
      }
    }
    return nil
  }
}
