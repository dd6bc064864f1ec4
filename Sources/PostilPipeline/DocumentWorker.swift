import PostilMatching
import PostilModel
import PostilModuleHost
import PostilText

/// Runs a chain over one document after the other; each thread has its own.
public final class DocumentWorker {
  private let chain: Chain
  private let instances: [ModuleInstance?]
  private let memory: WorkerMemory
  private lazy var timers = chain.steps.map(StepTimer.init)
  private let secondsPerDocument: Double?
  /// Where it tells what it is at.
  public var place = RunPlace()

  /// Makes an instance of every module of the chain.
  ///
  /// - Parameter secondsPerDocument: How long ``annotate(_:throughStep:)`` may be at a document; nil for any time.
  /// - Throws: ``ModuleError`` when a module refuses its settings, a frame or a table.
  public init(_ chain: Chain, secondsPerDocument: Double? = nil) throws(ModuleError) {
    self.chain = chain
    self.secondsPerDocument = secondsPerDocument
    memory = WorkerMemory(tables: chain.originTables)
    var instances: [ModuleInstance?] = []
    for step in chain.steps {
      instances.append(try step.makeInstance(run: memory.run))
    }
    self.instances = instances
  }

  /// Annotates `document`; a module that fails, and a time that is over, make a record with the error, and no annotations.
  ///
  /// - Parameter lastStep: The step to stop after; all steps run when it is nil.
  public func annotate(_ document: Document, throughStep lastStep: Int? = nil) -> AnnotatedDocument {
    let deadline = secondsPerDocument.map(Deadline.init)
    return work(on: document, until: deadline) { work, subject in
      let error: (any Error)?
      do throws(ModuleError) {
        try run((lastStep ?? chain.steps.count - 1) + 1, of: &work, subject)
        error = OverdueWork(memory, chain)
      } catch let failure {
        error = failure
      }
      if let error {
        return AnnotatedDocument(document: work.document, diagnostics: work.diagnostics, error: "\(error)")
      }
      return AnnotatedDocument(
        document: work.document, annotations: work.marked, boilerplate: work.structure.boilerplate,
        diagnostics: work.diagnostics)
    }
  }

  /// The candidates of step number `step`, after the steps before it have run, and the annotations that these made; for
  /// trying rules. What candidates refer to is an index into the annotations, or behind them one into the candidates that
  /// kept their places.
  public func candidates(
    ofStep step: Int, in document: Document
  ) throws(ModuleError) -> (candidates: [Candidate], annotations: [Annotation]) {
    try work(on: document) { work, subject throws(ModuleError) in
      try run(step, of: &work, subject)
      return (work.candidates(of: chain.steps[step], subject: subject, using: memory).values, work.annotations)
    }
  }

  /// Annotates `document` and keeps what each step did.
  public func trace(_ document: Document) throws(ModuleError) -> DocumentTrace {
    try work(on: document, keepsTrace: true) { work, subject throws(ModuleError) in
      try run(chain.steps.count, of: &work, subject)
      return DocumentTrace(
        document: work.document, structure: work.structure, steps: work.trace, annotations: work.marked,
        diagnostics: work.diagnostics)
    }
  }

  /// The time of every rule in `document`, each measured by itself.
  public func times(_ document: Document) throws(ModuleError) -> [RuleTime] {
    try work(on: document) { work, subject throws(ModuleError) in
      var times: [RuleTime] = []
      try run(
        chain.steps.count, of: &work, subject,
        before: { step, work in times += timers[step].times(in: subject, work: work, using: memory) })
      return times
    }
  }

  /// Why the rule called `name` made no candidate in `place`, or what became of the one it made: at that of the place's
  /// tokens where it came nearest to one, at most so many of them.
  ///
  /// - Returns: The verdict and its offset; nil when the chain has no such rule.
  public func verdict(
    onRule name: String, in document: Document, at place: Span, mostTokens: Int = 400
  ) throws(ModuleError) -> (verdict: RuleVerdict, offset: Int)? {
    let rules = chain.steps.map { $0.rulesets.lazy.flatMap(\.rules).first { $0.name == name } }
    guard let number = rules.firstIndex(where: { $0 != nil }), let rule = rules[number] else { return nil }
    let trace = try trace(document)
    let tokens = trace.structure.tokens.map(\.span.start).filter { $0 > place.start && $0 < place.end }
    return try work(on: document) { work, subject throws(ModuleError) in
      try run(number, of: &work, subject)
      let probe = RuleProbe(rule: rule, step: chain.steps[number], subject: subject, work: work, memory: memory)
      var nearest: (verdict: RuleVerdict, offset: Int)?
      for offset in [place.start] + tokens.prefix(mostTokens) {
        let verdict = probe.verdict(at: offset, in: trace.steps[number], annotations: trace.annotations)
        guard verdict.nearness > nearest?.verdict.nearness ?? -1 else { continue }
        nearest = (verdict, offset)
      }
      return nearest
    }
  }

  /// Calls `body` with a document whose parts and whose language are found and which has, where it brings no date, the one that its
  /// text gives.
  ///
  /// - Parameter deadline: When rules and modules are to end.
  private func work<Made, Failure: Error>(
    on document: Document, keepsTrace: Bool = false, until deadline: Deadline? = nil,
    _ body: (inout DocumentWork, Subject) throws(Failure) -> Made
  ) throws(Failure) -> Made {
    try place.during(document.id) { () throws(Failure) in
      try unmarkedWork(on: document, keepsTrace, until: deadline, body)
    }
  }

  private func unmarkedWork<Made, Failure: Error>(
    on document: Document, _ keepsTrace: Bool, until deadline: Deadline?,
    _ body: (inout DocumentWork, Subject) throws(Failure) -> Made
  ) throws(Failure) -> Made {
    memory.deadline = nil
    let structure = chain.textAnalyzer.structure(
      of: document.text, given: document.givenBoilerplate, using: memory.matcher)
    let dated =
      document.date == nil
      ? document.dated(chain.textAnalyzer.date(of: document.text, structure: structure)) : document
    let known = chain.language.map { dated.detected($0.detected(in: document.text, structure)) } ?? dated
    memory.deadline = deadline
    return try DocumentTables.with(known, structure, run: memory.run) { tables throws(Failure) in
      var work = DocumentWork(tables, language: chain.language?.finding(on: known), keepsTrace: keepsTrace)
      let subject = Subject(
        bytes: tables.text, structure: structure, search: chain.search, using: memory.matcher)
      return try body(&work, subject)
    }
  }

  /// Runs the first `count` steps, each behind `before`; none is begun when the time is over.
  private func run(
    _ count: Int, of work: inout DocumentWork, _ subject: Subject, before: (Int, DocumentWork) -> Void = { _, _ in }
  ) throws(ModuleError) {
    for (number, (step, instance)) in zip(chain.steps, instances).prefix(count).enumerated() {
      guard !memory.isOverdue() else { return }
      before(number, work)
      try work.run(step, instance, subject: subject, using: memory)
    }
  }
}
