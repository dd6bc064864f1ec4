import PostilModel

/// Whether sets of documents are from different times, which their differences may come from.
struct UnequalPeriods {
  /// From how much of what two sets span together both have to have it.
  private static let sharedPart = 0.8
  /// How much longer one period may be than another, beside two days.
  private static let longer = 1.25
  /// The most sets that are named.
  private static let most = 6

  private let names: [String]
  private let spans: [ClosedRange<Int>]

  /// - Parameter corpus: Sets of which less than half of the documents have a date are passed over.
  init(_ corpus: Corpus) {
    var found: [(String, ClosedRange<Int>)] = []
    let bounds = corpus.bounds
    for (group, name) in corpus.groups.enumerated() {
      let own = corpus.documents[bounds[group]..<bounds[group + 1]]
      let days = own.compactMap { $0.date.flatMap(PeriodUnit.firstDay) }
      guard let first = days.min(), let last = days.max(), days.count * 2 >= own.count else { continue }
      found.append((name, first...last))
    }
    names = found.map(\.0)
    spans = found.map(\.1)
  }

  /// What to tell the reader; nil where all periods are equal, or as long as each other and apart, as two days or years are.
  var warning: String? {
    guard let first = spans.first, spans.dropFirst().contains(where: { !Self.areAlike(first, $0) }) else { return nil }
    let shown = zip(names, spans).prefix(Self.most).map { name, span in
      "'\(name)' \(CivilDay(number: span.lowerBound).iso) to \(CivilDay(number: span.upperBound).iso)"
    }.joined(separator: ", ")
    let more = names.count > Self.most ? " and \(names.count - Self.most) more" : ""
    return
      "the sets are from unequal periods: \(shown)\(more); differences may come from these; --group-by month shows items over time"
  }

  private static func areAlike(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>) -> Bool {
    let lengths = [left.count, right.count].map(Double.init).sorted()
    guard lengths[1] <= lengths[0] * longer + 2 else { return false }
    guard left.overlaps(right) else { return true }
    let shared = left.clamped(to: right).count
    let all = max(left.upperBound, right.upperBound) - min(left.lowerBound, right.lowerBound) + 1
    return Double(shared) >= sharedPart * Double(all) || all - shared <= 4
  }
}
