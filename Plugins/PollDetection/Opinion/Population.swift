import PostilModuleKit

/// Whom a poll asked, by the words of its sample.
struct Population {
  private let words: Set<String>

  /// Names of places and peoples in the sentences that speak of the poll.
  private let names: Set<String>

  init(_ text: String?, scene: [String]) {
    words = Set(Self.words(of: text ?? ""))
    names = Set(scene.flatMap { $0.split { !$0.isLetter } }.filter { $0.first?.isUppercase == true }.map(String.init))
  }

  /// Whether `group` is only another word for all who were asked: each of its words stands in that of the sample.
  func isAll(_ group: String) -> Bool {
    if let last = group.split(whereSeparator: { !$0.isLetter }).last, names.contains(String(last)) { return true }
    let parts = Self.words(of: group)
    return !parts.isEmpty && parts.allSatisfy { words.contains($0) }
  }

  /// Whether the words of the sample are known.
  var isKnown: Bool { !words.isEmpty }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "-" }.map { $0.last == "s" ? String($0.dropLast()) : String($0) }
  }
}
