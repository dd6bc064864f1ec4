import PostilDiagnostics
import PostilRules

extension YAMLNode {
  /// Every text of values, keys aside.
  func collectTexts(into texts: inout [String]) {
    switch self {
    case .scalar(let scalar): texts.append(scalar.text)
    case .sequence(let elements, _): for element in elements { element.collectTexts(into: &texts) }
    case .mapping(let entries, _): for entry in entries { entry.value.collectTexts(into: &texts) }
    }
  }

  /// The values of `pattern` and `anyOf`, wherever they stand.
  func collectPatterns(into patterns: inout [YAMLScalar]) {
    switch self {
    case .scalar: break
    case .sequence(let elements, _): for element in elements { element.collectPatterns(into: &patterns) }
    case .mapping(let entries, _):
      for entry in entries {
        if entry.key.text == "pattern" || entry.key.text == "anyOf" {
          patterns += (entry.value.elements ?? [entry.value]).compactMap(\.scalar)
        }
        entry.value.collectPatterns(into: &patterns)
      }
    }
  }

  /// The fields of the rule whose id stands at `place`.
  func rule(at place: SourceLocation) -> [YAMLEntry]? {
    let rules = entries?.first { $0.key.text == "rules" }?.value.elements ?? []
    return rules.lazy.compactMap(\.entries).first { fields in
      fields.contains { $0.key.text == "id" && $0.value.location == place }
    }
  }

  /// The value of a key, if this is a mapping that has it.
  subscript(key: String) -> YAMLNode? { entries?.first { $0.key.text == key }?.value }
}
