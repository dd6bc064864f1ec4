import PostilMatching
import PostilModel
import PostilRules

/// Fills in the features of one rule's candidates; what does not depend on the place is made once a worker.
struct OriginMaker: Sendable {
  private enum Sharing: Sendable {
    case none
    /// All candidates have the same features.
    case rule
    /// The candidates of one row have the same features.
    case row
  }

  private let rule: Rule
  private let sharing: Sharing
  /// The lexicons that templates may look up.
  private let lexicons: [String: Lexicon]
  private let numbers: NumberWords

  init(rule: Rule, lexicons: [String: Lexicon], numbers: NumberWords) {
    self.rule = rule
    self.lexicons = lexicons
    self.numbers = numbers
    let isConstant = rule.features.allSatisfy { $0.constant != nil }
    switch rule.matcher {
    case .evidence: sharing = .none
    case .terms: sharing = rule.features.allSatisfy(\.dependsOnRowAlone) ? .row : .none
    case .patterns, .sequence: sharing = isConstant ? .rule : .none
    }
  }

  /// Whether candidates share origins.
  var isSharing: Bool { sharing != .none }

  /// The origin of the candidate at `sighting`.
  ///
  /// - Parameters:
  ///   - lexicons: The phase's, by which the sighting of a term names its own.
  ///   - table: The origins of the rule and of the sighting's lexicon that are known; nil when they are not shared.
  func origin(
    at sighting: Sighting, in subject: Subject, lexicons: [Lexicon], table: OriginTable?
  ) -> CandidateOrigin {
    guard let table else { return made(sighting, subject, lexicons, number: 0) }
    return table.origin(row: sighting.term?.row ?? 0) { made(sighting, subject, lexicons, number: $0) }
  }

  private func made(
    _ sighting: Sighting, _ subject: Subject, _ phaseLexicons: [Lexicon], number: Int
  ) -> CandidateOrigin {
    let term = sighting.term.map { (phaseLexicons[$0.lexicon], $0.row) }
    return CandidateOrigin(
      type: rule.type, rule: rule.name, features: features(sighting, term, subject), isTerm: term != nil,
      number: number)
  }

  private func features(_ sighting: Sighting, _ term: (Lexicon, Int)?, _ subject: Subject) -> Features {
    var features = sighting.match?.evidence ?? [:]
    let context = TemplateContext(
      text: { name in
        sighting.part(name).map { subject.text($0.span) }
          ?? sighting.match?.evidence[name]?.text(span: { _ in nil }, annotation: { _ in nil })
      },
      cell: { name, column in
        if let term { return name == Candidate.termCapture ? term.0.value(row: term.1, column: column) : nil }
        return sighting.match?.cell(name, column, in: subject)
      },
      lexicon: { lexicons[$0] }, numbers: numbers, place: sighting.place)
    for template in rule.features {
      if let value = template.value(in: context) { features[template.name] = value }
    }
    return features
  }
}

extension Sighting.Match {
  /// The column of the lexicon, or the feature of the annotation, behind the part `name`, as text.
  fileprivate func cell(_ name: String, _ column: String, in subject: Subject) -> String? {
    guard let part = parts.first(where: { $0.name == name }) else { return nil }
    if let item = part.items.first { return item.features[column]?.text(span: subject.text, annotation: { _ in nil }) }
    if let term = part.term { return term.lexicon.value(row: term.row, column: column) }
    guard let lexicon = pattern?.lexiconCaptures[name], let row = lexicon.row(for: subject.text(part.span)[...]) else {
      return nil
    }
    return lexicon.value(row: row, column: column)
  }
}
