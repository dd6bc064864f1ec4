import PostilDiagnostics
import PostilMatching
import PostilModel
import PostilRules

/// The rules of one phase of a step, compiled for matching together.
struct Phase: Sendable {
  let number: Int
  /// The rules, with their places among all rules of the step.
  let rules: [(rule: Rule, order: Int)]
  private let patterns: PatternSet
  /// For each pattern of the set, its rule and itself.
  private let patternOwners: [(rule: Int, pattern: CompiledPattern)]
  private let terms: TermIndex
  /// The lexicons of the index, by their numbers there.
  let lexicons: [Lexicon]
  /// For each lexicon, the rules that look it up.
  private let lookingUp: [[Int]]
  /// The rules that look at what stands in regions: sequences and evidence.
  private let contextual: [Int]

  init(number: Int, rules: [(rule: Rule, order: Int)]) {
    self.number = number
    self.rules = rules
    var set: [PatternSet.Entry] = []
    var patternOwners: [(rule: Int, pattern: CompiledPattern)] = []
    var lexicons: [Lexicon] = []
    var lookingUp: [[Int]] = []
    var contextual: [Int] = []
    for (index, (rule, _)) in rules.enumerated() {
      switch rule.matcher {
      case .patterns(let compiled):
        for pattern in compiled {
          set.append(.init(pattern: pattern.pattern, scope: rule.scope.rawValue, limits: rule.limits))
          patternOwners.append((index, pattern))
        }
      case .terms(let wanted):
        for lexicon in wanted {
          if let known = lexicons.firstIndex(where: { $0 === lexicon }) {
            lookingUp[known].append(index)
          } else {
            lexicons.append(lexicon)
            lookingUp.append([index])
          }
        }
      case .sequence, .evidence: contextual.append(index)
      }
    }
    patterns = PatternSet(set)
    terms = TermIndex(lexicons)
    self.patternOwners = patternOwners
    self.lexicons = lexicons
    self.lookingUp = lookingUp
    self.contextual = contextual
  }

  /// What a phase found in a document.
  struct Findings {
    var sightings: [Sighting] = []
    var diagnostics: [DocumentDiagnostic] = []
  }

  /// Every place where a rule of this phase matches, and the limits that were hit.
  func findings(by checker: ConditionChecker, tokens: [Token]) -> Findings {
    var byRule = [[Sighting]](repeating: [], count: rules.count)
    var findings = Findings()
    findPatterns(checker, &byRule, &findings.diagnostics)
    findTerms(checker, &byRule)
    findContextual(checker, tokens, &byRule, &findings.diagnostics)
    for (rule, sightings) in byRule.enumerated() where !sightings.isEmpty {
      let all = sightings.withoutOverlap()
      let limit = rules[rule].rule.limits.matches
      if all.count > limit { findings.diagnostics.append(.matchLimit(of: rules[rule].rule)) }
      findings.sightings += all.prefix(limit)
    }
    findings.diagnostics = findings.diagnostics.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    return findings
  }

  private func findPatterns(
    _ checker: ConditionChecker, _ byRule: inout [[Sighting]], _ diagnostics: inout [DocumentDiagnostic]
  ) {
    let subject = checker.subject
    let found = patterns.matches(in: subject.bytes, regions: subject.regions, using: checker.matcher)
    let broken = Set(found.breaches.filter { $0.kind == .backtracking }.map { patternOwners[$0.pattern].rule })
    for match in found.matches {
      let owner = patternOwners[match.pattern]
      guard !broken.contains(owner.rule) else { continue }
      let parts = zip(owner.pattern.pattern.captureNames, match.captures).compactMap { name, span in
        span.map { Sighting.Part(name: name, span: $0) }
      }
      byRule[owner.rule].append(
        Sighting(rule: owner.rule, span: match.span, match: .init(parts: parts, pattern: owner.pattern)))
    }
    diagnostics += found.breaches.map { breach in
      let rule = rules[patternOwners[breach.pattern].rule].rule
      return breach.kind == .backtracking ? .backtrackingLimit(of: rule) : .matchLimit(of: rule)
    }
  }

  private func findTerms(_ checker: ConditionChecker, _ byRule: inout [[Sighting]]) {
    terms.matches(in: checker.subject.terms) { match in
      for rule in lookingUp[match.lexicon] {
        byRule[rule].append(Sighting(rule: rule, span: match.span, term: (match.lexicon, match.row)))
      }
    }
  }

  private func findContextual(
    _ checker: ConditionChecker, _ tokens: [Token], _ byRule: inout [[Sighting]],
    _ diagnostics: inout [DocumentDiagnostic]
  ) {
    for index in contextual {
      let rule = rules[index].rule
      var states = 0
      for region in checker.subject.regions[rule.scope.rawValue] {
        switch rule.matcher {
        case .sequence(let elements):
          var search = SequenceSearch(elements, in: region, tokens: tokens, checker: checker, states: states)
          byRule[index] += search.sightings(rule: index)
          states = search.states
          if search.isExhausted { diagnostics.append(.stateLimit(of: rule)) }
        case .evidence(let evidence):
          let search = EvidenceSearch(evidence: evidence, checker: checker)
          if let sighting = search.sighting(rule: index, in: region) { byRule[index].append(sighting) }
        case .patterns, .terms: break
        }
        if states > SequenceSearch.mostStates { break }
      }
    }
  }
}

extension DocumentDiagnostic {
  fileprivate static func backtrackingLimit(of rule: Rule) -> Self {
    DocumentDiagnostic(
      code: Diagnostic.Code.backtrackingLimit.rawValue,
      message: "the backtracking limit of \(rule.limits.backtracking) was hit; the rule made no candidates here",
      rule: rule.name)
  }

  fileprivate static func matchLimit(of rule: Rule) -> Self {
    DocumentDiagnostic(
      code: Diagnostic.Code.matchLimit.rawValue,
      message: "more than \(rule.limits.matches) matches; only the first were kept", rule: rule.name)
  }

  fileprivate static func stateLimit(of rule: Rule) -> Self {
    DocumentDiagnostic(
      code: Diagnostic.Code.stateLimit.rawValue,
      message: "the sequence can be read in more than \(SequenceSearch.mostStates) ways; only the first were tried",
      rule: rule.name)
  }
}
