import Foundation

/// A line on standard error that tells how far a run is; silent when nobody reads along.
struct Progress {
  private let total: Int?
  private let isShown: Bool
  private let began = Date()
  private var lastShown = Date.distantPast

  /// - Parameter total: The number of documents, if it is known.
  init(total: Int?, isShown: Bool) {
    self.total = total
    self.isShown = isShown
  }

  /// Shows that `done` documents are finished, at most ten times a second.
  mutating func show(_ done: Int) {
    guard isShown, Date().timeIntervalSince(lastShown) > 0.1 else { return }
    lastShown = Date()
    let seconds = max(0.001, lastShown.timeIntervalSince(began))
    let rate = Double(done) / seconds
    var line = "\r\u{1B}[K\(done)"
    if let total, total > 0 {
      let filled = min(24, 24 * done / total)
      line += "/\(total) [" + String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled) + "]"
    }
    line += " documents, \(Int(rate)) a second"
    if let total, rate > 0 { line += ", \(Int(Double(max(0, total - done)) / rate)) s left" }
    StandardError.command(line)
  }

  /// Takes the line away.
  func clear() {
    if isShown { StandardError.command("\r\u{1B}[K") }
  }
}
