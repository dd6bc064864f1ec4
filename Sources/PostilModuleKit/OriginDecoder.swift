import CPostilModule
import PostilModel
import PostilModuleBridge

/// The origins of candidates as values of ours; those that documents share are taken over once for an instance.
final class OriginDecoder {
  /// By the host's numbers.
  private var known: [CandidateOrigin?] = []

  /// The origin of `candidate`.
  func decoded(_ candidate: postil_candidate) throws(BridgeError) -> CandidateOrigin {
    let number = Int(candidate.origin)
    guard number > 0 else { return try decode(candidate) }
    if number < known.count, let origin = known[number] { return origin }
    let made = try decode(candidate)
    if number >= known.count { known += repeatElement(nil, count: number + 1 - known.count) }
    known[number] = made
    return made
  }

  private func decode(_ candidate: postil_candidate) throws(BridgeError) -> CandidateOrigin {
    CandidateOrigin(
      type: try candidate.type.text(), rule: try candidate.rule.text(), features: try candidate.features.features(),
      isTerm: candidate.is_term != 0, number: Int(candidate.origin))
  }

  /// The captures of `candidate`.
  static func captures(_ candidate: postil_candidate) throws(BridgeError) -> [Candidate.Capture] {
    var captures: [Candidate.Capture] = []
    try candidate.captures.forEach(as: postil_capture.self, zero: postil_capture()) { (capture) throws(BridgeError) in
      captures.append(.init(name: try capture.name.text(), span: try capture.span.span()))
    }
    return captures
  }
}
