import PostilModel

extension Corpus {
  /// Calls `body` with the documents of `numbers`, read again with their texts, their names joined, in order; those that cannot be read
  /// any more are left out.
  func eachDocument(
    _ numbers: [Int], _ boilerplate: ComparisonOptions.Treatment, _ body: (Int, DocumentSummary) throws -> Void
  ) rethrows {
    for start in stride(from: 0, to: numbers.count, by: 256) {
      let batch = Array(numbers[start..<min(start + 256, numbers.count)])
      let read = batch.concurrentMap { number in
        let document = documents[number]
        return sources[document.source].document(at: document.range)?.counted(boilerplate)
          .joined(join, as: document.number)
      }
      for (number, document) in zip(batch, read) { if let document { try body(number, document) } }
    }
  }
}
