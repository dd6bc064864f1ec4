import PostilDiagnostics
import PostilRules

/// Finds rules that ask for a type of their own file that no earlier phase makes.
struct PhaseLint {
  let source: SourceFile
  let ruleset: Ruleset
  let root: YAMLNode

  /// - Parameter fields: Those of `rule`.
  func diagnostics(on rule: Rule, _ fields: [YAMLEntry]) -> [Diagnostic] {
    let declared = Set((root["types"]?.entries ?? []).map(\.key.text))
    return asked(by: fields).compactMap { type in
      guard declared.contains(type.text) else { return nil }
      let phases = ruleset.rules.filter { $0.type == type.text }.map(\.phase)
      guard let first = phases.min(), first >= rule.phase else { return nil }
      return source.diagnostic(
        .laterPhase, "type '\(type.text)' is made in phase \(first), and this rule runs in phase \(rule.phase)",
        at: type.location, help: "give this rule 'phase: \(first + 1)', or those that make the type an earlier one")
    }
  }

  /// The types that a rule's matcher and conditions ask for.
  private func asked(by fields: [YAMLEntry]) -> [YAMLScalar] {
    let asking = ["sequence", "event", "evidence"] + ContextRelation.allCases.map(\.rawValue)
    return fields.filter { asking.contains($0.key.text) }.flatMap { types(in: $0.value) }
  }

  private func types(in node: YAMLNode) -> [YAMLScalar] {
    switch node {
    case .scalar: []
    case .sequence(let elements, _): elements.flatMap(types)
    case .mapping(let entries, _):
      entries.flatMap { entry -> [YAMLScalar] in
        switch entry.key.text {
        case "type": entry.value.scalar.map { [$0] } ?? []
        case "where": []
        default: types(in: entry.value)
        }
      }
    }
  }
}
