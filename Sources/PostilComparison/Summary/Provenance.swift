import PostilJSON

/// What stood behind a report: the program, modules, rules and lexicons with their versions or hashes.
public struct Provenance: Hashable, Sendable {
  /// One part, such as a ruleset's file.
  public struct Part: Hashable, Sendable, Comparable {
    /// `module date-normalization`, `rules en/dates.yaml`, `postil`.
    public let name: String
    /// A version, a SHA-256, or both.
    public let version: String

    /// Orders by name, then version.
    public static func < (left: Part, right: Part) -> Bool {
      (left.name, left.version) < (right.name, right.version)
    }
  }

  /// The parts, ordered.
  public private(set) var parts: [Part]

  /// - Parameter parts: In any order.
  public init(_ parts: some Sequence<Part> = []) { self.parts = Set(parts).sorted() }

  /// The lists of a manifest, and what their entries are called.
  private static let lists = [
    ("modules", "module"), ("rules", "rules"), ("lexicons", "lexicon"), ("identities", "identities"),
    ("boilerplate", "boilerplate"),
  ]

  /// What `manifest`, read as JSON, says.
  init(manifest: JSONValue) {
    var parts: [Part] = []
    if let version = (manifest["postil"] ?? manifest["version"])?.string {
      parts.append(Part(name: "postil", version: version))
    }
    for (key, word) in Self.lists {
      for entry in manifest[key]?.array ?? [] {
        guard let name = (entry["name"] ?? entry["path"] ?? entry["ruleset"])?.string else { continue }
        let versions = [entry["version"]?.plainText, entry["sha256"]?.string, entry["settings"]?.plainText]
        parts.append(
          Part(
            name: "\(word) \(name)", version: versions.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " "))
        )
      }
    }
    self.init(parts)
  }

  /// The parts of both.
  public func merged(with other: Provenance) -> Provenance { Provenance(parts + other.parts) }

  /// The names of the parts that are not the same in both; nothing when one of them is unknown.
  public func differences(to other: Provenance) -> [String] {
    guard !parts.isEmpty, !other.parts.isEmpty else { return [] }
    return Array(Set(Set(parts).symmetricDifference(other.parts).map(\.name))).sorted()
  }
}
