import PostilJSON

/// What stood behind a report: the program, modules, rules and lexicons with their versions or hashes.
public struct Provenance: Hashable, Sendable {
  /// One part, such as a ruleset's file.
  public struct Part: Hashable, Sendable, Comparable {
    /// `module date-normalization`, `rules en/dates.yaml`, `postil`.
    public let name: String
    /// A version, a SHA-256, or both.
    public let version: String

    var isLibrary: Bool { name.hasPrefix(Provenance.library + " ") }

    /// Orders by name, then version.
    public static func < (left: Part, right: Part) -> Bool {
      (left.name, left.version) < (right.name, right.version)
    }
  }

  /// The parts, ordered.
  public private(set) var parts: [Part]

  /// - Parameter parts: In any order.
  public init(_ parts: some Sequence<Part> = []) { self.parts = Set(parts).sorted() }

  private static let library = "library"
  /// The library that makes stores; what a report says does not depend on it.
  public static let storeLibrary = "SQLite"

  /// The lists of a manifest, and what their entries are called.
  private static let lists = [
    ("libraries", library), ("modules", "module"), ("rules", "rules"), ("lexicons", "lexicon"),
    ("identities", "identities"),
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
        guard let name = (entry["name"] ?? entry["path"] ?? entry["ruleset"])?.string, name != Self.storeLibrary else {
          continue
        }
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

  /// The names of the parts that are not the same in both; nothing when one of them is unknown, and no libraries where one does not tell them.
  public func differences(to other: Provenance) -> [String] {
    guard !parts.isEmpty, !other.parts.isEmpty else { return [] }
    let telling = parts.contains(where: \.isLibrary) && other.parts.contains(where: \.isLibrary)
    let names = Set(parts).symmetricDifference(other.parts).filter { telling || !$0.isLibrary }.map(\.name)
    return Set(names).sorted()
  }
}
