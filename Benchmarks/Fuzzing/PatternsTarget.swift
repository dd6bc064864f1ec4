import PostilMatching
import PostilModel
import PostilRules

/// Patterns of the shipped rules, changed: the prefilter finds what a search of the whole text finds.
struct PatternsTarget: FuzzTarget {
  static let name = "patterns"
  private static let mutator = Mutator(tokens: [
    "(?i)", "(?-i:", ")", "|", "?", "*", "+", "{0,2}", "[a-k]", "[^b]", "\\b", "\\w+", "\\d", "\\s", "\\R", "\\X",
    "(?=", "(?<!",
    "(?>", "(?:", "(?s:.)", "\\p{Lu}", "ſ", "\u{212A}", "é", "^", "$", ".", "\\Q", "\\E", "\\K", "\\G", "(?x)",
    "[[:alpha:]]",
  ])

  private let patterns: [String]
  private let texts: [[UInt8]]
  private let workplace: Workplace
  private let matcher = Matcher()

  init(_ workplace: Workplace) throws {
    self.workplace = workplace
    let files = workplace.files("Documentation/RuleLibrary", ".yaml") + workplace.files("rules/en", ".yaml")
    let rules = files.compactMap { try? YAMLReader.read(SourceFile(path: $0, name: $0)) }
    patterns = rules.flatMap { $0.texts(of: "pattern") }.map {
      $0.replacing("${", with: "(?:").replacing("}", with: ")")
    }
    texts = try workplace.files("seeds", ".txt").map { try workplace.bytes($0) }
  }

  mutating func run(_ generator: inout SplitMix) throws -> String? {
    let compiled = (0..<12).compactMap { _ in
      try? Pattern(
        String(decoding: Self.mutator.mutated(Array(generator.pick(patterns).utf8), &generator), as: UTF8.self))
    }
    let words = compiled.map(\.source).joined(separator: " ")
    let start = generator.pick(texts)
    let piece = Array(start.dropFirst(Int.random(in: 0..<start.count, using: &generator)).prefix(1500))
    let text = Array(
      String(decoding: Self.mutator.mutated(piece + Array(words.utf8.prefix(600)), &generator), as: UTF8.self).utf8)
    try workplace.write("patterns.txt", Array(words.utf8))
    try workplace.write("text.txt", text)
    let limits = MatchLimits(matches: 1000, backtracking: 20_000)
    let set = PatternSet(compiled.map { .init(pattern: $0, scope: 0, limits: limits) })
    return text.withUnsafeBufferPointer { bytes -> String? in
      let regions = [[Span(start: 0, end: bytes.count)]]
      let found = set.matches(in: bytes, regions: regions, using: matcher)
      let reference = set.referenceMatches(in: bytes, regions: regions, using: matcher)
      // The search that hits a limit earlier may know less.
      let broken = Set((found.breaches + reference.breaches).map(\.pattern))
      let ours = FoundMatch.all(in: found.matches).filter { !broken.contains($0.pattern) }
      let theirs = FoundMatch.all(in: reference.matches).filter { !broken.contains($0.pattern) }
      guard ours != theirs else { return nil }
      let other = Set(ours).symmetricDifference(theirs).map(\.pattern).min() ?? 0
      return "the prefilter changes what is found by \(compiled[other].source)"
    }
  }
}

/// A match with what its groups matched.
private struct FoundMatch: Hashable {
  let pattern: Int
  let span: Span
  let captures: [Span?]

  static func all(in table: MatchTable) -> [FoundMatch] {
    table.map { FoundMatch(pattern: $0.pattern, span: $0.span, captures: table.captures(of: $0)) }
  }
}

extension YAMLNode {
  /// Every text behind `key`, wherever it stands.
  fileprivate func texts(of key: String) -> [String] {
    switch self {
    case .scalar: []
    case .sequence(let elements, _): elements.flatMap { $0.texts(of: key) }
    case .mapping(let entries, _):
      entries.flatMap { entry in
        entry.key.text == key ? [entry.value.scalar?.text].compactMap { $0 } : entry.value.texts(of: key)
      }
    }
  }
}
