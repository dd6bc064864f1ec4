import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of `body` for all elements, made by all processors, in the order of the elements.
  public func concurrentMap<Result: Sendable>(_ body: @Sendable (Element) -> Result) -> [Result] {
    let parts = Swift.min(count, 16)
    guard parts > 1 else { return map(body) }
    let results = Mutex([Int: [Result]]())
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let made = self[count * part / parts..<count * (part + 1) / parts].map(body)
      results.withLock { $0[part] = made }
    }
    let all = results.withLock { $0 }
    return (0..<parts).flatMap { all[$0] ?? [] }
  }
}
