import PostilGrammar

/// Where a word stands, seen from the target: what follows a name is said of it more often than what goes before.
enum Place: String {
  case rightAfter = "right after", after, farAfter = "far after"
  case rightBefore = "right before", before, farBefore = "far before"

  init(of token: Int, towards target: Range<Int>) {
    if token >= target.upperBound {
      self = Self.pick(token - target.upperBound, .rightAfter, .after, .farAfter)
    } else {
      self = Self.pick(target.lowerBound - token - 1, .rightBefore, .before, .farBefore)
    }
  }

  var isFar: Bool { self == .farAfter || self == .farBefore }

  /// How much a word counts there, as evidence tells it.
  var factor: (name: String, value: Double)? {
    switch self {
    case .rightAfter: (rawValue, 1.5)
    case .after: nil
    case .farAfter: (rawValue, 0.55)
    case .rightBefore: (rawValue, 0.9)
    case .before: (rawValue, 0.65)
    case .farBefore: (rawValue, 0.4)
    }
  }

  private static func pick(_ between: Int, _ near: Place, _ middle: Place, _ far: Place) -> Place {
    between <= 2 ? near : between <= 8 ? middle : far
  }
}
