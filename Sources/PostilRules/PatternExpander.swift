import Foundation
import PostilDiagnostics
import PostilMatching

/// A named fragment of patterns with the file that it stands in.
struct Definition {
  let scalar: YAMLScalar
  let source: SourceFile
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
    var known: [String: String] = [:]
    let expanded = try expand(written, in: scalar, open: [], &known)
    do throws(PatternError) {
      let pattern = try Pattern(expanded)
      return CompiledPattern(pattern: pattern, lexiconCaptures: lexiconCaptures(in: scalar.text))
    } catch {
      throw .fault(fault(error, written, known))
    }
  }

  /// The pattern of `scalar` as it is asked at places.
  func condition(_ scalar: YAMLScalar) throws(Refusal) -> ConditionPattern {
    let compiled = try compile(scalar)
    do throws(PatternError) {
      return try ConditionPattern(compiled.pattern.source)
    } catch {
      throw .fault(
        source.diagnostic(
          .invalidPattern, "pattern does not compile here: \(error.description)", at: scalar.location))
    }
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

  /// The text of `written` with all its references filled in; what definitions come to is `known` from then on.
  private func expand(
    _ written: Definition, in pattern: YAMLScalar, open: Set<String>, _ known: inout [String: String]
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
        result += try filled(name, written, offset, in: pattern, open: open, &known)
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
    _ name: String, _ written: Definition, _ offset: Int, in pattern: YAMLScalar, open: Set<String>,
    _ known: inout [String: String]
  ) throws(Refusal) -> String {
    if open.contains(name) { throw fault(.circularDefinition, "definition '\(name)' uses itself", written, offset) }
    if let definition = definitions[name] {
      if known[name] == nil {
        known[name] = try expand(definition, in: pattern, open: open.union([name]), &known)
      }
      return "(?:\(known[name] ?? ""))"
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
    return lexicon.alternation
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
    var captures: [String: Lexicon] = [:]
    for (name, lexicon) in lexicons {
      var rest = pattern[...]
      while let found = rest.range(of: ">${\(name)})") {
        if let open = rest[..<found.lowerBound].range(of: "(?<", options: .backwards) {
          captures[String(rest[open.upperBound..<found.lowerBound])] = lexicon
        }
        rest = rest[found.upperBound...]
      }
    }
    return captures
  }
}
