private import Synchronization

/// What patterns tell about where they match, kept from one start of the program to the next: to read it from their texts takes
/// about half of a start.
///
/// A class, since all pattern sets of a chain share it.
public final class EvidenceCache: Sendable {
  private let kept: [UInt8]
  /// For each pattern the place of its evidence in what was kept.
  private let places: [String: Int]
  /// The groups of patterns that were read so far.
  private let known = KnownGroups()
  private let learnt = Mutex<[String: PatternEvidence?]>([:])

  /// - Parameter kept: What ``toKeep()`` of the same build of the program gave; where it is damaged, less is known.
  public init(_ kept: [UInt8] = []) {
    self.kept = kept
    places = Self.places(in: kept)
  }

  /// The evidence of a pattern; nil where its text is not sure.
  func evidence(of pattern: String) -> PatternEvidence? {
    if let place = places[pattern], case .success(let known) = Result(catching: { try self.evidence(at: place) }) {
      return known
    }
    let evidence = PatternEvidence(of: pattern, known)
    learnt.withLock { $0[pattern] = .some(evidence) }
    return evidence
  }

  /// All that is known, as bytes; nil where nothing was learnt. Beyond 64 MB what was known before is let go.
  public func toKeep() -> [UInt8]? {
    let learnt = learnt.withLock { $0 }
    guard !learnt.isEmpty else { return nil }
    var bytes = kept.count > Self.mostKept ? [] : kept
    for (pattern, evidence) in learnt {
      var own: [UInt8] = [evidence == nil ? 0 : 1]
      evidence?.write(to: &own)
      bytes.append(value: UInt32(pattern.utf8.count))
      bytes.append(value: UInt32(own.count))
      bytes += pattern.utf8
      bytes += own
    }
    return bytes
  }

  private static let mostKept = 64 << 20

  /// - Throws: ``ByteReader/Damaged``.
  private func evidence(at place: Int) throws -> PatternEvidence? {
    try kept.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes, at: place)
      return try reader.value(UInt8.self) == 0 ? nil : try PatternEvidence(from: &reader)
    }
  }

  private static func places(in kept: [UInt8]) -> [String: Int] {
    kept.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      var places: [String: Int] = [:]
      do throws(ByteReader.Damaged) {
        while !reader.isAtEnd {
          let lengths = (Int(try reader.value(UInt32.self)), Int(try reader.value(UInt32.self)))
          let pattern = String(decoding: try reader.bytes(lengths.0), as: UTF8.self)
          places[pattern] = try reader.skip(lengths.1)
        }
      } catch {
        return [:]
      }
      return places
    }
  }
}
