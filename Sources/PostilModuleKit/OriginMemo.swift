import PostilModel

/// What a module worked out for the origins of candidates: for those that documents share only once.
public final class OriginMemo<Value> {
  private let make: (CandidateOrigin) -> Value
  /// By the origins' numbers.
  private var known: [Value?] = []

  /// - Parameter make: Works out the value of an origin; it may depend on nothing else.
  public init(_ make: @escaping (CandidateOrigin) -> Value) { self.make = make }

  /// The value of a candidate's origin.
  public func value(of candidate: CandidateView) -> Value {
    let number = candidate.tables.sharedNumber(of: candidate.index)
    if number > 0, number < known.count, let known = known[number] { return known }
    return value(of: candidate.origin)
  }

  /// The value of `origin`.
  public func value(of origin: CandidateOrigin) -> Value {
    guard origin.number > 0 else { return make(origin) }
    if origin.number >= known.count { known += repeatElement(nil, count: origin.number + 1 - known.count) }
    if let known = known[origin.number] { return known }
    let made = make(origin)
    known[origin.number] = .some(made)
    return made
  }
}
