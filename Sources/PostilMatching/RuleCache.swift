import PostilModel
private import Synchronization

/// What was found out about rules, kept from one start of the program to the next: how their files are laid out, which patterns
/// compile, what their texts tell, and the index of the terms of lexicons.
///
/// A class, since all that is made of the rules of a chain shares it.
public final class RuleCache: Sendable {
  /// What a finding is about.
  package enum Kind: UInt64 {
    case evidence, groups, terms, file
  }

  /// Whether what is found out is kept.
  private let isKept: Bool
  private let kept: [UInt8]
  /// Where each finding lies in what was kept.
  private let places: [Key: Range<Int>]
  /// The groups of patterns that this start has read.
  let known = KnownGroups()
  private let learnt = Mutex<[UInt8]>([])
  /// The findings that this start asked for.
  private let used = Mutex<Set<Key>>([])

  /// What a finding is of.
  private struct Key: Hashable {
    let kind: UInt64
    let first: UInt64
    let second: UInt64
  }

  /// - Parameter kept: What ``toKeep()`` of the same build of the program gave; where it is damaged, or was found out with another
  ///   PCRE2, nothing is known.
  public init(_ kept: [UInt8]) {
    isKept = true
    self.kept = kept
    places = (try? kept.withUnsafeBytes { try Self.places(in: $0) }) ?? [:]
  }

  /// Knows nothing and keeps nothing.
  public init() {
    isKept = false
    kept = []
    places = [:]
  }

  /// What is known of the content with this digest, else what `make` finds out, which is kept.
  ///
  /// - Parameter read: Reads what `write` has written.
  package func finding<Finding, Failure>(
    _ kind: Kind, of content: ContentDigest, read: (inout ByteReader) throws(ByteReader.Damaged) -> Finding,
    write: (Finding, inout [UInt8]) -> Void, make: () throws(Failure) -> Finding
  ) throws(Failure) -> Finding {
    let key = Key(kind: kind.rawValue, first: content.first, second: content.second)
    if let kept = kept(key, read) { return kept }
    let made = try make()
    guard isKept else { return made }
    var finding: [UInt8] = []
    write(made, &finding)
    learnt.withLock { $0.append(finding[...], of: key) }
    return made
  }

  private func kept<Finding>(
    _ key: Key, _ read: (inout ByteReader) throws(ByteReader.Damaged) -> Finding
  ) -> Finding? {
    guard let place = places[key] else { return nil }
    used.withLock { _ = $0.insert(key) }
    return kept.withUnsafeBytes { bytes in
      var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[place]))
      return try? read(&reader)
    }
  }

  /// All that is known, as bytes; nil where nothing was learnt. Of what is too much, only what this start asked for.
  public func toKeep() -> [UInt8]? {
    let learnt = learnt.withLock { $0 }
    guard !learnt.isEmpty else { return nil }
    guard !places.isEmpty else { return Self.header + learnt }
    guard kept.count + learnt.count > Self.mostKept else { return kept + learnt }
    var bytes = Self.header
    for key in used.withLock({ $0 }) {
      if let place = places[key] { bytes.append(kept[place], of: key) }
    }
    return bytes + learnt
  }

  private static let mostKept = 32 << 20

  /// What all bytes to keep begin with.
  private static let header = Array(Pattern.libraryVersion.utf8) + [0]

  private static func places(in kept: UnsafeRawBufferPointer) throws(ByteReader.Damaged) -> [Key: Range<Int>] {
    var reader = ByteReader(kept)
    guard try reader.bytes(header.count) == header else { throw ByteReader.Damaged() }
    var places: [Key: Range<Int>] = [:]
    while !reader.isAtEnd {
      let key = try reader.value(Key.self)
      let count = Int(truncatingIfNeeded: try reader.value(UInt64.self))
      let start = try reader.skip(count)
      places[key] = start..<(start + count)
    }
    return places
  }
}

extension [UInt8] {
  /// Adds a finding with what it is of.
  fileprivate mutating func append(_ finding: ArraySlice<UInt8>, of key: some BitwiseCopyable) {
    append(value: key)
    append(value: UInt64(finding.count))
    self += finding
  }
}
