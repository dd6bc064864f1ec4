import PostilModel

/// The forms that words of a language take.
public struct Inflections: Sendable {
  /// Knows none.
  public static let none = Inflections(lemmas: [], endings: [])

  private struct Ending {
    let ending: String
    let kind: String
    let forms: [String]
  }

  /// The classes that are meant where none is given.
  private static let plainKinds = ["verb", "noun"]

  /// The forms of words that follow no rule, by class and word.
  private let irregular: [String: [String: [String]]]
  /// In the order in which they are tried.
  private let endings: [Ending]

  /// - Parameters:
  ///   - lemmas: Rows of a word, its class and its other forms with spaces between.
  ///   - endings: Rows of an ending behind a `-`, a class, and the endings of the other forms; of a word the first that fits.
  public init(lemmas: [[String]], endings: [[String]]) {
    irregular = lemmas.filter { $0.count > 2 }.reduce(into: [:]) { table, row in
      table[row[1], default: [:]][row[0], default: []] += row[2].split(separator: " ").map(String.init)
    }
    self.endings = endings.filter { $0.count > 2 }.map {
      Ending(ending: String($0[0].dropFirst()), kind: $0[1], forms: $0[2].split(separator: " ").map(String.init))
    }
  }

  /// Whether it knows how no word is inflected.
  var isEmpty: Bool { endings.isEmpty && irregular.isEmpty }

  /// The classes that it knows.
  var kinds: [String] { Set(endings.map(\.kind) + irregular.keys).sorted() }

  /// The word and its forms as a word of these classes; of several words the first is inflected.
  func forms(of word: String, as kinds: [String] = plainKinds) -> [String] {
    let first = word.prefix { $0 != " " }
    let rest = word[first.endIndex...]
    let forms = kinds.flatMap { others(of: String(first), as: $0) }
    return ([String(first)] + forms).uniqued().map { $0 + rest }
  }

  private func others(of word: String, as kind: String) -> [String] {
    if let known = irregular[kind]?[word] { return known }
    guard let rule = endings.first(where: { $0.kind == kind && word.hasSuffix($0.ending) }) else { return [] }
    let stem = word.dropLast(rule.ending.count)
    return rule.forms.map { stem + $0 }
  }
}
