import PostilDiagnostics
import PostilModel
import PostilPipeline
import PostilRules

/// Tells what rules did at a place of a document, and why one of them did nothing.
public struct Explanation {
  private let worker: DocumentWorker
  private let rules: [String: Rule]
  private let meanings: [String: String]

  /// - Throws: ``ModuleError`` when a module of the chain refuses its settings.
  public init(chain: Chain) throws {
    worker = try DocumentWorker(chain)
    meanings = chain.decisionMeanings
    rules = Dictionary(
      chain.steps.flatMap(\.rulesets).flatMap(\.rules).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rules of the chain whose name is `name` or ends in `/name`.
  public func rules(called name: String) -> [String] {
    rules.keys.filter { $0 == name || $0.hasSuffix("/" + name) }.sorted()
  }

  /// Help that names the rule that `name` may be meant for.
  public func help(for name: String) -> String? {
    Suggestion.help(
      for: name, among: rules.keys.map { name.contains("/") ? $0 : String($0.split(separator: "/").last ?? "") })
  }

  /// Everything that rules found over the bytes of `place`, step by step, and the annotations there.
  public func account(of document: Document, at place: Span) throws -> String {
    let trace = try worker.trace(document)
    var lines: [String] = []
    for step in trace.steps {
      let here = step.candidates.indices.filter { step.candidates[$0].span.overlaps(place) }
      guard !here.isEmpty else { continue }
      lines.append("step \(step.module ?? "rulesets")")
      for index in here { lines += account(of: index, in: step, trace) }
    }
    let standing = trace.annotations.filter { $0.span.overlaps(place) }
    lines.append(standing.isEmpty ? "no annotation stands here" : "annotations")
    lines += standing.flatMap { ["  " + Self.written($0, trace)] + making(of: $0, trace) }
    for diagnostic in trace.diagnostics {
      lines.append("\(diagnostic.code): \(diagnostic.rule.map { "\($0): " } ?? "")\(diagnostic.message)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func account(of index: Int, in step: DocumentTrace.Step, _ trace: DocumentTrace) -> [String] {
    let candidate = step.candidates[index]
    let text = trace.document.text
    var lines = ["  \(candidate.rule)  \(candidate.type)  '\(text[candidate.span])'"]
    for capture in candidate.captures {
      var line = "    \(capture.name) = '\(text[capture.span])'"
      if let row = rules[candidate.rule]?.row(behind: capture.name, String(text[capture.span])) { line += "  (\(row))" }
      lines.append(line)
    }
    if !candidate.features.isEmpty {
      lines.append("    features: \(candidate.features.text(in: text, trace.annotations))")
    }
    if let rule = rules[candidate.rule] {
      lines += UnmadeFeature.all(of: candidate, by: rule).map { "    \($0.sentence)" }
    }
    let beaten = step.candidates.filter { $0.lostTo == index }
    if !beaten.isEmpty {
      let names = beaten.map { "\($0.rule) '\(text[$0.span])'" }.joined(separator: ", ")
      lines.append("    won its place from \(names)")
    }
    if let winner = candidate.lostTo {
      lines.append("    lost its place to \(step.candidates[winner].rule) '\(text[step.candidates[winner].span])'")
    }
    if let reason = step.rejections[index] { lines.append("    left out by the module: \(reason)") }
    let born = trace.annotations[step.added].filter {
      $0.provenance.rules.contains(candidate.rule) && $0.span.overlaps(candidate.span)
    }
    lines += born.flatMap { annotation in
      ["    became \(Self.written(annotation, trace))"] + decision(behind: annotation).map { "      by \($0)" }
    }
    return lines
  }

  /// The decision behind an annotation with its meaning; nothing where none is told.
  private func decision(behind annotation: Annotation) -> [String] {
    annotation.provenance.decision.map { id in [meanings[id].map { "\(id): \($0)" } ?? id] } ?? []
  }

  /// What an annotation was made of: the decision, rules, and other annotations with their places in code points.
  private func making(of annotation: Annotation, _ trace: DocumentTrace) -> [String] {
    let (text, made) = (trace.document.text, annotation.provenance)
    var lines = decision(behind: annotation).map { "    by \($0)" }
    if !made.rules.isEmpty { lines.append("    rules: \(made.rules.joined(separator: ", "))") }
    let map = OffsetMap(made.annotations.isEmpty ? "" : text)
    lines += made.annotations.map { index in
      let source = trace.annotations[index]
      return "    made of \(source.type) '\(text[source.span])' at \(map.codePointOffset(ofUTF8: source.span.start))"
    }
    return lines
  }

  private static func written(_ annotation: Annotation, _ trace: DocumentTrace) -> String {
    "\(annotation.type)  '\(trace.document.text[annotation.span])'  "
      + annotation.features.text(in: trace.document.text, trace.annotations)
  }

  /// Why the rule called `name` made no annotation at the bytes of `place`, in a sentence or two; of a longer place, where
  /// it came nearest to one.
  public func reason(whyNot name: String, in document: Document, at place: Span) throws -> String? {
    guard let (verdict, offset) = try worker.verdict(onRule: name, in: document, at: place) else { return nil }
    let sentence = VerdictSentence(text: document.text).sentence(verdict)
    guard offset > place.start else { return sentence }
    let word = document.text[Span(start: offset, end: place.end)].prefix { !$0.isWhitespace }
    return "at '\(word)': \(sentence)"
  }
}

extension Rule {
  /// The row of the lexicon behind a capture, as `column=cell, …`.
  fileprivate func row(behind capture: String, _ surface: String) -> String? {
    for lexicon in matcher.tables[capture] ?? [] {
      guard let row = lexicon.row(for: surface[...]) else { continue }
      let cells = lexicon.columns.compactMap { column in
        lexicon.value(row: row, column: column).map { "\(column)=\($0)" }
      }
      return "\(lexicon.name): \(cells.joined(separator: ", "))"
    }
    return nil
  }
}
