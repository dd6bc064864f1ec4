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

/// The matches of all documents, and how long one pass over them took.
private func measured(
  _ documents: [[UInt8]], _ find: (UnsafeBufferPointer<UInt8>, [[Span]]) -> PatternSet.Result
) -> (matches: [[PatternMatch]], seconds: Double) {
  var matches: [[PatternMatch]] = []
  let took = ContinuousClock().measure {
    for document in documents {
      document.withUnsafeBufferPointer { text in
        matches.append(find(text, [[Span(start: 0, end: text.count)]]).matches)
      }
    }
  }
  return (matches, Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18)
}

/// Compares the literal prefilter with the rule-by-rule reference: speed, and that they find the same.
private func run() throws {
  let arguments = CommandLine.arguments
  guard arguments.count == 3 else {
    print("usage: MatchingBenchmark RULES.jsonl DOCUMENTS.jsonl")
    exit(2)
  }
  let limits = MatchLimits(matches: 1_000_000, backtracking: 10_000_000)
  let entries = try lines(of: arguments[1], BenchmarkRule.self).map {
    PatternSet.Entry(pattern: try Pattern($0.source), scope: 0, limits: limits)
  }
  let documents = try lines(of: arguments[2], BenchmarkDocument.self).map { Array($0.text.utf8) }
  let set = PatternSet(entries)
  let matcher = Matcher()
  let fast = measured(documents) { set.matches(in: $0, regions: $1, using: matcher) }
  let few = Array(documents.prefix(400))
  let slow = measured(few) { set.referenceMatches(in: $0, regions: $1, using: matcher) }
  let fastRate = Double(documents.count) / fast.seconds
  let slowRate = Double(few.count) / slow.seconds
  print("\(entries.count) rules, \(set.patternsWithoutLiteral.count) without a literal; \(documents.count) documents")
  print("reference \(Int(slowRate)) documents/s, prefilter \(Int(fastRate)) documents/s: \(fastRate / slowRate) times")
  let isEqual = Array(fast.matches.prefix(few.count)) == slow.matches
  print(
    "matches of the first \(few.count) documents: \(slow.matches.joined().count), \(isEqual ? "equal" : "DIFFERENT")")
  exit(isEqual ? 0 : 1)
}

try run()
