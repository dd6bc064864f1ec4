import Foundation

/// Files whose changes are noticed by size and time.
struct WatchedFiles {
  private struct State: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  private let roots: [String]
  private var states: [String: State]

  /// - Parameter roots: Files, and folders with all that they hold.
  init(_ roots: [String]) {
    self.roots = roots
    states = Self.states(of: roots)
  }

  var count: Int { states.count }

  /// The files that were made, changed or removed since the last time, by name.
  mutating func changed() -> [String] {
    let now = Self.states(of: roots)
    let names = Set(now.keys).union(states.keys).filter { now[$0] != states[$0] }
    states = now
    return names.sorted()
  }

  private static func states(of roots: [String]) -> [String: State] {
    var states: [String: State] = [:]
    for root in roots {
      let inner = (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []).map {
        "\(root)/\($0)"
      }
      for path in [root] + inner where path.hasSuffix(".yaml") || path.hasSuffix(".yml") || path.hasSuffix(".tsv") {
        var status = stat()
        guard stat(path, &status) == 0 else { continue }
        states[path] = State(
          size: Int(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
      }
    }
    return states
  }
}
