import Foundation
import PostilFiles
import PostilModel

extension DocumentReader {
  /// How many documents `sources` hold, which is found out without decoding them; nil where one is no file of the disk, as standard
  /// input and pipes, which can be read once, or cannot be read.
  public func count(of sources: [DocumentSource]) -> Int? {
    var total = 0
    for source in sources {
      guard let count = count(of: source) else { return nil }
      total += count
    }
    return total
  }

  private func count(of source: DocumentSource) -> Int? {
    guard let path = source.path, FileIdentity(path: path) != nil else { return nil }
    switch format(of: source) {
    case .jsonl:
      guard let file = FileHandle(forReadingAtPath: path) else { return nil }
      defer { try? file.close() }
      var lines = LineReader(file)
      var count = 0
      while let line = lines.next() { count += line.contains { $0 > 0x20 } ? 1 : 0 }
      return count
    case .csv:
      guard let table = try? table(of: source) else { return nil }
      return max(0, table.rows.count - 1)
    default: return 1
    }
  }
}
