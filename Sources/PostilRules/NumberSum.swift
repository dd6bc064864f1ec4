/// A number as its words add to it.
struct NumberSum {
  private var total = 0.0
  private var group = 0.0
  /// What `half` and the like say of the scale that follows.
  private var fraction: Double?
  /// The kind of the last word that says something.
  private var last: NumberWords.Kind?
  /// Whether the group was written in figures.
  private var isInFigures = false
  /// Whether a word that does nothing stands behind the last that says something.
  private var isJoined = false
  /// The product of the scales at the end.
  private(set) var lastScale = 1.0

  /// The number so far; nil where there is none.
  var value: Double? {
    switch last {
    case nil: nil
    case .article: 1
    default: total + group + (fraction ?? 0)
    }
  }

  /// Adds what is written in figures; false where that makes no number.
  mutating func add(figures: Double) -> Bool {
    guard group == 0, fraction == nil, last != .unit else { return false }
    (group, isInFigures, lastScale) = (figures, true, 1)
    note(.unit)
    return true
  }

  /// Adds a word; false where that makes no number.
  mutating func add(_ kind: NumberWords.Kind, _ value: Double) -> Bool {
    switch kind {
    case .joint: isJoined = true
    case .article:
      guard last != .unit || isJoined else { return false }
      if last == nil { last = .article }
    case .unit: return add(unit: value)
    case .fraction: return add(fraction: value)
    case .hundred, .scale: multiply(by: value, kind)
    case .suffix:
      guard isInFigures else { return false }
      multiply(by: value, kind)
    case .range, .ordinal: return false
    }
    return true
  }

  private mutating func note(_ kind: NumberWords.Kind) { (last, isJoined) = (kind, false) }

  /// Units stand behind tens and scales, not behind units.
  private mutating func add(unit value: Double) -> Bool {
    let isBehindTens =
      value < 10 && group.truncatingRemainder(dividingBy: 100) >= 20 && group.truncatingRemainder(dividingBy: 10) == 0
    guard fraction == nil, !isInFigures, last != .unit || isBehindTens, last != .article else { return false }
    group += value
    lastScale = 1
    note(.unit)
    return true
  }

  /// `three quarters`, but `three and a half`.
  private mutating func add(fraction value: Double) -> Bool {
    guard fraction == nil else { return false }
    if last == .unit, !isJoined {
      (fraction, group) = (group * value, 0)
    } else {
      fraction = value
    }
    note(.fraction)
    return true
  }

  private mutating func multiply(by value: Double, _ kind: NumberWords.Kind) {
    if last == .scale, fraction == nil, group == 0 {
      // `lakh crore`
      total *= value
    } else {
      let amount = group + (fraction ?? 0)
      let product = (amount == 0 ? 1 : amount) * value
      // 2.3 times a billion is no whole number of a computer's.
      let whole = product.rounded()
      (group, fraction) = (abs(product - whole) < 1e-9 * abs(whole) ? whole : product, nil)
      if kind != .hundred { (total, group) = (total + group, 0) }
    }
    isInFigures = false
    lastScale *= value
    note(kind == .hundred ? .hundred : .scale)
  }
}
