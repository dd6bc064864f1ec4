import PostilMatching
import PostilModel
import PostilPipeline
import PostilRules

/// The patterns of a chain's rules, matched as the chain does it: those of all steps together.
struct PatternSearch {
  private let set: PatternSet
  private let matcher = Matcher()

  init(_ chain: Chain) {
    set = PatternSet(chain.steps.flatMap { $0.rulesets.flatMap(\.rules).flatMap(Self.entries) })
  }

  private static func entries(of rule: Rule) -> [PatternSet.Entry] {
    guard case .patterns(let patterns) = rule.matcher else { return [] }
    return patterns.map { .init(pattern: $0.pattern, scope: rule.scope.rawValue, limits: rule.limits) }
  }

  /// The number of matches in `text`.
  func matches(in text: String, structure: TextStructure) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      let whole = bytes.isEmpty ? [] : [Span(start: 0, end: bytes.count)]
      let regions = [whole, structure.paragraphs, structure.sentences, structure.lines]
      return set.matches(in: bytes, regions: regions, using: matcher).matches.count
    }
  }
}
