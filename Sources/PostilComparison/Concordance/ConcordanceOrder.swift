import Foundation

/// Puts the lines of a concordance in order.
struct ConcordanceOrder {
  private let order: Concordance.Order

  init(_ order: Concordance.Order) { self.order = order }

  /// - Parameter lines: In the order of the documents.
  func sorted(_ lines: [Concordance.Line]) -> [Concordance.Line] {
    guard order != .document else { return lines }
    let keys = lines.map(key)
    return lines.indices.sorted { left, right in
      keys[left] == keys[right] ? left < right : keys[left].lexicographicallyPrecedes(keys[right])
    }.map { lines[$0] }
  }

  private func key(_ line: Concordance.Line) -> [String] {
    switch order {
    case .document: []
    case .date: [line.date ?? "\u{10FFFF}"]
    case .left: Self.words(line.left).reversed()
    case .right: Self.words(line.right)
    }
  }

  /// Runs of letters and digits without case and accents.
  private static func words(_ text: String) -> [String] {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
