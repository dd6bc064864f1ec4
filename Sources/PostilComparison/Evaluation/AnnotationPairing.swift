import PostilModel

/// Pairs the annotations of two lists one to one by how much their spans have in common.
enum AnnotationPairing {
  /// A span with what must be equal for a pair.
  struct Mention: Sendable {
    let start: Int
    let end: Int
    let type: String
  }

  /// Pairs of indices: equal spans first, then those that share most code points, then the earlier.
  ///
  /// - Parameters:
  ///   - strict: Whether the spans must be the same; else they must share a code point.
  ///   - typed: Whether the types must be the same.
  static func pairs(_ left: [Mention], _ right: [Mention], strict: Bool, typed: Bool) -> [(left: Int, right: Int)] {
    var candidates: [(share: Int, left: Int, right: Int)] = []
    let order = right.indices.sorted { right[$0].start < right[$1].start }
    let longest = right.map { $0.end - $0.start }.max() ?? 0
    for (index, a) in left.enumerated() {
      let first = order.partitioningIndex { right[$0].start + longest >= a.start }
      for other in order[first...] {
        let b = right[other]
        if b.start > a.end { break }
        guard !typed || a.type == b.type, let share = share(a, b, strict: strict) else { continue }
        candidates.append((share, index, other))
      }
    }
    candidates.sort {
      ($1.share, left[$0.left].start, right[$0.right].start, $0.left, $0.right)
        < ($0.share, left[$1.left].start, right[$1.right].start, $1.left, $1.right)
    }
    var (usedLeft, usedRight): (Set<Int>, Set<Int>) = ([], [])
    return candidates.compactMap { candidate in
      guard !usedLeft.contains(candidate.left), !usedRight.contains(candidate.right) else { return nil }
      usedLeft.insert(candidate.left)
      usedRight.insert(candidate.right)
      return (candidate.left, candidate.right)
    }
  }

  /// The number of shared code points, more than any for equal spans; nil when they are no pair.
  private static func share(_ a: Mention, _ b: Mention, strict: Bool) -> Int? {
    if a.start == b.start, a.end == b.end { return .max }
    let shared = min(a.end, b.end) - max(a.start, b.start)
    return !strict && shared > 0 ? shared : nil
  }
}
