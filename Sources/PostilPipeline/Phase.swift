import PostilDiagnostics
import PostilMatching
import PostilModel
import PostilRules

/// The rules of one phase of a step.
struct Phase: Sendable {
  /// A rule with what a search has of it.
  struct Member: Sendable {
    let rule: Rule
    /// Its place among all rules of the step.
    let order: Int
    /// The places of its patterns in the search.
    let patterns: Range<Int>
    /// The numbers of the lexicons that it looks up.
    let lexicons: [Int]
  }

  let number: Int
  let members: [Member]
  /// What the rules' patterns and terms are found by.
  let search: RuleSearch

  /// - Parameter rules: With their places among all rules of the step.
  init(number: Int, rules: [(rule: Rule, order: Int)], search: RuleSearch) {
    self.number = number
    self.search = search
    members = rules.map { rule, order in
      let lexicons: [Lexicon] = if case .terms(let lexicons) = rule.matcher { lexicons } else { [] }
      return Member(
        rule: rule, order: order, patterns: search.patterns(of: rule), lexicons: lexicons.compactMap(search.number))
    }
  }

  /// Every place where a rule of this phase matches, and the limits that were hit.
  ///
  /// - Parameter found: What the phase's search found in the document.
  func findings(in found: RuleFindings, by checker: ConditionChecker, tokens: [Token]) -> PhaseFindings {
    PhaseFindings(of: self, in: found, by: checker, tokens: tokens)
  }
}
