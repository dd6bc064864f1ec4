import PostilModel
private import Synchronization

/// Long groups of patterns as they were read: patterns of one file have the same definitions and lexicons in them.
///
/// A class, since all readers of a set of patterns share it.
final class KnownGroups: Sendable {
  /// What is on where a group begins.
  struct Options: Hashable {
    let isCaseless: Bool
    let dotMatchesAll: Bool
  }

  /// A group from behind its opening to its end, which alone tell what it is read as.
  struct Group: Sendable {
    fileprivate let text: ArraySlice<UInt8>
    let part: PatternPart
    /// Whether any part of it ignores case.
    let hasCaseless: Bool

    /// The bytes that it takes.
    var count: Int { text.count }
  }

  /// How a group begins.
  private struct Beginning: Hashable {
    let first: UInt64
    let options: Options
  }

  /// Shorter ones are read as fast.
  private static let shortest = 48

  private let groups = Mutex<[Beginning: [Group]]>([:])

  /// The group that begins at `offset`, if one like it was read.
  func group(at offset: Int, of pattern: [UInt8], _ options: Options) -> Group? {
    guard let beginning = Self.beginning(pattern[offset...], options) else { return nil }
    return groups.withLock { $0[beginning] }?.first { group in
      group.count <= pattern.count - offset && pattern[offset..<(offset + group.count)] == group.text
    }
  }

  /// Adds a group with what it was read as.
  func add(_ text: ArraySlice<UInt8>, _ options: Options, _ part: PatternPart, hasCaseless: Bool) {
    guard let beginning = Self.beginning(text, options) else { return }
    groups.withLock { $0[beginning, default: []].append(Group(text: text, part: part, hasCaseless: hasCaseless)) }
  }

  private static func beginning(_ text: ArraySlice<UInt8>, _ options: Options) -> Beginning? {
    guard text.count >= shortest else { return nil }
    let first = text.prefix(shortest).withUnsafeBytes { ContentDigest(of: $0).first }
    return Beginning(first: first, options: options)
  }
}
