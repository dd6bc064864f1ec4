import Foundation
import PostilModel
import Testing

@testable import PostilComparison

/// Changes along a series: how often they are seen where there are none, and where there are some.
@Suite struct ChangePointTests {
  /// How a series is made by chance.
  struct Simulation: CustomTestStringConvertible, Sendable {
    var periods = 24
    /// How many documents have the item, on average.
    var having: Double
    /// Occurrences that each brings along.
    var bursts = 0.0
    /// How much longer the last period's documents are than the first's.
    var growth = 1.0
    /// The period of a change, and what the rate is multiplied with from then on.
    var change: (period: Int, factor: Double)?

    var testDescription: String {
      "\(periods) periods, in \(Int(having)) documents, bursts \(bursts), growth \(growth), \(change.map { "\($0)" } ?? "no change")"
    }

    /// The changes of a series of 5 to 24 documents a period.
    func changes(_ random: inout Chance) -> ChangePoints {
      var (sizes, means, bounds) = ([UInt32](), [Double](), [0])
      for period in 0..<periods {
        let longer = pow(growth, Double(period) / Double(max(1, periods - 1)))
        for _ in 0..<5 + random.below(20) {
          let size = (150 + 300 * random.uniform()) * longer
          sizes.append(UInt32(size))
          means.append(size * (change.map { period >= $0.period ? $0.factor : 1 } ?? 1))
        }
        bounds.append(sizes.count)
      }
      let rate = having / means.reduce(0, +)
      let counts = means.map { mean in
        let visits = random.poisson(mean * rate)
        return visits + random.poisson(bursts * Double(visits))
      }
      let places = counts.indices.filter { counts[$0] > 0 }
      return ChangePoints(
        SeriesBins(sizes: sizes, bounds: bounds), places: places.map(Int32.init),
        counts: places.map { UInt32(counts[$0]) })
    }
  }

  /// Numbers by chance, the same in every run.
  struct Chance {
    var generator: SplitMix
    mutating func uniform() -> Double { Double(generator.next() >> 11) / Double(1 << 53) }
    mutating func below(_ count: Int) -> Int { generator.below(count) }
    mutating func poisson(_ mean: Double) -> Int {
      var (count, product) = (0, uniform())
      while product > exp(-mean) { (count, product) = (count + 1, product * uniform()) }
      return count
    }
  }

  /// `POSTIL_SAMPLES=300` makes the tables of Documentation/Statistics.md, in some minutes.
  private static let samples = ProcessInfo.processInfo.environment["POSTIL_SAMPLES"].flatMap(Int.init)
  private static let periods = samples == nil ? [12] : [12, 24, 60]
  private static let shapes = samples == nil ? [(0.0, 1.0), (4, 4)] : [(0, 1), (4, 1), (0, 4), (4, 4)]

  private static func tell(_ simulation: Simulation, _ result: String) {
    if samples != nil { print("\(simulation.testDescription): \(result)") }
  }

  static let quiet = periods.flatMap { periods in
    [12.0, 40, 120].flatMap { having in
      shapes.map { Simulation(periods: periods, having: having, bursts: $0.0, growth: $0.1) }
    }
  }

  @Test(arguments: quiet)
  func `where nothing changes, at most one series in twenty is said to change`(_ simulation: Simulation) {
    var random = Chance(generator: SplitMix(seed: 18))
    let samples = Self.samples ?? 120
    let alarms = (0..<samples).count { _ in !simulation.changes(&random).changes.isEmpty }
    Self.tell(simulation, "\(alarms) of \(samples)")
    #expect(Double(alarms) / Double(samples) <= 0.05, "\(alarms) of \(samples)")
  }

  static let loud = periods.flatMap { periods in
    (samples == nil ? [4.0] : [0, 4]).flatMap { bursts in
      [40.0, 120].flatMap { having in
        [2.0, 4].map { Simulation(periods: periods, having: having, bursts: bursts, change: (periods / 2, $0)) }
      }
    }
  }

  @Test(arguments: loud)
  func `a change is seen where it is, the more often the larger it is`(_ simulation: Simulation) {
    var random = Chance(generator: SplitMix(seed: 19))
    let samples = Self.samples ?? 40
    let found = (0..<samples).map { _ in simulation.changes(&random).changes.map(\.period) }
    let seen = found.count { !$0.isEmpty }
    let near = found.count { $0.contains { abs($0 - simulation.periods / 2) <= 2 } }
    Self.tell(
      simulation, "seen in \(seen), near in \(near), more than one in \(found.count { $0.count > 1 }) of \(samples)")
    guard simulation.periods == 12 else { return }
    let least =
      simulation.change?.factor == 4 ? (simulation.having > 100 ? 0.9 : 0.5) : simulation.having > 100 ? 0.5 : 0.1
    #expect(Double(near) / Double(samples) >= least, "\(near) of \(samples)")
  }

  @Test func `each of two changes is found, and a rate that comes back is no less`() throws {
    let bounds = Array(stride(from: 0, through: 240, by: 20))
    let counts = (0..<240).map { (80..<160).contains($0) ? ($0 % 2 == 0 ? 2 : 1) : $0 % 10 == 0 ? 1 : 0 }
    let places = counts.indices.filter { counts[$0] > 0 }
    let found = ChangePoints(
      SeriesBins(sizes: [UInt32](repeating: 200, count: 240), bounds: bounds), places: places.map(Int32.init),
      counts: places.map { UInt32(counts[$0]) })
    #expect(found.changes.map(\.period) == [4, 8])
    #expect(found.p == found.changes.map(\.p).min() || found.p <= 0.05)
  }

  @Test(arguments: [
    ([UInt32](), [0]), ([], [0, 0, 0]), ([5, 5, 5], [0, 1, 3]), ([UInt32](repeating: 9, count: 40), [0, 40]),
    ([UInt32](repeating: 0, count: 40), [0, 20, 40]), ([UInt32](repeating: 9, count: 40), [0, 0, 4, 4, 40, 40]),
  ])
  func `series with too few documents or periods change nowhere`(_ c: (sizes: [UInt32], bounds: [Int])) {
    let places = c.sizes.indices.prefix(20).map(Int32.init)
    let found = ChangePoints(
      SeriesBins(sizes: c.sizes, bounds: c.bounds), places: places, counts: places.map { _ in 1 })
    #expect(found.changes.isEmpty)
    #expect(found.p == 1)
  }

  /// The values are those of Newcombe (1998), table I, method 3.
  @Test(arguments: [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)])
  func `Wilson's interval is that of the paper`(_ c: (count: Int, total: Int, low: Double, high: Double)) throws {
    let interval = try #require(Wilson.interval(c.count, of: c.total))
    #expect(abs(interval.lowerBound - c.low) < 5e-5)
    #expect(abs(interval.upperBound - c.high) < 5e-5)
    #expect(Wilson.interval(0, of: 0) == nil)
  }
}
