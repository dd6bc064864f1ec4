/// The tests of all items.
struct ItemTests {
  let intervals: [[ClosedRange<Double>]]
  let p: [[Double]]
  let q: [[Double]]
  let omnibusP: [Double]
  let omnibusQ: [Double]
  /// The permutations of the item that had most.
  let most: Int

  init(postings: Postings, seed: UInt64) {
    let outcome = PermutationTest(postings: postings, seed: seed).run()
    intervals = Bootstrap(postings: postings, seed: seed &+ 1).intervals()
    p = outcome.p
    let width = outcome.p.first?.count ?? 1
    let flat = BenjaminiHochberg.q(of: outcome.p.flatMap(\.self))
    q = outcome.p.indices.map { Array(flat[$0 * width..<($0 + 1) * width]) }
    omnibusP = outcome.omnibus
    omnibusQ = BenjaminiHochberg.q(of: outcome.omnibus)
    most = outcome.most
  }
}
