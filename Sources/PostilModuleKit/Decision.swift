import PostilModel

/// The decisions by which a module makes annotations: an enum whose raw values are their ids.
///
/// The manifest declares all cases; an annotation bears the raw value of the one that made it.
public protocol Decision: RawRepresentable<String>, CaseIterable, Sendable {
  /// What was decided and by what, in one sentence.
  var meaning: String { get }
}

extension Decision {
  /// All cases, as the manifest lists them.
  public static var declared: [ModuleManifest.Decision] { allCases.map { .init($0.rawValue, $0.meaning) } }
}
