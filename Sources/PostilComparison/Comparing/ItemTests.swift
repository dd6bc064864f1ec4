import PostilModel

/// The tests of all items.
struct ItemTests {
  /// A test over all of three and more sets.
  struct Omnibus {
    let p: [Double]
    let least: [Double]
    let q: [Double]
  }

  /// For each item that of each contrast; with two sets there is one, the second against the first.
  let tests: [[RateTest]]
  let q: [[Double]]
  let omnibus: Omnibus

  init(postings: Postings) {
    let targets = postings.groups == 2 ? [1] : Array(0..<postings.groups)
    let bins = postings.sizes.map { sizes in
      targets.map { SizeBins(sizes: sizes, target: postings.bounds[$0]..<postings.bounds[$0 + 1]) }
    }
    let tests = Array(postings.places.indices).concurrentMap { item in
      bins[postings.bases[item]].map {
        RateTest($0, places: postings.places[item], counts: postings.counts[item])
      }
    }
    self.tests = tests
    let flat = BenjaminiHochberg.q(of: tests.flatMap { $0.map(\.p) })
    q = tests.indices.map { Array(flat[$0 * targets.count..<($0 + 1) * targets.count]) }
    omnibus = Self.omnibus(tests)
  }

  /// Over all sets: the least p of an item's contrasts times their number (Bonferroni), which holds however they depend.
  private static func omnibus(_ tests: [[RateTest]]) -> Omnibus {
    func all(_ value: (RateTest) -> Double) -> [Double] {
      tests.map { tests in min(1, Double(tests.count) * (tests.map(value).min() ?? 1)) }
    }
    let p = all(\.p)
    return Omnibus(p: p, least: all(\.least), q: BenjaminiHochberg.q(of: p))
  }
}
