import PostilMatching
import PostilModel
import PostilModuleBridge
import PostilRules

/// Fills in the features of one rule's candidates; what does not depend on the place is made once a worker.
///
/// A class, since it is at hand for each candidate, and what it holds would be counted anew each time.
final class OriginMaker: Sendable {
  private let rule: Rule
  /// Whether candidates have the same features: those of one row for a rule with `terms`, else all of them.
  private let isShared: Bool
  /// The number of the rule's first table of shared origins; one for each lexicon that it looks up.
  private let firstTable: Int
  /// The lexicons that templates may look up.
  private let lexicons: [String: Lexicon]
  private let numbers: NumberWords

  init(rule: Rule, firstTable: Int, lexicons: [String: Lexicon], numbers: NumberWords) {
    self.rule = rule
    self.firstTable = firstTable
    self.lexicons = lexicons
    self.numbers = numbers
    switch rule.matcher {
    case .evidence, .frame: isShared = false
    case .terms: isShared = rule.features.allSatisfy(\.dependsOnRowAlone)
    case .patterns, .sequence, .event: isShared = rule.features.allSatisfy { $0.constant != nil }
    }
  }

  /// How many tables of shared origins a rule needs.
  static func tables(of rule: Rule) -> Int { if case .terms(let lexicons) = rule.matcher { lexicons.count } else { 1 } }

  /// The number of the origin of the candidate at `sighting`.
  ///
  /// - Parameters:
  ///   - own: Makes a number for an origin that belongs to one candidate alone.
  ///   - tooLong: Is told of features that are left out.
  func origin(
    at sighting: Sighting, of findings: PhaseFindings, in subject: Subject, memory: WorkerMemory,
    own: (CandidateOrigin) -> UInt32, tooLong: (DocumentDiagnostic) -> Void
  ) -> UInt32 {
    guard isShared else { return own(made(sighting, findings, subject, tooLong)) }
    var (table, row) = (firstTable, 0)
    if case .term(let lexicon, let termRow) = sighting.found {
      (table, row) = (firstTable + Int(lexicon), Int(termRow))
    }
    var diagnostics: [DocumentDiagnostic] = []
    let origin = memory.origin(inTable: table, row: row) {
      made(sighting, findings, subject) { diagnostics.append($0) }
    }
    memory.tooLong(of: origin, adding: diagnostics).forEach(tooLong)
    return origin
  }

  private func made(
    _ sighting: Sighting, _ findings: PhaseFindings, _ subject: Subject, _ tooLong: (DocumentDiagnostic) -> Void
  ) -> CandidateOrigin {
    let isTerm = if case .term = sighting.found { true } else { false }
    return CandidateOrigin(
      type: rule.type, rule: rule.name,
      features: rule.features.isEmpty
        ? findings.evidence(of: sighting)
        : FilledFeatures(sighting, findings, subject).features(rule, lexicons, numbers, tooLong),
      isTerm: isTerm)
  }
}

/// The features of one candidate, as templates fill them in.
private struct FilledFeatures {
  let parts: [SightedPart]
  let evidence: Features
  let term: (lexicon: Lexicon, row: Int)?
  let pattern: CompiledPattern?
  let subject: Subject

  init(_ sighting: Sighting, _ findings: PhaseFindings, _ subject: Subject) {
    parts = findings.parts(of: sighting)
    evidence = findings.evidence(of: sighting)
    term = findings.term(of: sighting)
    pattern = if case .match(let place) = sighting.found { findings.pattern(of: place) } else { nil }
    self.subject = subject
  }

  func features(
    _ rule: Rule, _ lexicons: [String: Lexicon], _ numbers: NumberWords, _ tooLong: (DocumentDiagnostic) -> Void
  ) -> Features {
    var features = evidence
    let context = TemplateContext(
      text: text, cell: cell, lexicon: { lexicons[$0] }, numbers: numbers, place: parts.place)
    for template in rule.features {
      do throws(TextTooLong) {
        if let value = try template.value(in: context) { features[template.name] = value }
      } catch {
        tooLong(.featureTooLong(template.name, of: rule.name))
      }
    }
    return features
  }

  private func text(_ name: String) -> String? {
    parts.first { $0.name == name }.map { subject.text($0.span) }
      ?? evidence[name]?.text(span: { _ in nil }, annotation: { _ in nil })
  }

  /// The column of the lexicon, or the feature of the annotation, behind the part `name`, as text.
  private func cell(_ name: String, _ column: String) -> String? {
    if let term {
      return name == Candidate.termCapture ? term.lexicon.value(row: term.row, column: column) : nil
    }
    guard let part = parts.first(where: { $0.name == name }) else { return nil }
    if let item = part.items.first { return item.features[column]?.text(span: subject.text, annotation: { _ in nil }) }
    if let term = part.term { return term.lexicon.value(row: term.row, column: column) }
    guard let lexicon = pattern?.lexiconCaptures[name], let row = lexicon.row(for: subject.text(part.span)[...]) else {
      return nil
    }
    return lexicon.value(row: row, column: column)
  }
}

extension [SightedPart] {
  /// Where the parts called `name` stand, from the first to the last, with all their annotations.
  fileprivate func place(_ name: String) -> TemplateContext.Place? {
    let named = filter { $0.name == name }
    guard let start = named.map(\.span.start).min(), let end = named.map(\.span.end).max() else { return nil }
    return (Span(start: start, end: end), named.flatMap(\.items).map(\.reference))
  }
}
