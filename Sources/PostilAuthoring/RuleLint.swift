import PostilDiagnostics
import PostilMatching
import PostilRules

/// Finds what is allowed in a rule file and yet is hardly meant, or is slow.
public struct RuleLint {
  private let ruleset: Ruleset
  private let source: SourceFile
  private let root: YAMLNode?

  /// - Parameter source: The file that `ruleset` was read from.
  public init(ruleset: Ruleset, source: SourceFile) {
    self.ruleset = ruleset
    self.source = source
    root = try? YAMLReader.read(source)
  }

  /// The warnings, without those that a comment `# postil: allow R05x` silences.
  public func diagnostics() -> [Diagnostic] {
    let all = unused() + twice() + rules() + cut() + asWritten()
    let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
    return all.filter { !isAllowed($0, in: lines) }
  }

  private func isAllowed(_ diagnostic: Diagnostic, in lines: [Substring]) -> Bool {
    let number = diagnostic.location.line
    return [number - 1, number].contains { line in
      guard line >= 1, line <= lines.count, let comment = lines[line - 1].firstRange(of: "# postil: allow ") else {
        return false
      }
      return lines[line - 1][comment.upperBound...].split { $0 == " " || $0 == "," }.contains {
        $0 == diagnostic.code.rawValue
      }
    }
  }

  /// What is doubtful in how the file is written.
  private func asWritten() -> [Diagnostic] {
    guard let root else { return [] }
    let patterns = patternTexts().flatMap { PatternLint(source: source).diagnostics(on: $0) }
    return patterns + TextLint(source: source, root: root).diagnostics()
      + ruleset.rules.flatMap { rule -> [Diagnostic] in
        guard let fields = root.rule(at: rule.location) else { return [] }
        return TemplateLint(source: source, rule: rule).diagnostics(on: fields)
          + PhaseLint(source: source, ruleset: ruleset, root: root).diagnostics(on: rule, fields)
      }
  }

  /// The texts of definitions and patterns.
  private func patternTexts() -> [YAMLScalar] {
    var patterns: [YAMLScalar] = entries(of: "definitions").compactMap(\.value.scalar)
    root?.collectPatterns(into: &patterns)
    return patterns
  }

  private func warning(_ code: Diagnostic.Code, _ message: String, at location: SourceLocation, help: String? = nil)
    -> Diagnostic
  {
    source.diagnostic(code, message, at: location, help: help)
  }

  private func entries(of field: String) -> [YAMLEntry] {
    root?.entries?.first { $0.key.text == field }?.value.entries ?? []
  }

  /// Definitions and lexicons that nothing in a file with rules uses.
  private func unused() -> [Diagnostic] {
    guard !ruleset.rules.isEmpty, let root else { return [] }
    var texts: [String] = []
    root.collectTexts(into: &texts)
    func isUsed(_ name: String) -> Bool {
      texts.contains { $0 == name || $0.contains("${\(name)}") || $0.contains("lookup(\(name),") }
    }
    return ["definitions", "lexicons"].flatMap { field in
      entries(of: field).filter { !isUsed($0.key.text) }.map {
        warning(.unused, "nothing uses '\($0.key.text)'", at: $0.key.location)
      }
    }
  }

  /// Terms that stand in a lexicon twice: of equal ones the first row counts.
  private func twice() -> [Diagnostic] {
    entries(of: "lexicons").compactMap { entry in
      guard let lexicon = ruleset.lexicons[entry.key.text] else { return nil }
      var seen: Set<String> = []
      let terms = (0..<lexicon.count).map(lexicon.term).filter { term in
        !seen.insert(lexicon.caseInsensitive ? term.lowercased() : term).inserted
      }
      guard let first = terms.first else { return nil }
      let more = terms.count > 1 ? " and \(terms.count - 1) more" : ""
      return warning(
        .repeatedTerm, "lexicon '\(entry.key.text)' has '\(first)' twice\(more); the first row counts",
        at: entry.key.location)
    }
  }

  private func rules() -> [Diagnostic] {
    var known: [String: String] = [:]
    return ruleset.rules.flatMap { rule -> [Diagnostic] in
      var found = examples(of: rule) + untried(of: rule) + patterns(of: rule)
      if let sources = rule.matcher.sources, rule.conditions.isEmpty, rule.document.isEmpty {
        let key = ([rule.type, "\(rule.scope)"] + sources).joined(separator: "\u{0}")
        if let first = known[key] {
          found.append(
            warning(.repeatedWork, "rule '\(first)' finds the same, so this one never wins a place", at: rule.location))
        } else {
          known[key] = rule.id
        }
      }
      return found
    }
  }

  private func examples(of rule: Rule) -> [Diagnostic] {
    let finds = rule.examples.contains { !$0.none && !$0.noneOfType }
    let spares = rule.examples.contains { $0.none || $0.noneOfType }
    guard !finds || !spares else { return [] }
    let missing = finds ? "no counterexample" : spares ? "no example of what it finds" : "no examples"
    return [
      warning(
        .missingExamples, "rule '\(rule.id)' has \(missing)", at: rule.location, help: "add one under 'examples:'")
    ]
  }

  /// Examples without the metadata that the rule's `document` asks for: the rule is never tried on them.
  private func untried(of rule: Rule) -> [Diagnostic] {
    rule.examples.compactMap { example in
      let given = Set(example.metadata.map(\.name) + (example.date == nil ? [] : ["date"]))
      guard let missing = rule.document.first(where: { !given.contains($0.name) }) else { return nil }
      return warning(
        .untriedExample,
        "the example of rule '\(rule.id)' gives no '\(missing.name)', which 'document' asks for, so it is never tried",
        at: example.location, help: "give it under 'metadata:', or as 'date:'")
    }
  }

  private func patterns(of rule: Rule) -> [Diagnostic] {
    guard case .patterns(let patterns) = rule.matcher else { return [] }
    var found: [Diagnostic] = []
    if let dear = dear(patterns, of: rule) { found.append(dear) }
    if let slow = patterns.lazy.compactMap({ SlowPatternProbe.text(thatSlows: $0.pattern) }).first {
      found.append(
        warning(
          .slowPattern, "rule '\(rule.id)' hits the backtracking limit on text such as '\(slow)…'", at: rule.location,
          help: "make nested repetitions exclusive, or possessive as in (?:…)++"))
    }
    if case let sources = patterns.map(\.pattern.source), Set(sources).count < sources.count {
      found.append(warning(.deadAlternative, "rule '\(rule.id)' has the same pattern twice", at: rule.location))
    }
    if let never = patterns.lazy.compactMap({ DeadAlternative.find(in: $0.pattern.source) }).first {
      found.append(
        warning(
          .deadAlternative,
          "in rule '\(rule.id)' the alternative '\(never.later)' never matches: '\(never.earlier)' stands before it",
          at: rule.location, help: "put the longer alternative first"))
    }
    return found
  }

  /// The share of a text's places from which trying a pattern there is dear.
  private static let dearShare = 0.01

  /// A pattern that is tried everywhere, or nearly so.
  private func dear(_ patterns: [CompiledPattern], of rule: Rule) -> Diagnostic? {
    let shares = patterns.map { (pattern: $0, share: $0.pattern.shareOfPlaces) }
    guard let most = shares.max(by: { $0.share < $1.share }), most.share > Self.dearShare else { return nil }
    guard most.share < 1 else { return unanchored(most.pattern, of: rule) }
    return warning(
      .commonPattern,
      "rule '\(rule.id)' has a pattern whose words or first characters are common: it is tried at one in "
        + "\(Int(1 / most.share)) places of a text",
      at: rule.location, help: "ask for rarer words, or for what stands beside the common ones")
  }

  private func unanchored(_ pattern: CompiledPattern, of rule: Rule) -> Diagnostic {
    guard pattern.pattern.source.hasPrefix(#"\G"#) else {
      return warning(
        .patternWithoutLiteral,
        "rule '\(rule.id)' has a pattern without a literal, so it is tried at every place of every document",
        at: rule.location, help: "begin or end it with words that every match must have")
    }
    return warning(
      .patternWithoutLiteral,
      #"rule '\#(rule.id)' has a pattern that begins with '\G', so it is tried in every \#(rule.scope) of every document"#,
      at: rule.location,
      help: rule.scope == .line
        ? #"write '^' in its place: there a line begins, and the words behind it tell where to look"#
        : "where that is meant, write '# postil: allow R051' on the line above")
  }

  /// Plain scalars behind which ` #` begins a comment, where a pattern may have meant it.
  private func cut() -> [Diagnostic] {
    let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
    return patternTexts().filter { $0.style == .plain }.compactMap { scalar in
      guard scalar.location.line <= lines.count else { return nil }
      let line = lines[scalar.location.line - 1]
      guard let end = line.firstRange(of: scalar.text)?.upperBound, line[end...].drop(while: { $0 == " " }).first == "#"
      else { return nil }
      return warning(
        .commentInPattern, "' #' ends the pattern '\(scalar.text)' and begins a comment", at: scalar.location,
        help: "write the pattern in single quotes")
    }
  }
}

extension RuleMatcher {
  /// What is looked for, where two rules with the same find the same.
  fileprivate var sources: [String]? {
    switch self {
    case .patterns(let patterns): patterns.map(\.pattern.source)
    case .terms(let lexicons): lexicons.map { "\u{1}" + $0.name }
    case .sequence, .event, .evidence, .frame: nil
    }
  }
}
