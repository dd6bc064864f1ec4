import PostilModel
import PostilModuleHost
import PostilPipeline
import PostilRules

/// Finds the examples that no rule needs: those that show what an earlier one of the rule shows, and counterexamples that
/// the rule does not come near.
public struct IdleExamples {
  private let chain: Chain
  private let worker: DocumentWorker

  /// - Throws: ``ModuleError`` when a module of the chain refuses its settings.
  public init(chain: Chain) throws(ModuleError) {
    self.chain = chain
    worker = try DocumentWorker(chain)
  }

  /// A line for each such example of the rules in `files`, in order; of all rules of the chain when nil.
  public func lines(files: Set<String>?) throws -> [String] {
    var lines: [String] = []
    for ruleset in chain.steps.flatMap(\.rulesets) where files?.contains(ruleset.file) ?? true {
      for rule in ruleset.rules {
        var shown: [Set<String>: Example] = [:]
        for example in rule.examples where example.todo == nil {
          guard let reason = try reason(example, of: rule, &shown) else { continue }
          lines.append("\(example.location): \(rule.name): \(reason)")
        }
      }
    }
    return lines
  }

  private func reason(
    _ example: Example, of rule: Rule, _ shown: inout [Set<String>: Example]
  ) throws -> String? {
    let document = ExampleTester.document(example, .asWritten, example.text)
    if example.none || example.noneOfType {
      let whole = Span(start: 0, end: max(1, example.text.utf8.count))
      let verdict = try worker.verdict(onRule: rule.name, in: document, at: whole)?.verdict
      return verdict?.comesNear == false ? "no rule needs this example: nothing of the rule applies in it" : nil
    }
    let parts = try parts(of: rule, in: document)
    if let first = shown[parts] {
      return "no rule needs this example: that of line \(first.location.line) shows the same words, parts and features"
    }
    shown[parts] = example
    return nil
  }

  /// What of the rule took part where it found something: its patterns, captures with their rows, the words, the features.
  private func parts(of rule: Rule, in document: Document) throws -> Set<String> {
    var parts: Set<String> = []
    if case .patterns(let patterns) = rule.matcher {
      for (number, pattern) in patterns.enumerated() where pattern.pattern.isFound(in: document.text) {
        parts.insert("pattern \(number)")
      }
    }
    let trace = try worker.trace(document)
    let text = document.text
    for made in trace.annotations where rule.frame != nil && made.provenance.rules.contains(rule.name) {
      parts.insert("words \(text[made.span].lowercased())")
      parts.insert("features \(made.features.text(in: text, trace.annotations))")
    }
    for candidate in trace.steps.flatMap(\.candidates) where candidate.rule == rule.name {
      parts.insert("words \(text[candidate.span].lowercased())")
      parts.insert("features \(candidate.features.text(in: text))")
      for capture in candidate.captures {
        parts.insert("capture \(capture.name)")
        for lexicon in rule.matcher.tables[capture.name] ?? [] {
          if let row = lexicon.row(for: text[capture.span]) { parts.insert("row \(lexicon.name) \(row)") }
        }
      }
    }
    return parts
  }
}
