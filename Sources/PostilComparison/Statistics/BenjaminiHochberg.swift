/// False discovery rates by the procedure of Benjamini and Hochberg (1995).
public enum BenjaminiHochberg {
  /// The q of each p, in the order given: q(i) = min over j ≥ i of p(j)·m/j.
  public static func q(of p: [Double]) -> [Double] {
    let order = p.indices.sorted { p[$0] < p[$1] }
    var q = [Double](repeating: 1, count: p.count)
    var smallest = 1.0
    for (rank, index) in order.enumerated().reversed() {
      smallest = min(smallest, p[index] * Double(p.count) / Double(rank + 1))
      q[index] = smallest
    }
    return q
  }
}
