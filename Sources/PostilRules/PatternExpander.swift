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

  var source: SourceFile
  var definitions: [String: Definition]
  var lexicons: [String: Lexicon]

  /// The pattern of `scalar`, or what is wrong with it, at its place.
  func compile(_ scalar: YAMLScalar) throws(Diagnostic) -> CompiledPattern {
    // `"\b"`, `"\e"` and the like; `"\N"` and `"\P"` are line ends in double quotes.
    let control = scalar.text.unicodeScalars.first {
      $0.value < 0x20 && $0.value != 0x0A || (0x7F...0x9F).contains($0.value) || [0x2028, 0x2029].contains($0.value)
    }
    if let control {
      throw source.diagnostic(
        .controlCharacter, "a control character (U+\(String(control.value, radix: 16, uppercase: true))) in a pattern",
        at: scalar.location, help: "write patterns in single quotes")
    }
    let expanded = try expand(scalar, at: scalar, open: [])
    do throws(PatternError) {
      let pattern = try Pattern(expanded)
      return CompiledPattern(pattern: pattern, lexiconCaptures: lexiconCaptures(in: scalar.text))
    } catch {
      throw try fault(error, scalar, expanded)
    }
  }

  /// The pattern of `scalar` as it is asked at places.
  func condition(_ scalar: YAMLScalar) throws(Diagnostic) -> ConditionPattern {
    let compiled = try compile(scalar)
    do throws(PatternError) {
      return try ConditionPattern(compiled.pattern.source)
    } catch {
      throw source.diagnostic(
        .invalidPattern, "pattern does not compile here: \(error.description)", at: scalar.location)
    }
  }

  /// The fault at its place: in the pattern, or in the definition that does not compile by itself.
  private func fault(_ error: PatternError, _ scalar: YAMLScalar, _ expanded: String) throws(Diagnostic) -> Diagnostic {
    if expanded == scalar.text, case .compile(let offset) = error.kind {
      return source.diagnostic(
        .invalidPattern, "pattern does not compile: \(error.description)",
        at: source.location(of: scalar, atUTF8: offset))
    }
    for case .reference(let name) in Reference.split(scalar.text) {
      guard let definition = definitions[name] else { continue }
      let inner = try expand(definition.scalar, at: definition.scalar, open: [name])
      if (try? Pattern(inner)) == nil {
        var owner = self
        owner.source = definition.source
        do throws(Diagnostic) {
          _ = try owner.compile(definition.scalar)
        } catch {
          return error
        }
      }
    }
    return source.diagnostic(
      .invalidPattern, "pattern does not compile once its definitions are filled in: \(error.description)",
      at: scalar.location)
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
    for case .reference(let name) in Reference.split(definition.scalar.text) {
      if open.contains(name) {
        let way = (open + [name]).joined(separator: " → ")
        return definition.source.diagnostic(
          .circularDefinition, "definition '\(name)' uses itself: \(way)", at: definition.scalar.location)
      }
      open.append(name)
      if let found = cycle(&open, &done) { return found }
      open.removeLast()
    }
    done.insert(last)
    return nil
  }

  private func expand(_ scalar: YAMLScalar, at place: YAMLScalar, open: [String]) throws(Diagnostic) -> String {
    var result = ""
    for piece in Reference.split(scalar.text) {
      switch piece {
      case .text(let text): result += text
      case .reference(let name):
        if open.contains(name) {
          throw source.diagnostic(.circularDefinition, "definition '\(name)' uses itself", at: place.location)
        }
        if let definition = definitions[name] {
          result += "(?:" + (try expand(definition.scalar, at: place, open: open + [name])) + ")"
        } else if let lexicon = lexicons[name] {
          guard lexicon.count <= Self.mostTerms else {
            throw source.diagnostic(
              .lexiconTooLarge, "lexicon '\(name)' has \(lexicon.count) terms, too many for a pattern",
              at: place.location,
              help: "use 'terms: \(name)' for more than \(Self.mostTerms)")
          }
          result += lexicon.alternation
        } else {
          throw source.diagnostic(
            .unknownName, "unknown definition or lexicon '\(name)'", at: place.location,
            help: Suggestion.help(for: name, among: Array(definitions.keys) + Array(lexicons.keys)))
        }
      }
      guard result.utf8.count <= Self.longestPattern else {
        throw source.diagnostic(
          .patternTooLong, "the pattern is longer than \(Self.longestPattern) bytes when definitions are filled in",
          at: place.location)
      }
    }
    return result
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
