import Foundation
import PostilMatching
import PostilModel

/// One line of a rule file: `{"id": …, "pattern": …, "flags": "i"}`.
private struct BenchmarkRule: Decodable {
  let pattern: String
  let flags: String

  var source: String { flags.isEmpty ? pattern : "(?\(flags))\(pattern)" }
}

/// One line of a document file.
private struct BenchmarkDocument: Decodable {
  let text: String
}

private func lines<Line: Decodable>(of path: String, _ type: Line.Type) throws -> [Line] {
  try Data(contentsOf: URL(filePath: path)).split(separator: 0x0A).map {
    try JSONDecoder().decode(Line.self, from: Data($0))
  }
}

/// A match with what its groups matched.
private struct FoundMatch: Equatable {
  let pattern: Int
  let span: Span
  let captures: [Span?]

  static func all(in table: MatchTable) -> [FoundMatch] {
    table.map { FoundMatch(pattern: $0.pattern, span: $0.span, captures: table.captures(of: $0)) }
  }
}

/// The matches of all documents, and how long the processor took for one pass over them.
private func measured(
  _ documents: [[UInt8]], _ find: (UnsafeBufferPointer<UInt8>, [[Span]]) -> PatternSet.Result
) -> (matches: [MatchTable], seconds: Double) {
  var matches: [MatchTable] = []
  let start = clock()
  for document in documents {
    document.withUnsafeBufferPointer { text in
      matches.append(find(text, [[Span(start: 0, end: text.count)]]).matches)
    }
  }
  return (matches, Double(clock() - start) / Double(CLOCKS_PER_SEC))
}

/// Compares matching through the literals with rule by rule: speed, and that they find the same.
///
///     MatchingBenchmark RULES.jsonl DOCUMENTS.jsonl [DOCUMENTS-RULE-BY-RULE]
private func run() throws {
  let arguments = CommandLine.arguments
  guard (3...4).contains(arguments.count) else {
    print("usage: MatchingBenchmark RULES.jsonl DOCUMENTS.jsonl [DOCUMENTS-RULE-BY-RULE]")
    exit(2)
  }
  let limits = MatchLimits(matches: 1_000_000, backtracking: 10_000_000)
  let entries = try lines(of: arguments[1], BenchmarkRule.self).map {
    PatternSet.Entry(pattern: try Pattern($0.source), scope: 0, limits: limits)
  }
  let documents = try lines(of: arguments[2], BenchmarkDocument.self).map { Array($0.text.utf8) }
  // Rule by rule takes the longer the more rules there are, so fewer documents tell.
  let number = arguments.count > 3 ? Int(arguments[3]) : min(400, 300_000 / max(1, entries.count))
  guard let number, number >= 0 else {
    print("'\(arguments[3])' is no number of documents")
    exit(2)
  }
  let few = Array(documents.prefix(number))
  let set = PatternSet(entries)
  let matcher = Matcher()
  // The first pass makes the machine code of the patterns that are tried.
  _ = measured(documents) { set.matches(in: $0, regions: $1, using: matcher) }
  let fast = measured(documents) { set.matches(in: $0, regions: $1, using: matcher) }
  let slow = measured(few) { set.referenceMatches(in: $0, regions: $1, using: matcher) }
  let rate = Double(documents.joined().count) / 1e6 / fast.seconds
  let told =
    "\(entries.count) rules (\(set.patternsWithoutLiteral.count) without a literal): "
    + String(format: "%.2f MB/s, %.0f documents/s", rate, Double(documents.count) / fast.seconds)
  guard !few.isEmpty else { return print(told) }
  let ratio = Double(few.count) / slow.seconds / (Double(documents.count) / fast.seconds)
  let isEqual = fast.matches.prefix(few.count).elementsEqual(slow.matches) {
    FoundMatch.all(in: $0) == FoundMatch.all(in: $1)
  }
  print(
    told + String(format: ", %.1f times rule by rule; ", 1 / ratio)
      + "matches of the first \(few.count) documents: \(slow.matches.reduce(0) { $0 + $1.count }), \(isEqual ? "equal" : "DIFFERENT")"
  )
  exit(isEqual ? 0 : 1)
}

try run()
