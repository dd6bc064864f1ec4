import PostilMatching
import PostilModel
import PostilModuleBridge
import PostilModuleHost

/// What is known about a document while the steps of a chain run over it.
struct DocumentWork {
  private let tables: DocumentTables
  private(set) var diagnostics: [DocumentDiagnostic]
  /// What each step did; kept only when it is asked for.
  private(set) var trace: [DocumentTrace.Step] = []
  private let keepsTrace: Bool
  /// Whether the document is in another language than the chain's.
  private let isForeign: Bool

  /// - Parameter language: What is to be told of the document's language.
  init(_ tables: DocumentTables, language: DocumentDiagnostic? = nil, keepsTrace: Bool = false) {
    self.tables = tables
    diagnostics = tables.document.remarks + (language.map { [$0] } ?? [])
    isForeign = language?.isForeignLanguage ?? false
    self.keepsTrace = keepsTrace
  }

  var document: Document { tables.document }
  var structure: TextStructure { tables.structure }
  var annotations: [Annotation] { tables.annotations }
  /// The same, those in boilerplate marked: the one place where that is done.
  var marked: [Annotation] { annotations.map { $0.marked(in: structure) } }

  /// Finds the step's candidates and lets its module judge them; without a module the winners become annotations.
  mutating func run(
    _ step: Chain.Step, _ instance: ModuleInstance?, subject: Subject, using memory: WorkerMemory
  ) throws(ModuleError) {
    let candidates = candidates(of: step, subject: subject, using: memory)
    guard !memory.isOverdue() else { return }
    let before = annotations.count
    guard let instance, let manifest = step.module?.manifest else {
      tables.append(ruled(candidates.values))
      note(candidates, module: nil, rejections: [], from: before)
      return
    }
    let settings = effectiveSettings(step.settings, manifest)
    guard !(isForeign && settings["foreign-language"]?.string == "skip") else {
      note(candidates, module: manifest.name, rejections: [], from: before)
      return
    }
    let output = try instance.analyze(
      tables, candidates: candidates, settings: settings, deadline: memory.deadline)
    if output.waited > .zero { memory.deadline = memory.deadline?.later(by: output.waited) }
    let isGiven = keepsGivenAlone(settings, manifest)
    if !isGiven { tables.append(output.annotations) }
    refine(output.refinements, by: manifest.name, keepsOwn: isGiven)
    diagnostics += output.diagnostics
    note(candidates, module: manifest.name, rejections: output.rejections, from: before)
  }

  private mutating func note(
    _ candidates: CandidateTable, module: String?, rejections: [(candidate: Int, reason: String)], from before: Int
  ) {
    guard keepsTrace else { return }
    trace.append(
      DocumentTrace.Step(
        module: module, candidates: candidates.values,
        rejections: Dictionary(rejections.map { ($0.candidate, $0.reason) }) { first, _ in first },
        added: before..<annotations.count))
  }

  /// Whether what the input brings of the module's types is all there shall be of them.
  private func keepsGivenAlone(_ settings: Features, _ manifest: ModuleManifest) -> Bool {
    guard settings["given"]?.string == "only" else { return false }
    let types = Set(manifest.assigns.map(\.type))
    return document.given.contains { types.contains($0.type) }
  }

  /// Adds the features that a module gives to earlier annotations.
  ///
  /// - Parameter keepsOwn: Whether what the module itself has made or refined in an earlier run stays as it is.
  private mutating func refine(_ refinements: [ModuleOutput.Refinement], by module: String, keepsOwn: Bool) {
    for refinement in refinements {
      let annotation = annotations[refinement.annotation]
      let made = annotation.provenance
      if keepsOwn, made.module == module || made.refinedBy.contains(module) { continue }
      guard let value = refinement.value.moved({ annotations.indices.contains($0) ? $0 : nil }) else { continue }
      tables.replace(refinement.annotation, by: annotation.refined(refinement.feature, value, by: module))
    }
  }

  /// What winners without a module become, but for what an earlier run of the same rules has put into the input.
  private func ruled(_ candidates: [Candidate]) -> [Annotation] {
    let brought = Set(document.given.filter { $0.provenance.module == nil }.map(RuledPlace.init))
    return candidates.filter { $0.lostTo == nil }.map(Annotation.init).filter { !brought.contains(RuledPlace($0)) }
  }

  mutating func candidates(of step: Chain.Step, subject: Subject, using memory: WorkerMemory) -> CandidateTable {
    let found = step.finder.candidates(
      in: subject, tokens: structure.tokens, of: document, annotations: annotations, using: memory)
    diagnostics += found.diagnostics
    return found.candidates
  }

  /// The step's settings with those that the document's metadata may override, as `module.setting` or `setting`.
  private func effectiveSettings(_ settings: Features, _ manifest: ModuleManifest) -> Features {
    var effective = settings
    for setting in manifest.settings where setting.fromMetadata {
      guard let value = document.metadata["\(manifest.name).\(setting.name)"] ?? document.metadata[setting.name],
        setting.accepts(value)
      else { continue }
      effective[setting.name] = value
    }
    return effective
  }
}

extension ModuleManifest.Setting {
  /// Whether `value` is of the setting's kind and among its choices.
  func accepts(_ value: FeatureValue) -> Bool {
    guard kind.accepts(value) else { return false }
    guard !choices.isEmpty, let text = value.string else { return true }
    return choices.contains(text)
  }
}

/// An annotation as its rule found it.
private struct RuledPlace: Hashable {
  let type: String
  let span: Span
  let rule: String?

  init(_ annotation: Annotation) {
    type = annotation.type
    span = annotation.span
    rule = annotation.provenance.rules.first
  }
}

extension Annotation {
  /// A candidate that no module judges becomes an annotation as it is.
  fileprivate init(_ candidate: Candidate) {
    self.init(
      type: candidate.type, span: candidate.span, features: candidate.features,
      provenance: Provenance(rules: [candidate.rule], annotations: candidate.annotations))
  }

  /// The same annotation with one feature more.
  fileprivate func refined(_ feature: String, _ value: FeatureValue, by module: String) -> Annotation {
    var features = features
    features[feature] = value
    let refinedBy = provenance.refinedBy.contains(module) ? provenance.refinedBy : provenance.refinedBy + [module]
    return Annotation(
      type: type, span: span, features: features,
      provenance: Provenance(
        module: provenance.module, rules: provenance.rules, annotations: provenance.annotations,
        decision: provenance.decision, refinedBy: refinedBy),
      givenID: givenID)
  }
}
