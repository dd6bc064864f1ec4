import PostilModel

/// What a module worked out for the origins of candidates: for those that documents share only once.
public final class OriginMemo<Value> {
  private let make: (CandidateOrigin) -> Value
  /// Each with the origin itself, so that no other takes its identity.
  private var known: [ObjectIdentifier: (origin: CandidateOrigin, value: Value)] = [:]

  /// - Parameter make: Works out the value of an origin; it may depend on nothing else.
  public init(_ make: @escaping (CandidateOrigin) -> Value) { self.make = make }

  /// The value of `origin`.
  public func value(of origin: CandidateOrigin) -> Value {
    guard origin.isShared else { return make(origin) }
    if let known = known[ObjectIdentifier(origin)] { return known.value }
    let made = make(origin)
    known[ObjectIdentifier(origin)] = (origin, made)
    return made
  }
}
