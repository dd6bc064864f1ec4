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
  /// By the origins' numbers.
  private var known: [(origin: CandidateOrigin, encoded: Encoded)?] = []

  init() { term = arena.bytes(Candidate.termCapture) }

  /// The copy of `origin`; in `local` when it is not shared.
  func encoded(_ origin: CandidateOrigin, in local: Arena) -> Encoded {
    guard origin.number > 0 else { return encode(origin, local) }
    if origin.number >= known.count { known += repeatElement(nil, count: origin.number + 1 - known.count) }
    if let known = known[origin.number] {
      // An origin of another worker: its number says nothing here.
      return known.origin === origin ? known.encoded : encode(origin, local)
    }
    let made = encode(origin, arena, number: UInt32(origin.number))
    known[origin.number] = (origin, made)
    return made
  }

  private func encode(_ origin: CandidateOrigin, _ arena: Arena, number: UInt32 = 0) -> Encoded {
    Encoded(
      number: number, type: arena.bytes(origin.type), rule: arena.bytes(origin.rule),
      features: arena.features(origin.features))
  }
}
