import PostilModel

/// A door of the program by which bytes come in that nobody vouches for.
protocol FuzzTarget {
  /// What `target=` calls it.
  static var name: String { get }

  /// - Parameter workplace: Holds the input at work, so that it is at hand after a crash.
  init(_ workplace: Workplace) throws

  /// Feeds one input; returns what is wrong with the answer, if anything is.
  mutating func run(_ generator: inout SplitMix) throws -> String?
}
