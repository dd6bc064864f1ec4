import Dispatch
import Synchronization

/// Tests differences between sets by dealing their documents out again (Lijffijt et al. 2016).
///
/// The score of a set against the rest is the difference of the rates, either way; over all of three and more sets it is
/// Σ (T − K·S/N)² / S with T the set's count, S its size, K and N those of all. p = (1 + reached) / (1 + B).
struct PermutationTest {
  /// What came of it.
  struct Outcome {
    /// For each item the p of each contrast; with two sets there is one, the second against the first.
    var p: [[Double]]
    /// For each item the p over all sets; that of the one contrast with two sets.
    var omnibus: [Double]
    /// The permutations of the item that had most.
    var most: Int
  }

  /// The usual number of permutations.
  static let first = 9_999
  /// The most there are.
  static let most = 999_999

  let postings: Postings
  let seed: UInt64
  /// The permutations that every item gets.
  var permutations = Self.first
  /// The most additions spent on raising the number of permutations beyond the first.
  var budget = 100_000_000_000

  private var isPair: Bool { postings.groups == 2 }
  private var scores: Int { isPair ? 1 : postings.groups + 1 }

  /// The p of all items.
  func run() -> Outcome {
    let items = Array(postings.places.indices)
    var reached = counted(items, from: 0, to: permutations)
    var done = [Int](repeating: permutations, count: items.count)
    var total = permutations
    while total < Self.most {
      let next = total * 10 + 9
      let floor = Double(reached.indices.map { lowest(reached[$0], done[$0]) }.min() ?? 1)
      guard floor >= 0.05 / Double(max(1, items.count)) else { break }
      let open = items.filter { done[$0] == total && (reached[$0].min() ?? 1) == 0 }
      let cost = open.reduce(0) { $0 + postings.places[$1].count + 1 } + 4 * postings.documents
      guard !open.isEmpty, cost * (next - total) <= budget else { break }
      for (item, more) in zip(open, counted(open, from: total, to: next)) {
        reached[item] = zip(reached[item], more).map(+)
        done[item] = next
      }
      total = next
    }
    return outcome(reached, done)
  }

  private func lowest(_ reached: [Int], _ done: Int) -> Double {
    Double(1 + (reached.min() ?? 0)) / Double(1 + done)
  }

  private func outcome(_ reached: [[Int]], _ done: [Int]) -> Outcome {
    let p = zip(reached, done).map { reached, done in reached.map { Double(1 + $0) / Double(1 + done) } }
    return Outcome(
      p: isPair ? p : p.map { Array($0.dropLast()) }, omnibus: p.map { $0.last ?? 1 }, most: done.max() ?? 0)
  }

  /// How often each score of `items` was reached by permutations number `from` up to `to`.
  private func counted(_ items: [Int], from: Int, to: Int) -> [[Int]] {
    let scorer = PermutationScores(postings: postings, items: items)
    let blocks = Array(from / Lanes.count...(to - 1) / Lanes.count)
    let totals = Mutex([[Int]](repeating: [Int](repeating: 0, count: scores), count: items.count))
    DispatchQueue.concurrentPerform(iterations: min(8, blocks.count)) { part in
      let own = blocks[blocks.count * part / min(8, blocks.count)..<blocks.count * (part + 1) / min(8, blocks.count)]
      let counts = scorer.reached(in: Array(own), within: from..<to, seed: seed)
      totals.withLock { totals in
        for index in totals.indices {
          for score in 0..<scores { totals[index][score] += counts[index * scores + score] }
        }
      }
    }
    return totals.withLock { $0 }
  }
}
