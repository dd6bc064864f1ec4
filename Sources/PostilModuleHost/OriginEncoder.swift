import CPostilModule
import PostilModel
import PostilModuleBridge

/// The origins of candidates in C; those that documents share are copied once for the life of an instance.
final class OriginEncoder {
  struct Encoded {
    /// 0 for an origin that is not shared.
    let number: UInt32
    let type: postil_bytes
    let rule: postil_bytes
    let features: postil_array
  }

  /// The name of the capture of terms.
  let term: postil_bytes
  private let arena = Arena()
  /// Each with the origin itself, so that no other takes its identity.
  private var known: [ObjectIdentifier: (origin: CandidateOrigin, encoded: Encoded)] = [:]

  init() { term = arena.bytes(Candidate.termCapture) }

  /// The copy of `origin`; in `local` when it is not shared.
  func encoded(_ origin: CandidateOrigin, in local: Arena) -> Encoded {
    guard origin.isShared else { return encode(origin, 0, local) }
    if let known = known[ObjectIdentifier(origin)] { return known.encoded }
    let made = encode(origin, UInt32(known.count + 1), arena)
    known[ObjectIdentifier(origin)] = (origin, made)
    return made
  }

  private func encode(_ origin: CandidateOrigin, _ number: UInt32, _ arena: Arena) -> Encoded {
    Encoded(
      number: number, type: arena.bytes(origin.type), rule: arena.bytes(origin.rule),
      features: arena.features(origin.features))
  }
}
