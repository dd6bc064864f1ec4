import PostilDiagnostics
import PostilModel

extension [(source: SourceFile, ruleset: Ruleset)] {
  /// Types of which two files give one feature different kinds: what one makes, conditions of the other misread.
  func disagreements() -> [Diagnostic] {
    var known: [String: (kind: FeatureKind, file: String)] = [:]
    var found: [Diagnostic] = []
    for (source, ruleset) in self {
      for type in ruleset.types where type.location.file == source.name {
        for (name, kind) in (type.features ?? [:]).sorted(by: { $0.key < $1.key }) {
          let key = "\(type.name)\u{0}\(name)"
          guard let first = known[key], first.kind != kind else {
            known[key] = known[key] ?? (kind, source.name)
            continue
          }
          found.append(
            source.diagnostic(
              .differentKinds,
              "feature '\(name)' of type '\(type.name)' is a \(kind) here and a \(first.kind) in '\(first.file)'",
              at: type.location, help: "give both the same kind, or one of the types another name"))
        }
      }
    }
    return found
  }
}
