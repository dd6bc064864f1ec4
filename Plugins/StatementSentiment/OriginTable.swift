import PostilModuleKit

/// What was worked out for the origins of candidates; for those that documents share, once.
final class OriginTable<Value> {
  private var known: [ObjectIdentifier: (origin: CandidateOrigin, value: Value)] = [:]
  private let make: (CandidateOrigin) -> Value

  init(_ make: @escaping (CandidateOrigin) -> Value) { self.make = make }

  func value(for origin: CandidateOrigin) -> Value {
    guard origin.isShared else { return make(origin) }
    if let found = known[ObjectIdentifier(origin)] { return found.value }
    let made = make(origin)
    known[ObjectIdentifier(origin)] = (origin, made)
    return made
  }
}

/// What rows of the lexicons mean, kept from document to document.
struct OriginTables {
  let classes = OriginTable { $0.features["class"]?.string.flatMap(WordClass.init(name:)) }
  let cues = OriginTable(Cue.Kind.init)
}
