import PostilModel

/// A manifest as what a module gives is checked against it: by names.
///
/// A class, since every call shares it.
final class ModuleContract: Sendable {
  /// A type with the features that it may have.
  struct AnnotationType: Sendable {
    let name: String
    let features: [String: FeatureKind]

    init(_ declared: ModuleManifest.TypeContract) {
      name = declared.type
      features = Dictionary(declared.features.map { ($0.name, $0.kind) }) { first, _ in first }
    }
  }

  let manifest: ModuleManifest
  /// The types that it makes annotations of.
  let assigned: [String: AnnotationType]
  /// The types whose annotations it adds features to.
  let refined: [String: AnnotationType]
  /// The ids of its decisions, and the names of the frames by which it decides, by themselves: annotations share the text.
  let decisions: [String: String]
  /// The names of the frames that the instance was given.
  private let frames: Set<String>

  /// - Parameter frames: The names of the rules whose frames the instance is given.
  init(_ manifest: ModuleManifest, frames: [String] = []) {
    self.manifest = manifest
    assigned = Self.types(manifest.assigns)
    refined = Self.types(manifest.refines)
    decisions = Dictionary((manifest.decisions.map(\.id) + frames).map { ($0, $0) }) { first, _ in first }
    self.frames = Set(frames)
  }

  /// The most annotations that a module may make of a document, and the most features, rejections and diagnostics: more than a text of
  /// its length can ask for.
  static func mostOfOneKind(inBytes count: Int) -> Int { max(200_000, count) }

  /// Whether a decision is the name of a frame, and so of a rule.
  func isFrame(_ decision: String) -> Bool { frames.contains(decision) }

  private static func types(_ declared: [ModuleManifest.TypeContract]) -> [String: AnnotationType] {
    Dictionary(declared.map { ($0.type, AnnotationType($0)) }) { first, _ in first }
  }
}
