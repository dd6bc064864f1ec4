import PostilGrammar

/// Where a word stands, seen from the target: what follows a name is said of it more often than what goes before.
enum Place: String, CaseIterable {
  case rightAfter = "right after", after, farAfter = "far after"
  case rightBefore = "right before", before, farBefore = "far before"

  init(of token: Int, towards target: Range<Int>, _ factors: TargetFactors) {
    func pick(_ between: Int, _ near: Place, _ middle: Place, _ far: Place) -> Place {
      between <= factors.near ? near : between <= factors.middle ? middle : far
    }
    if token >= target.upperBound {
      self = pick(token - target.upperBound, .rightAfter, .after, .farAfter)
    } else {
      self = pick(target.lowerBound - token - 1, .rightBefore, .before, .farBefore)
    }
  }

  var isFar: Bool { self == .farAfter || self == .farBefore }
}
