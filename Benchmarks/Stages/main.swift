import Foundation
import PostilPipeline

/// Tells what part of the built-in chain's time each stage takes, over a JSONL file of documents: medians of several rounds.
///
///     StageBenchmark DOCUMENTS.jsonl [ROUNDS]
private func run() throws {
  let arguments = CommandLine.arguments
  guard (2...3).contains(arguments.count), let rounds = Int(arguments.count > 2 ? arguments[2] : "5"), rounds > 0 else {
    print("usage: StageBenchmark DOCUMENTS.jsonl [ROUNDS]")
    exit(2)
  }
  let file = try ChainFile.find(nil, from: "/")
  guard let chain = ChainBuilder(file: file, extraRules: [], moduleFolders: [], overrides: []).build().chain else {
    print("the built-in chain cannot run")
    exit(1)
  }
  let times = try StageTimes(chain, path: arguments[1])
  _ = try times.round()
  let measured = try (0..<rounds).map { _ in try times.round() }
  let medians = measured[0].indices.map { stage in measured.map { $0[stage].seconds }.sorted()[rounds / 2] }
  let all = medians.reduce(0, +)
  let bytes = times.documents.reduce(0) { $0 + $1.text.utf8.count }
  print("| stage | share | ms | MB/s |\n|---|---|---|---|")
  for (name, seconds) in zip(measured[0].map(\.stage), medians) + [("all", all)] {
    let rate = seconds > 0 ? String(format: "%.1f", Double(bytes) / 1e6 / seconds) : "–"
    print(
      "| \(name) | \(String(format: "%.1f %%", 100 * seconds / all)) | \(Int((seconds * 1e3).rounded())) | \(rate) |")
  }
}

try run()
