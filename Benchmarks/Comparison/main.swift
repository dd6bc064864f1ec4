import Foundation
import PostilComparison
import PostilModel

/// How often a test calls an item different, in per cent, for each cell of documents, lengths, kind and number of documents.
///
///     ComparisonBenchmark null|power [SAMPLES]
private struct Study {
  let isPower: Bool
  let samples: Int

  func run() {
    print(
      "| documents | lengths | item | in | p < .05 | former | strata | studentised |\n|---|---|---|---|---|---|---|---|"
    )
    for documents in [[100, 100], [30, 170]] {
      for lengths in [1.0, 3, 10] {
        for kind in Simulation.Kind.allCases {
          for having in [3.0, 8, 20, 40, 100, 180] {
            tell(
              Simulation(
                kind: kind, documents: documents, lengths: lengths, having: having, ratio: isPower ? 2 : 1))
          }
        }
      }
    }
  }

  private func tell(_ simulation: Simulation) {
    let shares = Array(0..<samples).concurrentMap { number in
      var random = SplitMix(seed: 20_261_129, part: number)
      let sample = simulation.sample(&random)
      let others = OtherTests(sample: sample, first: simulation.documents[0])
      let places = sample.counts.indices.filter { sample.counts[$0] > 0 }
      let p = RateTest(
        SizeBins(sizes: sample.sizes, target: 0..<simulation.documents[0]), places: places.map(Int32.init),
        counts: places.map { sample.counts[$0] }
      ).p
      return [p]
        + (number % 4 == 0 ? [others.rates(&random), others.strata(&random), others.studentised(&random)] : [])
    }
    let cells = (0..<4).map { test in
      let p = shares.compactMap { test < $0.count ? $0[test] : nil }
      return String(format: "%.1f", 100 * Double(p.count { $0 < 0.05 }) / Double(p.count))
    }
    print(
      "| \(simulation.documents[0]) : \(simulation.documents[1]) | 1 : \(Int(simulation.lengths)) | \(simulation.kind.rawValue) | "
        + "\(Int(simulation.having)) | " + cells.joined(separator: " | ") + " |")
  }
}

private let arguments = CommandLine.arguments
guard arguments.count >= 2, ["null", "power"].contains(arguments[1]) else {
  print("usage: ComparisonBenchmark null|power [SAMPLES]")
  exit(2)
}
Study(isPower: arguments[1] == "power", samples: arguments.count > 2 ? max(40, Int(arguments[2]) ?? 4000) : 4000).run()
