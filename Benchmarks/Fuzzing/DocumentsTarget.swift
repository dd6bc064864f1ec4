import Foundation
import PostilModel
import PostilPipeline

/// Texts through the whole chain: no module fails, every annotation has its place, and workers agree with one alone.
struct DocumentsTarget: FuzzTarget {
  static let name = "documents"
  private static let mutator = Mutator(tokens: [
    "“", "”", "\"", "\n\n", "\r\n", " said ", "Mr. ", "on Monday", "2023-02-31", "99/99/9999", "the 31st of February",
    " (", ")", "– ", "’s ", "é", "👩‍👩‍👧", "\u{AD}", "\u{200B}", "\u{301}", "\u{2028}", "\0", "POLL: ", "Yes 50%", "1e999",
    "%",
    "in two thousand hundred years", "according to ", "العراق", " and ", ", ",
  ])

  private let texts: [[UInt8]]
  private let workplace: Workplace
  private let worker: DocumentWorker
  private let runner: BatchRunner

  init(_ workplace: Workplace) throws {
    self.workplace = workplace
    texts = try workplace.files("seeds", ".txt").map { try workplace.bytes($0) }
    let build = ChainBuilder(
      file: try ChainFile.find(nil, from: "/"), extraRules: [], moduleFolders: [], overrides: []
    ).build()
    guard let chain = build.chain else { throw FuzzFailure("the built-in chain does not run: \(build.problems)") }
    worker = try DocumentWorker(chain)
    runner = try BatchRunner(chain: chain, jobs: 2)
  }

  mutating func run(_ generator: inout SplitMix) throws -> String? {
    let documents = (0..<4).map { number in
      let whole = generator.pick(texts)
      let piece = whole.dropFirst(Int.random(in: 0..<whole.count, using: &generator)).prefix(1200)
      let text = String(decoding: Self.mutator.mutated(Array(piece), &generator), as: UTF8.self)
      return Document(id: String(number), text: text)
    }
    for document in documents { try workplace.write("document\(document.id).txt", Array(document.text.utf8)) }
    let alone = documents.map { worker.annotate($0) }
    for (annotated, other) in zip(alone, runner.annotate(documents)) {
      guard annotated.annotations == other.annotations, annotated.diagnostics == other.diagnostics else {
        return "two workers give another report"
      }
      if let error = annotated.error { return error }
      if let fault = fault(of: annotated) { return fault }
    }
    return nil
  }

  private func fault(of document: AnnotatedDocument) -> String? {
    let bytes = Array(document.document.text.utf8)
    for annotation in document.annotations {
      let span = annotation.span
      guard span.start < span.end, span.end <= bytes.count, bytes[span.start] & 0xC0 != 0x80,
        span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80
      else { return "a \(annotation.type) at \(span), which is no place of the text" }
      guard annotation.provenance.annotations.allSatisfy(document.annotations.indices.contains) else {
        return "a \(annotation.type) made of an annotation that is none"
      }
    }
    return nil
  }
}
