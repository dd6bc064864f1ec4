import Foundation
import PostilDiagnostics
import PostilMatching

/// A named fragment of patterns with the file that it stands in.
struct Definition {
  let scalar: YAMLScalar
  let source: SourceFile
}

/// What the names of one file come to in patterns.
///
/// A class, since all rules of a file share it; no other file's do, so that it is never used by two threads.
private final class Expansions {
  /// By definition.
  var texts: [String: String] = [:]
  /// By lexicon.
  var alternations: [String: String] = [:]
}

/// Fills `${name}` in patterns from definitions and lexicons, and compiles them.
struct PatternExpander {
  private static let mostTerms = 2000
  /// In bytes, after definitions are filled in.
  private static let longestPattern = 1 << 20

  let source: SourceFile
  let definitions: [String: Definition]
  let lexicons: [String: Lexicon]
  /// What is declared and broken, which is told where it stands.
  let broken: BrokenNames
  /// The forms of words, which `${lemma:word}` stands for.
  let inflections: Inflections
  /// What is known of patterns already.
  private let cache: RuleCache
  private let known = Expansions()

  init(
    source: SourceFile, definitions: [String: Definition], lexicons: [String: Lexicon], broken: BrokenNames,
    inflections: Inflections, cache: RuleCache
  ) {
    self.inflections = inflections
    self.source = source
    self.definitions = definitions
    self.lexicons = lexicons
    self.broken = broken
    self.cache = cache
  }

  /// The pattern of `scalar`.
  func compile(_ scalar: YAMLScalar) throws(Refusal) -> CompiledPattern {
    guard !scalar.text.isEmpty else {
      throw .fault(
        source.diagnostic(
          .invalidPattern, "an empty pattern", at: source.comment(inPlaceOf: scalar) ?? scalar.location,
          help: "put the pattern into single quotes: YAML takes ' #' for the beginning of a comment"))
    }
    try refuseSettings(of: scalar)
    let written = Definition(scalar: scalar, source: source)
    let expanded = try expand(written, in: scalar, open: [])
    do throws(PatternError) {
      let pattern = try Pattern(expanded, cache: cache)
      return CompiledPattern(pattern: pattern, lexiconCaptures: lexiconCaptures(in: scalar.text))
    } catch {
      throw .fault(fault(error, written, known.texts))
    }
  }

  /// The pattern of `scalar` as it is asked at places.
  func condition(_ scalar: YAMLScalar) throws(Refusal) -> ConditionPattern {
    ConditionPattern(try compile(scalar).pattern)
  }

  /// What is wrong with the first definition that uses itself, if any does.
  func firstCycle() -> Diagnostic? {
    var done: Set<String> = []
    for (name, _) in definitions.sorted(by: { $0.value.scalar.location < $1.value.scalar.location }) {
      var open = [name]
      if let found = cycle(&open, &done) { return found }
    }
    return nil
  }

  /// Follows the last of the `open` definitions; what is `done` leads to no cycle.
  private func cycle(_ open: inout [String], _ done: inout Set<String>) -> Diagnostic? {
    guard let last = open.last, let definition = definitions[last], !done.contains(last) else { return nil }
    for (piece, offset) in Reference.split(definition.scalar.text, in: .pattern) {
      guard case .reference(let name) = piece else { continue }
      if open.contains(name) {
        let way = (open + [name]).joined(separator: " → ")
        return definition.source.diagnostic(
          .circularDefinition, "definition '\(name)' uses itself: \(way)",
          at: definition.source.location(of: definition.scalar, atUTF8: offset))
      }
      open.append(name)
      if let found = cycle(&open, &done) { return found }
      open.removeLast()
    }
    done.insert(last)
    return nil
  }

  /// The text of `written` with all its references filled in; what they come to is known from then on.
  private func expand(
    _ written: Definition, in pattern: YAMLScalar, open: Set<String>
  ) throws(Refusal) -> String {
    try refuseControl(in: written)
    var result = ""
    for (piece, offset) in Reference.split(written.scalar.text, in: .pattern) {
      switch piece {
      case .text(let text): result += text
      case .unclosed(let rest):
        throw fault(
          .unclosedReference, "'${\(rest.prefix(20))' has no '}'", written, offset,
          help: #"close it, or write '\$' for a dollar sign"#)
      case .reference(let name):
        result += try filled(name, written, offset, in: pattern, open: open)
      }
      guard result.utf8.count <= Self.longestPattern else {
        throw .fault(
          source.diagnostic(
            .patternTooLong, "the pattern is longer than \(Self.longestPattern) bytes when definitions are filled in",
            at: pattern.location))
      }
    }
    return result
  }

  /// What stands in place of `${name}`.
  private func filled(
    _ name: String, _ written: Definition, _ offset: Int, in pattern: YAMLScalar, open: Set<String>
  ) throws(Refusal) -> String {
    if name.hasPrefix("lemma:") { return try forms(of: Lemma(String(name.dropFirst(6))), written, offset) }
    if open.contains(name) { throw fault(.circularDefinition, "definition '\(name)' uses itself", written, offset) }
    if let text = known.texts[name] { return "(?:\(text))" }
    if let definition = definitions[name] {
      let text = try expand(definition, in: pattern, open: open.union([name]))
      known.texts[name] = text
      return "(?:\(text))"
    }
    guard let lexicon = lexicons[name] else {
      if broken.contains(name) { throw .alreadyTold }
      throw fault(
        .unknownName, "unknown definition or lexicon '\(name)'", written, offset,
        help: Suggestion.help(for: name, among: Array(definitions.keys) + Array(lexicons.keys)))
    }
    guard lexicon.count <= Self.mostTerms else {
      throw fault(
        .lexiconTooLarge, "lexicon '\(name)' has \(lexicon.count) terms, too many for a pattern", written, offset,
        help: "use 'terms: \(name)' for more than \(Self.mostTerms)")
    }
    let alternation = known.alternations[name] ?? lexicon.alternation
    known.alternations[name] = alternation
    return alternation
  }

  /// The forms of a word, longest first.
  private func forms(of lemma: Lemma, _ written: Definition, _ offset: Int) throws(Refusal) -> String {
    if let wrong = lemma.fault(in: inflections) {
      throw fault(.unknownWord, wrong.message, written, offset, help: wrong.help)
    }
    let forms = lemma.forms(in: inflections).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    return "(?:\(forms.joined(separator: "|")))"
  }

  func fault(
    _ code: Diagnostic.Code, _ message: String, _ written: Definition, _ offset: Int, help: String? = nil
  ) -> Refusal {
    .fault(
      written.source.diagnostic(
        code, message, at: written.source.location(of: written.scalar, atUTF8: offset), help: help))
  }

  /// Groups written exactly `(?<name>${lexicon})`.
  private func lexiconCaptures(in pattern: String) -> [String: Lexicon] {
    let pieces = Reference.split(pattern, in: .pattern).map(\.piece)
    var captures: [String: Lexicon] = [:]
    for index in pieces.indices.dropFirst().dropLast() {
      guard case .reference(let name) = pieces[index], let lexicon = lexicons[name],
        case .text(let before) = pieces[index - 1], let group = Self.group(openedBy: before),
        case .text(let after) = pieces[index + 1], after.hasPrefix(")")
      else { continue }
      captures[group] = lexicon
    }
    return captures
  }

  /// The name of the group that begins where `text` ends.
  private static func group(openedBy text: String) -> String? {
    guard text.hasSuffix(">"), let open = text.range(of: "(?<", options: .backwards) else { return nil }
    let name = text[open.upperBound...].dropLast()
    return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? String(name) : nil
  }
}
