import CPostilModule
import PostilModel
import PostilModuleBridge

/// What a module says of a new annotation, before it is checked.
struct Emission {
  let type: String
  let span: Span
  let features: Features
  /// The candidates that it was made from, the deciding one first.
  let candidates: [Int]
  /// The annotations that it was made from.
  let annotations: [Int]
  /// The id of the decision that made it; empty when none is told.
  let decision: String
}

extension Emission {
  /// What a library says.
  init(_ emission: postil_emission) throws(BridgeError) {
    self.init(
      type: try emission.type.text(), span: try emission.span.span(), features: try emission.features.features(),
      candidates: emission.candidates.indices(), annotations: emission.annotations.indices(),
      decision: try emission.decision.text())
  }
}
