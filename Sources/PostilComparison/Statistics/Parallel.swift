import Dispatch
import Synchronization

/// The results of `body` for all elements, made by all processors, in the order of the elements.
func parallel<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ body: @Sendable (Element) -> Result
) -> [Result] {
  let parts = 16
  let results = Mutex([Int: [Result]]())
  DispatchQueue.concurrentPerform(iterations: parts) { part in
    let range = elements.count * part / parts..<elements.count * (part + 1) / parts
    guard !range.isEmpty else { return }
    let made = elements[range].map(body)
    results.withLock { $0[part] = made }
  }
  let all = results.withLock { $0 }
  return (0..<parts).flatMap { all[$0] ?? [] }
}
