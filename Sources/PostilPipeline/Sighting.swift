import PostilModel
import PostilRules

/// One place where a rule matched, before conditions, features and conflicts.
struct Sighting {
  /// What one capture took.
  struct Part {
    let name: String
    let span: Span
    /// The term found, where the rule looked up a lexicon.
    var term: (lexicon: Lexicon, row: Int)?
    /// The annotations that an element of a sequence took.
    var items: [VisibleItem] = []
  }

  /// The rule's place in its phase.
  let rule: Int
  /// The whole match.
  let span: Span
  /// The captures that took part.
  let parts: [Part]
  /// The pattern that matched, for a rule with `pattern` or `anyOf`.
  var pattern: CompiledPattern?
  /// What evidence adds to the features.
  var evidence: Features = [:]

  /// The part that is called `name`.
  func part(_ name: String) -> Part? { parts.first { $0.name == name } }

  /// Where the parts called `name` stand, from the first to the last, with all their annotations.
  func place(_ name: String) -> TemplateContext.Place? {
    let named = parts.filter { $0.name == name }
    guard let start = named.map(\.span.start).min(), let end = named.map(\.span.end).max() else { return nil }
    return (Span(start: start, end: end), named.flatMap(\.items).map(\.reference))
  }

  /// The column of the lexicon, or the feature of the annotation, behind the part `name`, as text.
  func cell(_ name: String, _ column: String, in subject: Subject) -> String? {
    guard let part = part(name) else { return nil }
    if let item = part.items.first {
      return item.features[column]?.text(span: subject.text, annotation: { _ in nil })
    }
    if let term = part.term { return term.lexicon.value(row: term.row, column: column) }
    guard let lexicon = pattern?.lexiconCaptures[name], let row = lexicon.row(for: subject.text(part.span)[...]) else {
      return nil
    }
    return lexicon.value(row: row, column: column)
  }

  /// The annotations that it was made from, as ``VisibleItem/reference``.
  var references: [Int] { parts.flatMap(\.items).map(\.reference) }
}

extension [Sighting] {
  /// The sightings of one rule from left to right without overlap: at one place the longer, then the earlier pattern.
  func withoutOverlap() -> [Sighting] {
    guard count > 1 else { return self }
    var end = 0
    return enumerated().sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }.compactMap {
      guard $0.element.span.start >= end else { return nil }
      end = $0.element.span.end
      return $0.element
    }
  }
}
