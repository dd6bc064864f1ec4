import PostilMatching
import PostilModel
import PostilRules

/// Fills in the features of one rule's candidates; what does not depend on the place is made once a worker.
struct OriginMaker: Sendable {
  private let rule: Rule
  /// Whether candidates have the same features: those of one row for a rule with `terms`, else all of them.
  private let isShared: Bool
  /// The lexicons that templates may look up.
  private let lexicons: [String: Lexicon]
  private let numbers: NumberWords

  init(rule: Rule, lexicons: [String: Lexicon], numbers: NumberWords) {
    self.rule = rule
    self.lexicons = lexicons
    self.numbers = numbers
    switch rule.matcher {
    case .evidence: isShared = false
    case .terms: isShared = rule.features.allSatisfy(\.dependsOnRowAlone)
    case .patterns, .sequence: isShared = rule.features.allSatisfy { $0.constant != nil }
    }
  }

  /// The origin of the candidate at `sighting`.
  ///
  /// - Parameter lexicons: The phase's, by which the sighting of a term names its own.
  func origin(
    at sighting: Sighting, in subject: Subject, lexicons: [Lexicon], memory: WorkerMemory
  ) -> CandidateOrigin {
    guard isShared else { return made(sighting, subject, lexicons, number: 0) }
    return memory.origin(of: rule, lexicon: sighting.term?.lexicon ?? 0, row: sighting.term?.row ?? 0) {
      made(sighting, subject, lexicons, number: $0)
    }
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
