import PostilDiagnostics
import PostilModel

/// Reads the features of a rule, each against the contract of its type.
struct FeatureParser {
  let source: SourceFile
  let contracts: TypeContracts
  let lexicons: [String: Lexicon]
  let broken: BrokenNames
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a feature was left out, since what it stands on is told to be broken elsewhere.
  private(set) var isIncomplete = false

  init(source: SourceFile, contracts: TypeContracts, lexicons: [String: Lexicon], broken: BrokenNames) {
    self.source = source
    self.contracts = contracts
    self.lexicons = lexicons
    self.broken = broken
  }

  mutating func features(_ fields: inout FieldReader, type: String, matcher: RuleMatcher) -> [FeatureTemplate] {
    let parser = TemplateParser(
      source: source, captures: matcher.captureNames, tables: matcher.tables,
      annotated: matcher.annotatedTypes.mapValues { $0.flatMap { contracts.anyFeatures(of: $0) } },
      repeated: matcher.repeatedNames, lexicons: lexicons, broken: broken)
    let allowed = contracts.features(of: type)
    return fields.mapping("features").compactMap { feature($0, type, allowed, parser, &fields) }
  }

  private mutating func feature(
    _ entry: YAMLEntry, _ type: String, _ allowed: [String: (kind: FeatureKind, choices: [String])]?,
    _ parser: TemplateParser, _ fields: inout FieldReader
  ) -> FeatureTemplate? {
    guard let scalar = entry.value.scalar else {
      fields.fault(.wrongShape, "a feature must be text, not \(entry.value.kindName)", at: entry.value.location)
      return nil
    }
    if let allowed, allowed[entry.key.text] == nil {
      fields.fault(
        .unknownFeature, "type '\(type)' has no feature '\(entry.key.text)'", at: entry.key.location,
        help: Suggestion.help(for: entry.key.text, among: allowed.keys))
      return nil
    }
    let contract = allowed?[entry.key.text]
    if let choices = contract?.choices, !choices.isEmpty, !scalar.text.contains("${"), !choices.contains(scalar.text) {
      fields.fault(
        .notAChoice, "feature '\(entry.key.text)' is one of \(choices.joined(separator: ", ")), not '\(scalar.text)'",
        at: scalar.location, help: Suggestion.help(for: scalar.text, among: choices))
      return nil
    }
    do throws(Refusal) {
      return try parser.parse(scalar, name: entry.key.text, kind: contract?.kind ?? .string)
    } catch {
      switch error {
      case .alreadyTold: isIncomplete = true
      case .fault(let diagnostic): diagnostics.append(diagnostic)
      }
      return nil
    }
  }
}

extension RuleMatcher {
  /// The names that `span` and templates may use.
  public var captureNames: [String] {
    switch self {
    case .patterns(let patterns): Array(Set(patterns.flatMap(\.pattern.captureNames))).sorted()
    case .terms: ["term"]
    case .sequence(let elements):
      elements.flatMap(\.names).uniqued()
    case .evidence(let evidence): evidence.items.map(\.id) + ["score", "evidence"]
    case .frame: []
    }
  }

  /// The lexicons behind the captures that are exactly one.
  public var tables: [String: [Lexicon]] {
    switch self {
    case .patterns(let patterns):
      patterns.flatMap(\.lexiconCaptures).reduce(into: [:]) { $0[$1.key, default: []].append($1.value) }
    case .terms(let lexicons): ["term": lexicons]
    case .sequence(let elements):
      Dictionary(
        elements.compactMap { element in
          guard let name = element.name, case .condition(.terms(let lexicons)) = element.content else { return nil }
          return (name, lexicons)
        }, uniquingKeysWith: { first, _ in first })
    case .evidence, .frame: [:]
    }
  }

  /// The types of the annotations behind captures, nil where they are none of one type.
  var annotatedTypes: [String: String?] {
    guard case .sequence(let elements) = self else { return [:] }
    return Dictionary(
      elements.compactMap { element in
        guard let name = element.name, case .condition(.type(let type, _)) = element.content else { return nil }
        return (name, type)
      }, uniquingKeysWith: { first, second in first == second ? first : nil })
  }

  /// The names that several elements have.
  var repeatedNames: Set<String> {
    guard case .sequence(let elements) = self else { return [] }
    return Set(Dictionary(grouping: elements.compactMap(\.name)) { $0 }.filter { $0.value.count > 1 }.keys)
  }
}
