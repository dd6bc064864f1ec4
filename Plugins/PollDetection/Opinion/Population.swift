import PostilModuleKit

/// Whom a poll asked, by the words of its sample.
struct Population {
  private let words: Set<String>

  init(_ text: String?) { words = Set(Self.words(of: text ?? "")) }

  /// Whether `group` is only another word for all who were asked, by the noun that it ends in.
  func isAll(_ group: String) -> Bool {
    Self.words(of: group).last.map { words.contains($0) || words.contains($0 + "s") } ?? false
  }

  /// Whether the words of the sample are known.
  var isKnown: Bool { !words.isEmpty }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
  }
}
