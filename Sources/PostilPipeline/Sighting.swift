import PostilModel
import PostilRules

/// One place where a rule matched, before conditions, features and conflicts.
struct Sighting {
  /// What one capture took.
  struct Part {
    let name: String
    let span: Span
    /// The term found, where an element of a sequence looked up a lexicon.
    var term: (lexicon: Lexicon, row: Int)?
    /// The annotations that an element of a sequence took.
    var items: [VisibleItem] = []
  }

  /// What a rule that finds no whole terms took.
  final class Match {
    let parts: [Part]
    /// The pattern that matched, for a rule with `pattern` or `anyOf`.
    let pattern: CompiledPattern?
    /// What evidence adds to the features.
    let evidence: Features

    init(parts: [Part], pattern: CompiledPattern? = nil, evidence: Features = [:]) {
      self.parts = parts
      self.pattern = pattern
      self.evidence = evidence
    }
  }

  /// The rule's place in its phase.
  let rule: Int
  /// The whole match.
  let span: Span
  /// For a term the lexicon's number in the phase, and the row.
  var term: (lexicon: Int, row: Int)?
  /// What was taken; nil for a term.
  var match: Match?

  /// The captures that took part.
  var parts: [Part] { match?.parts ?? [Part(name: Candidate.termCapture, span: span)] }

  /// The part that is called `name`.
  func part(_ name: String) -> Part? { parts.first { $0.name == name } }

  /// Where the parts called `name` stand, from the first to the last, with all their annotations.
  func place(_ name: String) -> TemplateContext.Place? {
    let named = parts.filter { $0.name == name }
    guard let start = named.map(\.span.start).min(), let end = named.map(\.span.end).max() else { return nil }
    return (Span(start: start, end: end), named.flatMap(\.items).map(\.reference))
  }

  /// The annotations that it was made from, as ``VisibleItem/reference``.
  var references: [Int] { match?.parts.flatMap(\.items).map(\.reference) ?? [] }
}

extension [Sighting] {
  /// The sightings of one rule from left to right without overlap: at one place the longer, then the earlier pattern.
  func withoutOverlap() -> [Sighting] {
    if isOrderedWithoutOverlap { return self }
    var end = 0
    return enumerated().sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }.compactMap {
      guard $0.element.span.start >= end else { return nil }
      end = $0.element.span.end
      return $0.element
    }
  }

  private var isOrderedWithoutOverlap: Bool {
    var end = 0
    for sighting in self {
      guard sighting.span.start >= end else { return false }
      end = sighting.span.end
    }
    return true
  }
}
