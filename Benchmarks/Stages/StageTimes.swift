import PostilModel
import PostilModuleHost
import PostilPipeline
import PostilReaders
import PostilReports

/// How long each stage of a chain takes over the same documents, in seconds of the processor.
///
/// Nothing in the pipeline is timed from inside: a step's finding is what `candidates(ofStep:)` takes beyond the steps before it, its
/// module what `annotate(throughStep:)` takes beyond that. So the stages add up to the whole, and differences of stages that
/// take little can come out below nothing.
struct StageTimes {
  let chain: Chain
  let worker: DocumentWorker
  let patterns: PatternSearch
  let reader = DocumentReader(options: ReaderOptions(format: .jsonl))
  let sources: [DocumentSource]
  let documents: [Document]

  init(_ chain: Chain, path: String) throws {
    self.chain = chain
    worker = try DocumentWorker(chain)
    patterns = PatternSearch(chain)
    sources = try reader.inputs(for: [path]).sources
    documents = try Self.read(sources, reader)
  }

  private static func read(_ sources: [DocumentSource], _ reader: DocumentReader) throws -> [Document] {
    var documents: [Document] = []
    try reader.read(sources) { input in
      documents.append(try input.result.get())
      return true
    }
    return documents
  }

  /// One round over all stages, in the order of the run.
  func round() throws -> [(stage: String, seconds: Double)] {
    var stages: [(String, Double)] = [("reading", try ProcessorTime.of { _ = try Self.read(sources, reader) })]
    var structures: [TextStructure] = []
    let structure = ProcessorTime.of { structures = documents.map { chain.textAnalyzer.structure(of: $0.text) } }
    stages.append(("structure", structure))
    let matching = ProcessorTime.of {
      for (document, structure) in zip(documents, structures) {
        _ = patterns.matches(in: document.text, structure: structure)
      }
    }
    stages.append(("patterns", matching))
    var (before, finding) = (structure, 0.0)
    var modules: [(String, Double)] = []
    var annotated: [AnnotatedDocument] = []
    for (number, step) in chain.steps.enumerated() {
      let found = try ProcessorTime.of {
        for document in documents { _ = try worker.candidates(ofStep: number, in: document) }
      }
      let through = ProcessorTime.of { annotated = documents.map { worker.annotate($0, throughStep: number) } }
      finding += found - before
      modules.append((step.module?.manifest.name ?? "annotations of rules", through - found))
      before = through
    }
    stages.append(("terms, candidates", finding - matching))
    return stages + modules + [("writing", try ProcessorTime.of { try write(annotated) })]
  }

  private func write(_ annotated: [AnnotatedDocument]) throws {
    var bytes = 0
    var writer = ReportFormat.jsonl.makeWriter(options: ReportOptions(), sink: { bytes += $0.count })
    try writer.begin(RunInformation(title: "benchmark"))
    for document in annotated { try writer.write(document) }
    try writer.end(.init(documents: annotated.count, failed: 0))
  }
}
