import Foundation
import PostilJSON
import PostilModel

/// Records, one a line: documents, or records of a report. One is read at a time.
struct RecordFormat: DocumentFormat {
  let name = "jsonl"
  let endings: Set<String> = ["jsonl", "ndjson"]

  /// JSON whose first line is a whole record.
  func recognizes(_ head: FileHead) -> Bool {
    guard head.isLikeJSON else { return false }
    let start = head.bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard let record = try? JSONParser.value(of: start.prefix { $0 != .lineFeed }) else { return false }
    return record["id"] != nil && record["text"] != nil
  }

  func read(_ source: DocumentSource, _ options: ReaderOptions, each: (InputDocument) throws -> Bool) throws {
    var lines: LineReader
    do throws(ReadError) { lines = try source.lines() } catch {
      _ = try each(InputDocument(id: source.id, set: source.set, result: .failure(error)))
      return
    }
    var number = 0
    while var line = lines.next() {
      number += 1
      if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let decoder = RecordDecoder(
        path: source.displayName, line: number, set: source.set, defaultDate: options.ownDate, names: options.names)
      // A long line is not held while its document is worked on.
      guard try each(decoder.decode(consume line)) else { return }
    }
  }

  func count(of source: DocumentSource, _ options: ReaderOptions) -> Int? {
    guard var lines = try? source.lines() else { return nil }
    var count = 0
    while let line = lines.next() { count += line.contains { $0 > 0x20 } ? 1 : 0 }
    return count
  }
}
