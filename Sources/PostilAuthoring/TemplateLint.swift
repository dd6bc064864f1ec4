import PostilDiagnostics
import PostilModel
import PostilRules

/// Finds what looks like a reference in the templates of a rule and is text.
struct TemplateLint {
  let source: SourceFile
  let rule: Rule

  /// - Parameter fields: Those of the rule.
  func diagnostics(on fields: [YAMLEntry]) -> [Diagnostic] {
    let features = fields.first { $0.key.text == "features" }?.value.entries ?? []
    return features.flatMap { entry -> [Diagnostic] in
      let scalars = (entry.value.elements ?? [entry.value]).compactMap(\.scalar)
      return scalars.flatMap { names(in: $0) + braces(in: $0) }
        + (entry.value.scalar.map { brackets(in: $0, of: entry.key.text) } ?? [])
    }
  }

  /// `$name`, `{name}` and `$1`.
  private func names(in scalar: YAMLScalar) -> [Diagnostic] {
    let captures = Set(rule.matcher.captureNames)
    let found = scalar.text.matches(of: /\$\{[^}]*\}|\$(\w+)|\{(\w+)[^{}]*\}/).compactMap { match -> Diagnostic? in
      guard let name = match.1 ?? match.2, captures.contains(String(name)) else { return nil }
      return warning("'\(match.0)' is text here", scalar, match.range.lowerBound, "write '${\(name)}'")
    }
    guard scalar.text.wholeMatch(of: /[\\$]\d/) != nil, case .patterns = rule.matcher else { return found }
    return found + [
      warning(
        "'\(scalar.text)' is text here: groups have no numbers in templates", scalar, scalar.text.startIndex,
        "name the group as (?<name>…) and write '${name}'")
    ]
  }

  /// `${name}}`.
  private func braces(in scalar: YAMLScalar) -> [Diagnostic] {
    scalar.text.matches(of: /\$\{[^{}]*\}(\})/).map { match in
      warning("a second '}' behind '\(match.0.dropLast())' is text", scalar, match.1.startIndex, "take it away")
    }
  }

  /// `[${name}]` for a list.
  private func brackets(in scalar: YAMLScalar, of feature: String) -> [Diagnostic] {
    guard case .list = rule.features.first(where: { $0.name == feature })?.kind, scalar.text.hasPrefix("["),
      scalar.text.hasSuffix("]")
    else { return [] }
    return [
      warning(
        "the brackets of '\(scalar.text)' are text", scalar, scalar.text.startIndex,
        "write the elements with commas between them and without brackets, or as a list of YAML: [one, '${two}']")
    ]
  }

  private func warning(_ message: String, _ scalar: YAMLScalar, _ index: String.Index, _ help: String) -> Diagnostic {
    let offset = scalar.text.utf8.distance(from: scalar.text.startIndex, to: index)
    return source.diagnostic(
      .doubtfulTemplate, message, at: source.location(of: scalar, atUTF8: offset), help: help)
  }
}
