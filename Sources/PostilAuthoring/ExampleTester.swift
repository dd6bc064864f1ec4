import PostilModel
import PostilModuleHost
import PostilPipeline
import PostilRules

/// Runs the examples of rules through the chain.
public struct ExampleTester {
  private let chain: Chain
  private let worker: DocumentWorker

  /// - Throws: ``ModuleError`` when a module of the chain refuses its settings.
  public init(chain: Chain) throws(ModuleError) {
    self.chain = chain
    worker = try DocumentWorker(chain)
  }

  /// The outcomes of all examples of the rules in `files`, in order; of all rules of the chain when nil.
  public func outcomes(files: Set<String>?) -> [ExampleOutcome] {
    var outcomes: [ExampleOutcome] = []
    for (number, step) in chain.steps.enumerated() {
      for ruleset in step.rulesets where files?.contains(ruleset.file) ?? true {
        for rule in ruleset.rules {
          outcomes += rule.examples.map { outcome(of: $0, rule: rule, step: number) }
        }
      }
    }
    return outcomes
  }

  private func outcome(of example: Example, rule: Rule, step: Int) -> ExampleOutcome {
    for variant in ExampleVariant.allCases {
      guard let (text, spans) = variant.apply(to: example) else { continue }
      let found: [Finding]
      do {
        found = try findings(of: example, variant, text, rule: rule, step: step)
      } catch {
        return Self.outcome(of: example, rule, faults: ["\(error)"], .none("the module failed"))
      }
      let faults = Self.faults(of: example, found, text: text, spans: spans, rule: rule) {
        reason(whyNot: rule, at: $0, of: Self.document(example, variant, text))
      }
      guard !faults.isEmpty else { continue }
      return variant == .asWritten
        ? Self.outcome(of: example, rule, faults: faults, Self.remedy(for: example, found, rule))
        : Self.outcome(
          of: example, rule, faults: faults.map { "\(variant.rawValue): \($0)" }, .none("it fails \(variant.rawValue)"))
    }
    return Self.outcome(of: example, rule, faults: [], nil)
  }

  private static func outcome(
    of example: Example, _ rule: Rule, faults: [String], _ remedy: ExampleOutcome.Remedy?
  ) -> ExampleOutcome {
    ExampleOutcome(
      rule: rule.name, location: example.location, faults: faults, todo: example.todo,
      remedy: example.todo == nil ? remedy : nil)
  }

  private static func remedy(for example: Example, _ found: [Finding], _ rule: Rule) -> ExampleOutcome.Remedy {
    let ofRule = found.filter { $0.rules.contains(rule.name) }
    do {
      return .change(try ExampleChange(of: example, to: ofRule))
    } catch {
      return .none(error.reason)
    }
  }

  /// Why the rule did not find `span`, where that can be told.
  private func reason(whyNot rule: Rule, at span: Span, of document: Document) -> String? {
    let place = Span(start: span.start, end: span.start + 1)
    guard let verdict = try? worker.verdict(onRule: rule.name, in: document, at: place)?.verdict else { return nil }
    return VerdictSentence(text: document.text).sentence(verdict)
  }

  /// The example as a document; of its metadata `id` and `set` are the document's own.
  static func document(_ example: Example, _ variant: ExampleVariant, _ text: String) -> Document {
    Document(
      id: example.metadata["id"]?.string ?? "example", set: example.metadata["set"]?.string ?? "", text: text,
      metadata: Features(example.metadata.filter { $0.name != "id" && $0.name != "set" }),
      date: variant.date(of: example))
  }

  /// What is not as the example says.
  private static func faults(
    of example: Example, _ found: [Finding], text: String, spans: [Span], rule: Rule, reason: (Span) -> String?
  ) -> [String] {
    let ofRule = found.filter { $0.rules.contains(rule.name) }
    if example.noneOfType { return found.map { "found '\(text[$0.span])' but wants none of type \(rule.type)" } }
    if example.none { return ofRule.map { "found '\(text[$0.span])' but wants none" } }
    var faults = spans.filter { span in !ofRule.contains { $0.span == span } }.map { span in
      "missing: '\(text[span])'"
        + (ofRule.contains { $0.span.overlaps(span) } ? "" : reason(span).map { "; \($0)" } ?? "")
    }
    faults += ofRule.filter { !spans.contains($0.span) }.map { "not wanted: '\(text[$0.span])'" }
    for finding in ofRule where spans.contains(finding.span) {
      faults += example.features.compactMap { name, wanted in
        let got = finding.features[name]?.joined(separator: ", ")
        return got == wanted ? nil : "'\(text[finding.span])': \(name) is \(got ?? "absent"), wants \(wanted)"
      }
    }
    return faults
  }

  /// Annotations of the rule's type when its module assigns it, or nobody judges it; else its surviving candidates.
  private func findings(
    of example: Example, _ variant: ExampleVariant, _ text: String, rule: Rule, step: Int
  ) throws(ModuleError) -> [Finding] {
    let document = Self.document(example, variant, text)
    if let manifest = chain.steps[step].module?.manifest, !manifest.assigns.contains(where: { $0.type == rule.type }) {
      let (candidates, annotations) = try worker.candidates(ofStep: step, in: document)
      let winners = candidates.filter { $0.lostTo == nil }
      let spans = annotations.map(\.span) + winners.map(\.span)
      return winners.filter { $0.type == rule.type }
        .map { Finding(span: $0.span, $0.features, rules: [$0.rule], text: text, targets: spans) }
    }
    let annotated = worker.annotate(document, throughStep: step)
    let spans = annotated.annotations.map(\.span)
    return annotated.annotations.filter { $0.type == rule.type }
      .map { Finding(span: $0.span, $0.features, rules: $0.provenance.rules, text: text, targets: spans) }
  }
}
