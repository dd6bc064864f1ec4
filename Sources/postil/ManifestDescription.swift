import PostilModel

/// A module's contract as text for rule authors.
struct ManifestDescription {
  let text: String

  init(_ manifest: ModuleManifest) {
    var lines = ["\(manifest.name) \(manifest.version)"]
    if !manifest.requires.isEmpty { lines.append("requires: \(manifest.requires.joined(separator: ", "))") }
    lines += Self.section("candidates that rules may make", manifest.inputs)
    lines += Self.section("annotations that it makes", manifest.assigns)
    lines += Self.section("annotations of others that it adds to", manifest.refines)
    if !manifest.settings.isEmpty {
      lines += ["", "settings:"]
      lines += manifest.settings.map { setting in
        let choices = setting.choices.isEmpty ? "" : " (\(setting.choices.joined(separator: ", ")))"
        let metadata = setting.fromMetadata ? "; a document's metadata may override it" : ""
        return "  \(setting.name): \(setting.kind)\(choices): \(setting.meaning)\(metadata)"
      }
    }
    if manifest.takesFrames { lines += ["", "takes frames: rules with 'frame', which it matches itself"] }
    if !manifest.takesTables.isEmpty { lines += ["", "takes tables: \(manifest.takesTables.joined(separator: ", "))"] }
    if !manifest.rejectReasons.isEmpty {
      lines += ["", "reasons for rejecting a candidate:"] + manifest.rejectReasons.map { "  \($0)" }
    }
    if !manifest.decisions.isEmpty {
      lines += ["", "decisions by which it makes annotations:"]
      lines += manifest.decisions.map { "  \($0.id): \($0.meaning)" }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ title: String, _ contracts: [ModuleManifest.TypeContract]) -> [String] {
    guard !contracts.isEmpty else { return [] }
    return ["", "\(title):"]
      + contracts.flatMap { contract in
        ["  \(contract.type): \(contract.meaning)"]
          + contract.features.map { feature in
            let choices = feature.choices.isEmpty ? "" : " (\(feature.choices.joined(separator: ", ")))"
            return "    \(feature.name): \(feature.kind)\(choices): \(feature.meaning)"
          }
      }
  }
}
