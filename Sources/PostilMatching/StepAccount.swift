import PostilModel

/// Why a search ended without an answer.
public enum MatchFailure: Hashable, Sendable {
  /// One place took more steps than PCRE2's match limit.
  case backtracking
  /// All places together took more than ``MatchLimits/steps``.
  case steps
  /// PCRE2's memory for going back was used up.
  case memory
  /// Something else, in PCRE2's words.
  case other(String)
}

/// A text with what the cost of searching it depends on.
public final class SearchedText {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The longest stretch without letters and digits of ASCII, in bytes.
  private(set) lazy var longestSigns = longestStretch(without: ByteSet.letters.union(.digits))
  /// The longest stretch without white space, in bytes.
  private(set) lazy var longestWord = longestStretch(without: .space)
  /// The longest stretch without a line feed, in bytes.
  private(set) lazy var longestLine = longestStretch(without: .lineFeed)

  /// - Parameter bytes: Valid UTF-8 that outlives this.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func longestStretch(without set: ByteSet) -> Int {
    var (longest, count) = (0, 0)
    for byte in bytes {
      count = set.contains(byte) ? 0 : count + 1
      longest = max(longest, count)
    }
    return longest
  }
}

/// What the searches for one rule may still do in one text.
///
/// A search is left to itself while what it can do at most, by the reach of its pattern's steps and by a low match limit, is small beside the
/// budget. Where it hits that limit, it is done place by place, with a limit that grows where it is hit. Where even that may pass too much, it
/// is done by code that counts its steps. None of these looks at a clock: the same text gives
/// the same answer everywhere.
public final class StepAccount {
  /// Bytes that a search passes in the time of one step.
  static let bytesPerStep = 16
  /// The match limits of searches that nobody counts; where even the last may pass too much, it is one that may not.
  private static let uncountedLimits = [1000, 64]
  /// With a lower limit too many searches would hit it.
  static let leastLimit = 8

  private let text: SearchedText
  /// The counted steps that are left.
  var steps = 0
  /// What uncounted searches may still do at most, in bytes passed.
  private var uncounted = 0
  /// Why a search of the rule ended without an answer, if one did.
  public internal(set) var failure: MatchFailure?

  /// An empty account; ``begin(_:)`` fills it.
  public init(in text: SearchedText) { self.text = text }

  /// Begins a rule: its steps are for a text of up to 1,000,000 bytes, longer ones have as many times more.
  public func begin(_ limits: MatchLimits) {
    steps = limits.steps(in: text.bytes.count)
    uncounted = steps.multipliedReportingOverflow(by: 64).overflow ? .max : steps * 64
    failure = nil
  }

  /// How far a search may go that is not counted; nil when it is to be.
  ///
  /// - Parameters:
  ///   - places: Where the match may begin.
  ///   - region: How many bytes follow the first of them.
  func uncountedSearch(of code: CompiledCode, places: Int, region: Int) -> UncountedSearch? {
    // What follows is far enough for most, and saves looking into the pattern.
    uncountedSearch(places, reach: region, least: Self.uncountedLimits[0])
      ?? uncountedSearch(places, reach: reach(of: code, region: region), least: Self.leastLimit)
  }

  private func uncountedSearch(_ places: Int, reach: Int, least: Int) -> UncountedSearch? {
    let most = uncounted / 8 / max(places * reach, 1)
    guard most >= least else { return nil }
    let limit = Self.uncountedLimits.first { $0 <= most } ?? most
    return UncountedSearch(limit: UInt32(limit), costPerPlace: limit * reach)
  }

  /// How many bytes one step of a search can pass, at most.
  func reach(of code: CompiledCode, region: Int) -> Int { code.reach.bytes(in: region, of: text) }

  /// Whether a search that nobody counts may pass so many bytes, which are taken.
  func mayPass(_ bytes: Int) -> Bool {
    guard bytes <= uncounted / 8 else { return false }
    uncounted -= bytes
    return true
  }

  /// Takes what a search can have done at `places`.
  func spend(_ search: UncountedSearch, places: Int) { uncounted -= search.costPerPlace * places }
}

/// A search whose steps nobody counts.
struct UncountedSearch {
  /// The match limit.
  let limit: UInt32
  /// In bytes passed, at most.
  let costPerPlace: Int
}

extension MatchLimits {
  /// The most steps in a text of `count` bytes.
  public func steps(in count: Int) -> Int {
    let (more, isBeyond) = steps.multipliedReportingOverflow(by: max(count, 1_000_000))
    return isBeyond ? .max : more / 1_000_000
  }
}
