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
  /// The ids of its decisions, by themselves: annotations share the text.
  let decisions: [String: String]

  init(_ manifest: ModuleManifest) {
    self.manifest = manifest
    assigned = Self.types(manifest.assigns)
    refined = Self.types(manifest.refines)
    decisions = Dictionary(manifest.decisions.map { ($0.id, $0.id) }) { first, _ in first }
  }

  private static func types(_ declared: [ModuleManifest.TypeContract]) -> [String: AnnotationType] {
    Dictionary(declared.map { ($0.type, AnnotationType($0)) }) { first, _ in first }
  }
}
