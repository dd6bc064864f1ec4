import Foundation
import PostilDiagnostics
import PostilMatching

/// Fills `${name}` in patterns from definitions and lexicons, and compiles them.
struct PatternExpander {
  private static let mostTerms = 2000
  /// In bytes, after definitions are filled in.
  private static let longestPattern = 1 << 20

  let source: SourceFile
  var definitions: [String: YAMLScalar]
  var lexicons: [String: Lexicon]

  /// The pattern of `scalar`, or what is wrong with it, at its place.
  func compile(_ scalar: YAMLScalar) throws(Diagnostic) -> CompiledPattern {
    if let control = scalar.text.unicodeScalars.first(where: { $0.value < 0x20 && $0.value != 0x0A }) {
      throw source.diagnostic(
        "R011", "a control character (U+\(String(control.value, radix: 16, uppercase: true))) in a pattern",
        at: scalar.location, help: "write patterns in single quotes")
    }
    let expanded = try expand(scalar, at: scalar, open: [])
    do throws(PatternError) {
      let pattern = try Pattern(expanded)
      return CompiledPattern(pattern: pattern, lexiconCaptures: lexiconCaptures(in: scalar.text))
    } catch {
      throw fault(error, scalar, expanded)
    }
  }

  private func fault(_ error: PatternError, _ scalar: YAMLScalar, _ expanded: String) -> Diagnostic {
    var location = scalar.location
    if expanded == scalar.text, case .compile(let offset) = error.kind {
      location = scalar.location(atUTF8: offset)
    }
    return source.diagnostic("R012", "pattern does not compile: \(error.description)", at: location)
  }

  private func expand(_ scalar: YAMLScalar, at place: YAMLScalar, open: [String]) throws(Diagnostic) -> String {
    var result = ""
    for piece in Reference.split(scalar.text) {
      switch piece {
      case .text(let text): result += text
      case .reference(let name):
        if open.contains(name) {
          throw source.diagnostic("R013", "definition '\(name)' uses itself", at: place.location)
        }
        if let definition = definitions[name] {
          result += "(?:" + (try expand(definition, at: place, open: open + [name])) + ")"
        } else if let lexicon = lexicons[name] {
          guard lexicon.rows.count <= Self.mostTerms else {
            throw source.diagnostic(
              "R014", "lexicon '\(name)' has \(lexicon.rows.count) terms, too many for a pattern", at: place.location,
              help: "use 'terms: \(name)' for more than \(Self.mostTerms)")
          }
          result += lexicon.alternation
        } else {
          throw source.diagnostic(
            "R015", "unknown definition or lexicon '\(name)'", at: place.location,
            help: Suggestion.help(for: name, among: Array(definitions.keys) + Array(lexicons.keys)))
        }
      }
      guard result.utf8.count <= Self.longestPattern else {
        throw source.diagnostic(
          "R036", "the pattern is longer than \(Self.longestPattern) bytes when definitions are filled in",
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
