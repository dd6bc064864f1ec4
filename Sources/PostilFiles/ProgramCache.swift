import Foundation
import PostilModel

/// A file of what this build of the program has worked out before, in the user's folder for caches (XDG Base Directory
/// Specification 0.8: `$XDG_CACHE_HOME`, else `~/.cache`).
///
/// What is damaged or of another build is never read. Where a cache cannot be read or written, nothing is told: all that is lost is
/// time.
public struct ProgramCache: Sendable {
  private let folder: String
  private let name: String
  private let build: String

  /// Nil where no folder for caches is known.
  ///
  /// - Parameter name: What is kept, in letters.
  public init?(_ name: String, environment: [String: String] = ProcessInfo.processInfo.environment) {
    guard let build = Self.build, let folder = Self.folder(environment) else { return nil }
    self.folder = folder
    self.name = name
    self.build = build
  }

  private var path: String { "\(folder)/\(name)-\(build)" }

  /// What was written last; empty where there is nothing, or it is damaged.
  public func read() -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path), data.count > Self.digest else { return [] }
    let bytes = [UInt8](data.dropFirst(Self.digest))
    return data.prefix(Self.digest).elementsEqual(Self.digest(of: bytes)) ? bytes : []
  }

  /// Keeps `bytes` in place of what was kept; of other builds the last ones written keep theirs.
  public func write(_ bytes: [UInt8]) {
    let files = FileManager.default
    try? files.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard (try? WholeFile.write(Self.digest(of: bytes) + bytes, to: path)) != nil else { return }
    let others = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    let byAge = others.filter { $0.hasPrefix(name + "-") }.map { "\(folder)/\($0)" }.sorted {
      Self.written($0) > Self.written($1)
    }
    for old in byAge.dropFirst(Self.mostBuilds) { try? files.removeItem(atPath: old) }
  }

  /// How many bytes tell whether the rest is whole.
  private static let digest = 16

  private static func digest(of bytes: [UInt8]) -> [UInt8] {
    let digest = ContentDigest(of: bytes)
    return [digest.first, digest.second].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  private static let mostBuilds = 4

  private static func written(_ path: String) -> Date {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date ?? .distantPast
  }

  /// What tells this build of the program from others: its file's size, and when it was written.
  private static let build: String? = {
    var status = stat()
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      stat(program, &status) == 0
    else { return nil }
    let time = status.st_mtim
    return [Int(status.st_ino), Int(status.st_size), time.tv_sec, time.tv_nsec].map { String($0, radix: 36) }
      .joined(separator: "-")
  }()

  /// Where caches are kept, whether or not it is there yet; nil where no folder for caches is known.
  public static func folder(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> String? {
    if let given = environment["XDG_CACHE_HOME"], given.hasPrefix("/") { return given + "/postil" }
    return environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.cache/postil" : nil }
  }
}
