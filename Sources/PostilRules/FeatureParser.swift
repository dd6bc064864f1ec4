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
      annotated: matcher.annotatedTypes.mapValues { contracts.anyFeatures(ofAll: $0) },
      repeated: matcher.repeatedNames, lexicons: lexicons, broken: broken)
    let allowed = contracts.features(of: type)
    return fields.mapping("features").compactMap { feature($0, type, allowed, parser, &fields) }
  }

  private mutating func feature(
    _ entry: YAMLEntry, _ type: String, _ allowed: [String: (kind: FeatureKind, choices: [String])]?,
    _ parser: TemplateParser, _ fields: inout FieldReader
  ) -> FeatureTemplate? {
    if let allowed, allowed[entry.key.text] == nil {
      fields.fault(
        .unknownFeature, "type '\(type)' has no feature '\(entry.key.text)'", at: entry.key.location,
        help: Suggestion.help(for: entry.key.text, among: allowed.keys))
      return nil
    }
    let contract = allowed?[entry.key.text]
    if let scalar = entry.value.scalar, let choices = contract?.choices, !choices.isEmpty, !scalar.text.contains("${"),
      !choices.contains(scalar.text)
    {
      fields.fault(
        .notAChoice, "feature '\(entry.key.text)' is one of \(choices.joined(separator: ", ")), not '\(scalar.text)'",
        at: scalar.location, help: Suggestion.help(for: scalar.text, among: choices))
      return nil
    }
    do throws(Refusal) {
      return try parser.parse(entry.value, name: entry.key.text, kind: contract?.kind ?? .string)
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
    case .sequence(let sequence): sequence.names
    case .event(let event): event.names
    case .evidence(let evidence):
      (evidence.items.flatMap { [$0.id] + $0.condition.groupNames } + ["score", "evidence", Evidence.region]).uniqued()
    case .frame: []
    }
  }

  /// The lexicons behind the captures that are exactly one.
  public var tables: [String: [Lexicon]] {
    switch self {
    case .patterns(let patterns):
      patterns.flatMap(\.lexiconCaptures).reduce(into: [:]) { $0[$1.key, default: []].append($1.value) }
    case .terms(let lexicons): ["term": lexicons]
    case .sequence, .event, .evidence:
      asked.compactMapValues { asked in
        guard let asked, asked.allSatisfy({ !$0.lexicons.isEmpty }) else { return nil }
        return asked.flatMap(\.lexicons)
      }
    case .frame: [:]
    }
  }

  /// The types of the annotations behind captures that are annotations.
  var annotatedTypes: [String: [String]] {
    asked.compactMapValues { asked in
      guard let asked, case let types = asked.compactMap(\.type), types.count == asked.count else { return nil }
      return types.uniqued()
    }
  }

  /// What is asked for under each name of an element or a role; nil where that is a stretch of text.
  private var asked: [String: [Condition]?] {
    switch self {
    case .sequence(let sequence): sequence.asked
    case .event(let event): event.asked
    case .evidence(let evidence): Dictionary(evidence.items.map { ($0.id, [$0.condition]) }) { first, _ in first }
    case .patterns, .terms, .frame: [:]
    }
  }

  /// The names that may stand for several things of one match.
  var repeatedNames: Set<String> {
    switch self {
    case .sequence(let sequence): sequence.repeatedNames
    case .event(let event): Set(event.roles.filter { $0.most > 1 }.map(\.name))
    case .patterns, .terms, .evidence, .frame: []
    }
  }

  /// The capture that is annotated where the rule names none; nil for the whole match.
  var ownSpan: String? { if case .event = self { Event.trigger } else { nil } }
}
