import PostilDiagnostics

/// A word as rules name it for all its forms: `decline`, `carry out`, `sanction:noun`.
struct Lemma {
  let word: String
  /// In lower case; nil where none is given.
  let kind: String?

  init(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    word = parts[0]
    kind = parts.count > 1 ? parts[1] : nil
  }

  /// What keeps it from having forms, and what to do; nil where nothing does.
  func fault(in inflections: Inflections) -> (message: String, help: String?)? {
    if inflections.isEmpty {
      return (
        "no inflected forms are known for '\(word)'",
        "the chain's language has no table 'text/inflections.tsv' among the rules"
      )
    }
    guard word.wholeMatch(of: /\p{L}[\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]+)*/) != nil else {
      return ("'\(word)' is no word that has forms", "write words alone, as in \(Self.example)")
    }
    guard let kind, !inflections.kinds.contains(kind) else { return nil }
    return (
      "'\(kind)' is no class of words",
      Suggestion.help(for: kind, among: inflections.kinds) ?? "there are \(inflections.kinds.joined(separator: ", "))"
    )
  }

  private static let example = "'decline', 'carry out' or 'sanction:noun'"

  func forms(in inflections: Inflections) -> [String] {
    kind.map { inflections.forms(of: word, as: [$0]) } ?? inflections.forms(of: word)
  }
}
