import PostilMatching
import PostilModel
import PostilRules

/// The rules of one phase of a step, compiled for matching together.
struct Phase: Sendable {
  /// A rule and its place among all rules of the chain.
  struct Entry: Sendable {
    let rule: Rule
    let order: Int
  }

  let number: Int
  let entries: [Entry]
  private let patterns: PatternSet
  /// For each pattern of the set, its rule and itself.
  private let patternOwners: [(rule: Int, pattern: CompiledPattern)]
  private let terms: TermIndex
  /// For each lexicon of the index, itself and the rules that look it up.
  private let lexiconOwners: [(lexicon: Lexicon, rules: [Int])]

  init(number: Int, entries: [Entry]) {
    self.number = number
    self.entries = entries
    var set: [PatternSet.Entry] = []
    var patternOwners: [(rule: Int, pattern: CompiledPattern)] = []
    var lexiconOwners: [(lexicon: Lexicon, rules: [Int])] = []
    for (index, entry) in entries.enumerated() {
      switch entry.rule.matcher {
      case .patterns(let compiled):
        for pattern in compiled {
          set.append(.init(pattern: pattern.pattern, scope: entry.rule.scope.rawValue, limits: entry.rule.limits))
          patternOwners.append((index, pattern))
        }
      case .terms(let lexicons):
        for lexicon in lexicons {
          if let known = lexiconOwners.firstIndex(where: { $0.lexicon === lexicon }) {
            lexiconOwners[known].rules.append(index)
          } else {
            lexiconOwners.append((lexicon, [index]))
          }
        }
      }
    }
    patterns = PatternSet(set)
    terms = TermIndex(lexiconOwners.enumerated().flatMap { index, owner in owner.lexicon.terms(lexicon: index) })
    self.patternOwners = patternOwners
    self.lexiconOwners = lexiconOwners
  }

  /// Every place where a rule of this phase matches, and the limits that were hit.
  func sightings(in subject: Subject, using matcher: Matcher) -> (
    sightings: [Sighting], diagnostics: [DocumentDiagnostic]
  ) {
    var byRule: [Int: [Sighting]] = [:]
    let found = patterns.matches(in: subject.bytes, regions: subject.regions, using: matcher)
    let broken = Set(found.breaches.filter { $0.kind == .backtracking }.map { patternOwners[$0.pattern].rule })
    for match in found.matches {
      let owner = patternOwners[match.pattern]
      guard !broken.contains(owner.rule) else { continue }
      let captures = zip(owner.pattern.pattern.captureNames, match.captures).compactMap { name, span in
        span.map { Candidate.Capture(name: name, span: $0) }
      }
      byRule[owner.rule, default: []].append(
        Sighting(rule: owner.rule, span: match.span, captures: captures, term: nil, pattern: owner.pattern))
    }
    terms.matches(in: subject.bytes) { match in
      let owner = lexiconOwners[match.lexicon]
      for rule in owner.rules {
        byRule[rule, default: []].append(
          Sighting(
            rule: rule, span: match.span, captures: [.init(name: "term", span: match.span)],
            term: (owner.lexicon, match.row), pattern: nil))
      }
    }
    var sightings: [Sighting] = []
    var diagnostics = found.breaches.map { breach in
      limitDiagnostic(
        rule: entries[patternOwners[breach.pattern].rule].rule, backtracking: breach.kind == .backtracking)
    }
    for rule in byRule.keys.sorted() {
      let all = (byRule[rule] ?? []).withoutOverlap()
      let limit = entries[rule].rule.limits.matches
      if all.count > limit { diagnostics.append(limitDiagnostic(rule: entries[rule].rule, backtracking: false)) }
      sightings += all.prefix(limit)
    }
    return (sightings, diagnostics.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
  }

  private func limitDiagnostic(rule: Rule, backtracking: Bool) -> DocumentDiagnostic {
    backtracking
      ? DocumentDiagnostic(
        code: "L001",
        message: "the backtracking limit of \(rule.limits.backtracking) was hit; the rule made no candidates here",
        rule: rule.name)
      : DocumentDiagnostic(
        code: "L002", message: "more than \(rule.limits.matches) matches; only the first were kept", rule: rule.name)
  }
}
