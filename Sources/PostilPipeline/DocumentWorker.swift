import PostilMatching
import PostilModel
import PostilModuleHost
import PostilText

/// Runs a chain over one document after the other; each thread has its own.
public final class DocumentWorker {
  private let chain: Chain
  private let instances: [ModuleInstance?]
  private let matcher = Matcher()

  /// Makes an instance of every module of the chain.
  ///
  /// - Throws: ``ModuleError`` when a module refuses its settings.
  public init(_ chain: Chain) throws(ModuleError) {
    self.chain = chain
    var instances: [ModuleInstance?] = []
    for step in chain.steps {
      instances.append(try step.module?.makeInstance(settings: step.settings))
    }
    self.instances = instances
  }

  /// Annotates `document`; a module that fails makes a record with the error, and no annotations.
  ///
  /// - Parameter lastStep: The step to stop after; all steps run when it is nil.
  public func annotate(_ document: Document, throughStep lastStep: Int? = nil) -> AnnotatedDocument {
    let structure = chain.textAnalyzer.structure(of: document.text)
    let dated =
      document.date == nil
      ? document.dated(chain.textAnalyzer.date(of: document.text, structure: structure)) : document
    var work = DocumentWork(document: dated, structure: structure)
    do {
      var text = dated.text
      try text.withUTF8 { bytes in
        let subject = Subject(bytes: bytes, structure: structure)
        for (step, instance) in zip(chain.steps, instances).prefix((lastStep ?? chain.steps.count) + 1) {
          try work.run(step, instance, subject: subject, using: matcher)
        }
      }
    } catch {
      return AnnotatedDocument(document: dated, diagnostics: work.diagnostics, error: "\(error)")
    }
    return AnnotatedDocument(document: dated, annotations: work.annotations, diagnostics: work.diagnostics)
  }

  /// The candidates of step number `step`, after the steps before it have run; for trying rules.
  public func candidates(ofStep step: Int, in document: Document) throws(ModuleError) -> [Candidate] {
    let structure = chain.textAnalyzer.structure(of: document.text)
    var work = DocumentWork(document: document, structure: structure)
    var text = document.text
    let result: Result<[Candidate], ModuleError> = text.withUTF8 { bytes in
      let subject = Subject(bytes: bytes, structure: structure)
      do throws(ModuleError) {
        for index in 0..<step {
          try work.run(chain.steps[index], instances[index], subject: subject, using: matcher)
        }
      } catch {
        return .failure(error)
      }
      return .success(work.candidates(of: chain.steps[step], subject: subject, using: matcher))
    }
    return try result.get()
  }
}
