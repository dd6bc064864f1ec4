import PostilModel

/// What a module worked out for the origins of candidates: for those that documents share only once.
///
/// Its functions are copied into the module, since it is asked for most candidates.
public final class OriginMemo<Value> {
  @usableFromInline let make: (CandidateOrigin) -> Value
  /// By the origins' numbers.
  @usableFromInline var known: [Value?] = []

  /// - Parameter make: Works out the value of an origin; it may depend on nothing else.
  @inlinable public init(_ make: @escaping (CandidateOrigin) -> Value) { self.make = make }

  /// The value of a candidate's origin.
  @inlinable public func value(of candidate: CandidateView) -> Value {
    let number = candidate.sharedOrigin
    if number > 0, number < known.count, let known = known[number] { return known }
    return value(of: candidate.origin)
  }

  /// The value of `origin`.
  @inlinable public func value(of origin: CandidateOrigin) -> Value {
    guard origin.number > 0 else { return make(origin) }
    while known.count <= origin.number { known.append(nil) }
    if let known = known[origin.number] { return known }
    let made = make(origin)
    known[origin.number] = .some(made)
    return made
  }
}
